-- +goose Up
-- Who is reminded of what, when, and what became of it.

alter table ahqs add column ladder text not null default '';          -- JSON: the AHQ's own; '' the usual one
alter table ahqs add column paused_at timestamp;                      -- nobody is chased since
alter table ahqs add column paused_why text not null default '';
alter table ahqs add column chased_from timestamp;                    -- steps from before are not made up

alter table addressees add column expected_by text not null default '';   -- the NCP said: a day
alter table addressees add column expected_word text not null default '';
alter table addressees add column paused_at timestamp;                -- this one is not chased since
alter table addressees add column paused_why text not null default '';
alter table addressees add column chased_from timestamp;

-- The ledger of reminders: what became of each step for each NCP, and of the day
-- that the step was about. It is written with the messages, so that no step is
-- sent twice, by however many processes.
create table reminders (
  id     text primary key,
  ahq_id text not null references ahqs (id),
  ncp    text not null references ncps (code),
  step   text not null,                         -- 'before-7'
  about  text not null,                         -- the day: another reply-by date begins the ladder anew
  fate   text not null check (fate in ('sent', 'skipped', 'moot', 'nobody')),
  at     timestamp not null,
  by_id  text not null default '',              -- '' ahq itself
  why    text not null default '',              -- the word of who skipped it, or why it is moot
  unique (ahq_id, ncp, step, about)
);
create index reminders_by_time on reminders (ahq_id, at);
create index reminders_by_ncp on reminders (ahq_id, ncp, step, about, fate); -- all that a tick reads of it

-- Which messages a reminder went out in. One message may carry several: a person
-- with more than one thing due gets one letter.
create table reminder_messages (
  reminder_id text not null references reminders (id),
  message_id  text not null references messages (id),
  primary key (reminder_id, message_id)
);
create index reminder_messages_by_message on reminder_messages (message_id);

-- +goose Down
drop table reminder_messages;
drop table reminders;
alter table addressees drop column chased_from;
alter table addressees drop column paused_why;
alter table addressees drop column paused_at;
alter table addressees drop column expected_word;
alter table addressees drop column expected_by;
alter table ahqs drop column chased_from;
alter table ahqs drop column paused_why;
alter table ahqs drop column paused_at;
alter table ahqs drop column ladder;
