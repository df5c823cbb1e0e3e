-- +goose Up
-- What is asked.

create table ahqs (
  id            text primary key,
  reference     text unique,                    -- '2016.14', given at issue; imported ones keep theirs
  topic         text not null,                  -- bare: the prefix is printed
  background    text not null default '',
  on_behalf_of  text not null default '',
  addressing    text not null check (addressing in ('all', 'selected')),
  selected      text not null default '[]',     -- JSON list of codes, while a draft
  questionnaire text not null,                  -- JSON; frozen when issued, labels change by corrigendum
  reply_by      text not null default '',       -- a day: its end in Brussels
  dissemination text not null check (dissemination in ('open', 'emn_only')),
  state         text not null check (state in ('draft', 'open', 'closed', 'cancelled')),
  cancelled_why text not null default '',
  created_at    timestamp not null,
  issued_at     timestamp,
  closed_at     timestamp,
  version       integer not null default 1
);
create index ahqs_by_state on ahqs (state, reply_by);

-- Who asks: one lead, perhaps joint requesters.
create table requesters (
  ahq_id text not null references ahqs (id),
  ncp    text not null references ncps (code),
  lead   boolean not null,
  primary key (ahq_id, ncp)
);
create index requesters_by_ncp on requesters (ncp);

-- Persons the requester named to compile; none named means the requesters.
create table compilers (
  ahq_id    text not null references ahqs (id),
  person_id text not null references persons (id),
  primary key (ahq_id, person_id)
);

-- The participants as they were on the day of issue, and who of them was asked.
create table addressees (
  ahq_id   text not null references ahqs (id),
  ncp      text not null references ncps (code),
  name     text not null,
  role     text not null,
  asked    boolean not null,
  reply_by text not null default '',            -- '' the AHQ's; else the day that holds for this NCP
  primary key (ahq_id, ncp)
);

create table corrigenda (
  ahq_id text not null references ahqs (id),
  number integer not null,
  at     timestamp not null,
  by_id  text not null references persons (id),
  why    text not null,
  before text not null,                         -- JSON: topic, background, labels
  after  text not null,
  primary key (ahq_id, number)
);

-- Questions from NCPs about the AHQ, answered to all.
create table inquiries (
  id          text primary key,
  ahq_id      text not null references ahqs (id),
  ncp         text not null references ncps (code),
  question    text not null,
  asked_at    timestamp not null,
  answer      text not null default '',
  answered_at timestamp
);
create index inquiries_by_ahq on inquiries (ahq_id, asked_at);

-- +goose Down
drop table inquiries;
drop table corrigenda;
drop table addressees;
drop table compilers;
drop table requesters;
drop table ahqs;
