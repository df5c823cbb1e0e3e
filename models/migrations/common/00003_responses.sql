-- +goose Up
-- What is answered. A record is a row, a cell is a row with a version of its
-- own: saving one cell of one campaign writes that cell and nothing else.

create table responses (
  id             text primary key,
  ahq_id         text not null references ahqs (id),
  ncp            text not null references ncps (code),
  state          text not null check (state in ('draft', 'submitted', 'compiled')),
  organisations  text not null default '[]',    -- JSON list: who contributed
  next_record    integer not null default 1,    -- the number in the next record's id; never reused
  delivered      integer not null default 0,    -- versions delivered so far
  in_force       integer not null default 0,    -- the version that counts; 0 for none
  wider          text not null default '' check (wider in ('', 'yes', 'no')),
  late           boolean not null default false,
  entered        boolean not null default false, -- by the requester, on the NCP's behalf
  opened_at      timestamp,                     -- first looked at by its NCP
  submitted_at   timestamp,
  declined_at    timestamp,
  declined_word  text not null default '',
  returned_at    timestamp,                     -- set while the NCP has it back
  returned_why   text not null default '',
  amended_why    text not null default '',      -- set while a compiled response is being amended
  version        integer not null default 1,
  unique (ahq_id, ncp)
);
create index responses_by_ncp on responses (ncp, state);

create table records (
  response_id text not null references responses (id),
  id          text not null,                    -- 'r7'
  section     text not null default '',
  countries   text not null default '[]',       -- JSON list of codes
  status      text not null default '' check (status in ('', 'planned', 'ongoing', 'suspended', 'finished')),
  position    integer not null,
  deleted_at  timestamp,
  version     integer not null default 1,
  primary key (response_id, id)
);

create table cells (
  response_id text not null references responses (id),
  record_id   text not null,                    -- '' for a question asked once
  question    text not null,                    -- its id; 'heading' and 'note' of a record
  text        text not null,
  reason      text not null default '' check (reason in ('', 'not_applicable', 'no_information', 'not_yet', 'not_disclosed', 'same_as')),
  same_as     text not null default '',
  confirmed   text not null default '',         -- JSON, '' for none
  look_again  boolean not null default false,   -- the requester asks about it
  version     integer not null default 1,
  primary key (response_id, record_id, question)
);

-- Every text that a cell ever had, one row for each run of saves by one person
-- within ten minutes.
create table cell_texts (
  response_id text not null references responses (id),
  record_id   text not null,
  question    text not null,
  number      integer not null,
  answer      text not null,                    -- JSON of the answer
  began_at    timestamp not null,
  at          timestamp not null,
  by_id       text not null references persons (id),
  primary key (response_id, record_id, question, number)
);
create index cell_texts_by_time on cell_texts (response_id, at);

create table versions (
  response_id   text not null references responses (id),
  number        integer not null,
  content       text not null,                  -- JSON of the content, with NCP and day
  hash          text not null,                  -- DESIGN: SHA-256 over canonical JSON
  wider         boolean not null,
  late          boolean not null,
  entered       boolean not null,
  submitted_at  timestamp not null,
  submitted_by  text not null references persons (id),
  questionnaire text not null,                  -- hash of the questionnaire it was checked against
  warnings      integer not null default 0,     -- that stayed open
  primary key (response_id, number)
);

create table attachments (
  id          text primary key,
  ahq_id      text not null references ahqs (id),
  response_id text references responses (id),   -- null: of the AHQ itself
  name        text not null,
  media_type  text not null,
  size        integer not null,
  sha256      text not null,                    -- where the blob store keeps it
  at          timestamp not null,
  by_id       text not null references persons (id),
  removed_at  timestamp
);
create index attachments_by_ahq on attachments (ahq_id);

-- +goose Down
drop table attachments;
drop table versions;
drop table cell_texts;
drop table cells;
drop table records;
drop table responses;
