-- +goose Up
-- What is said about one cell of a delivered version, between those who asked
-- and its NCP, until both say that it is settled.
create table threads (
  id            text primary key,
  response_id   text not null,
  number        integer not null,               -- the version that it began with
  record_id     text not null,                  -- '' for a question asked once
  question      text not null,
  began_at      timestamp not null,
  asker_settled timestamp,                      -- those who asked say that it is settled
  ncp_settled   timestamp,                      -- so does the NCP; with both it is closed
  version       integer not null default 1,
  foreign key (response_id, number) references versions (response_id, number)
);
create index threads_by_cell on threads (response_id, record_id, question);

create table sayings (
  thread_id text not null references threads (id),
  number    integer not null,
  side      text not null check (side in ('asker', 'ncp')),
  text      text not null,
  at        timestamp not null,
  by_id     text not null references persons (id),
  by_name   text not null,                      -- as it was then
  primary key (thread_id, number)
);

-- +goose Down
drop table sayings;
drop table threads;
