-- +goose Up
-- What happened, what was compiled, what was said.

-- The head of each chain of events: one per AHQ, one per response. It is a row
-- of its own, so that two people who save two cells do not wait for each other
-- while they hold the response.
create table chains (
  id     text primary key,                      -- of the AHQ or the response
  number integer not null,
  head   text not null
);

create table events (
  chain   text not null references chains (id),
  number  integer not null,
  at      timestamp not null,
  by_id   text not null default '',             -- '' ahq itself
  by_name text not null,                        -- as it was then
  act     text not null,
  data    text not null default '{}',           -- JSON
  before  text not null,                        -- the hash of the event before
  hash    text not null,
  primary key (chain, number)
);
create index events_by_time on events (at);

-- Editions.
create table compilations (
  id       text primary key,
  ahq_id   text not null references ahqs (id),
  number   integer not null,
  audience text not null check (audience in ('internal', 'public')),
  made_at  timestamp not null,
  made_by  text not null references persons (id),
  early    text not null default '',            -- the word why, when the AHQ was still open
  hash     text not null,                       -- over what is in it: same versions, same edition
  unique (ahq_id, audience, number)
);
create index compilations_by_hash on compilations (ahq_id, audience, hash);

create table compiled_versions (
  compilation_id text not null references compilations (id),
  response_id    text not null,
  number         integer not null,
  withheld       boolean not null,
  primary key (compilation_id, response_id),
  foreign key (response_id, number) references versions (response_id, number)
);

-- What a request with an Idempotency-Key did, so that doing it again answers the same.
create table idempotency_keys (
  person_id   text not null references persons (id),
  key         text not null,
  fingerprint text not null,                    -- of the act and what it was given
  result      text not null,
  at          timestamp not null,
  primary key (person_id, key)
);

-- Mail: written with the change that causes it, sent by a job.
create table messages (
  id         text primary key,
  key        text not null unique,              -- what it is, so that nothing is said twice
  to_id      text not null references persons (id),
  address    text not null,
  subject    text not null,
  body       text not null,
  ahq_id     text not null default '',
  created_at timestamp not null,
  sent_at    timestamp,
  failed     text not null default ''           -- the last failure, in words
);
create index messages_by_time on messages (created_at);

-- +goose Down
drop table messages;
drop table idempotency_keys;
drop table compiled_versions;
drop table compilations;
drop table events;
drop table chains;
