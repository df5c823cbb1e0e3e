-- +goose Up
-- A message is a letter of some kind. Its link stands apart from its words, and
-- one that lets its reader in is forgotten when it has gone out. What a mail
-- server refuses for good is not tried again.
alter table messages add column letter text not null default '';             -- what kind; '' from before there were kinds
alter table messages add column response_id text not null default '';
alter table messages add column link text not null default '';               -- what its link is called
alter table messages add column path text not null default '';               -- where that leads, below our address
alter table messages add column secret boolean not null default false;       -- whoever has the link is let in
alter table messages add column reply_to text not null default '';           -- JSON: addresses that an answer goes to
alter table messages add column bounced_at timestamp;                        -- refused for good, at that time
update messages set body = 'This was a link to choose a password with. Ask for another one where people sign in.'
  where key like 'reset/%' or key like 'invitation/%';
create index messages_unsent on messages (created_at) where sent_at is null and bounced_at is null;
create index messages_by_ahq on messages (ahq_id, created_at);

-- What people do not want to be told by mail.
create table silences (
  person_id text not null references persons (id),
  letter    text not null,
  at        timestamp not null,
  primary key (person_id, letter)
);

-- +goose Down
drop table silences;
drop index messages_by_ahq;
drop index messages_unsent;
alter table messages drop column bounced_at;
alter table messages drop column reply_to;
alter table messages drop column secret;
alter table messages drop column path;
alter table messages drop column link;
alter table messages drop column response_id;
alter table messages drop column letter;
