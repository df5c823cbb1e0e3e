-- +goose Up
-- What each audience finds of an AHQ in the library: what is not for an audience
-- is not in its entry. It is written in the transaction of what it comes from.
-- SQLite looks for words in a table of FTS5, PostgreSQL in a tsvector.
create table entries (
  number      integer primary key autoincrement,
  ahq_id      text not null references ahqs (id),
  audience    text not null check (audience in ('internal', 'public')),
  reference   text not null,
  topic       text not null,
  issued_at   timestamp not null,
  year        integer not null,
  listed      boolean not null,                 -- in the library; the others are only found
  respondents integer not null,
  unique (ahq_id, audience)
);
create index entries_by_time on entries (audience, listed, issued_at desc);
create index entries_by_year on entries (audience, year);
create index entries_by_reference on entries (reference);

-- Its longer texts lie apart: who looks for words reads many entries, and shows few.
create table entry_texts (
  entry      integer primary key references entries (number) on delete cascade,
  background text not null,
  questions  text not null                      -- one a line
);

-- What an entry can be chosen by.
create table entry_marks (
  kind     text not null check (kind in ('theme', 'requester', 'country')),
  value    text not null,
  audience text not null,
  entry    integer not null references entries (number) on delete cascade,
  primary key (kind, value, audience, entry)
);
create index entry_marks_by_entry on entry_marks (entry, kind, value);

-- What was answered, as the audience may read it.
create table entry_answers (
  entry integer not null references entries (number) on delete cascade,
  ncp   text not null,
  stems text not null,                          -- of its words, each once, between spaces
  text  text not null,
  primary key (entry, ncp)
);

-- Stems of words, each once in a column; the rowid is the number of the entry.
-- Each audience has tables of its own, so that nobody looks through those of
-- others.
create virtual table words_internal using fts5 (topic, questions, background, answers,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
create virtual table words_public using fts5 (topic, questions, background, answers,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
create virtual table stems_internal using fts5vocab (words_internal, 'row');
create virtual table stems_public using fts5vocab (words_public, 'row');

-- +goose Down
drop table stems_public;
drop table stems_internal;
drop table words_public;
drop table words_internal;
drop table entry_answers;
drop table entry_texts;
drop table entry_marks;
drop table entries;
