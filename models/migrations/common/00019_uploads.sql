-- +goose Up
-- Files on their way into a draft, until a job has read them. The bytes are here
-- and not with the other files: what cannot be read leaves nothing behind.
create table uploads (
  id            text primary key,
  response_id   text not null references responses (id),
  by_id         text not null references persons (id),
  at            timestamp not null,
  name          text not null,
  media_type    text not null,
  raw           bytea,                          -- null once it was read; SQLite keeps bytes in a column of any type
  done          integer not null default 0,     -- of its pages, as far as they are known
  pages         integer not null default 0,
  ended_at      timestamp,
  refused       text not null default '',       -- why it cannot be read, and what to do
  attachment_id text references attachments (id)
);
create index uploads_by_response on uploads (response_id);
create index uploads_unread on uploads (at) where ended_at is null;

-- +goose Down
drop table uploads;
