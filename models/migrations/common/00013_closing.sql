-- +goose Up
-- An AHQ can close by itself once a day is over.
alter table ahqs add column closes_on text not null default '';  -- a day: its end in Brussels; '' it does not
create index ahqs_closing on ahqs (closes_on) where state = 'open' and closes_on <> '';

-- +goose Down
drop index ahqs_closing;
alter table ahqs drop column closes_on;
