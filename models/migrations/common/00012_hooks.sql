-- +goose Up
-- Other systems that are told what happens, and what became of it.
create table hooks (
  id            text primary key,
  ncp           text not null default '',       -- whose it is; '' everybody's: it hears of all
  name          text not null,
  url           text not null,
  events        text not null,                  -- JSON list
  secret        text not null,                  -- it signs, so it is kept as it is
  old_secret    text not null default '',       -- signs too, until then
  old_until     timestamp,
  created_at    timestamp not null,
  failing_since timestamp,                      -- nothing has arrived since
  off_at        timestamp,                      -- nothing is sent any more
  off_why       text not null default '',
  version       integer not null default 1
);

create table deliveries (
  id           text primary key,                -- also tells the receiver what it has already
  hook_id      text not null references hooks (id),
  event        text not null,
  ahq_id       text not null default '',
  reference    text not null default '',        -- of the AHQ, for the page
  ncp          text not null default '',
  payload      text not null,                   -- as it is signed, to the letter
  created_at   timestamp not null,
  attempts     integer not null default 0,
  tried_at     timestamp,
  next_at      timestamp,                       -- when it is tried again; null: never
  delivered_at timestamp,
  status       integer not null default 0,      -- the last one; 0 there was no answer
  answer       text not null default '',        -- how the last one began
  failed       text not null default ''         -- why, the last time
);
create index deliveries_by_hook on deliveries (hook_id, created_at);

-- +goose Down
drop table deliveries;
drop table hooks;
