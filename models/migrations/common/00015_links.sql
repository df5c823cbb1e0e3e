-- +goose Up
-- What an AHQ is to an earlier one, and why it is needed beside those there are.
create table ahq_links (
  from_id  text not null references ahqs (id),
  to_id    text not null references ahqs (id),
  relation text not null check (relation in ('follow_up_of', 'part_of', 'updates')),
  at       timestamp not null,
  by_id    text not null references persons (id),
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index ahq_links_back on ahq_links (to_id);
alter table ahqs add column new_why text not null default '';
-- What it is about, for the library: ids from the list of themes.
alter table ahqs add column themes text not null default '[]';  -- JSON list

-- +goose Down
alter table ahqs drop column themes;
alter table ahqs drop column new_why;
drop table ahq_links;
