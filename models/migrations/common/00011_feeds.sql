-- +goose Up
-- A feed is a calendar at a secret address, which a program reads again and
-- again for somebody: it shows what they see, for as long as they see it.
create table feeds (
  id         text primary key,
  hash       text not null unique,              -- SHA-256 of the secret in the address
  person_id  text not null references persons (id),
  ahq_id     text references ahqs (id),         -- null: all that is due for the person, and all that they ask
  created_at timestamp not null,
  revoked_at timestamp
);
create index feeds_by_person on feeds (person_id, created_at);

-- What anybody may read, the newest first.
create index compilations_by_time on compilations (audience, made_at);

-- +goose Down
drop index compilations_by_time;
drop table feeds;
