-- +goose Up
-- What an edition prints beside its versions stays as it was when it was made;
-- one from before takes it from the AHQ as it stands. The files of an edition
-- are printed once. A public edition that must not be read any more keeps its
-- address, and says so.
alter table compilations add column frozen text not null default '';        -- JSON
alter table compilations add column withdrawn_at timestamp;
alter table compilations add column failed text not null default '';        -- why its files must not be handed out

create table prints (
  compilation_id text not null references compilations (id),
  layout         text not null,
  ordering       text not null,
  records        boolean not null,
  format         text not null,
  sha256         text not null,                 -- of the file, with the blobs
  size           bigint not null,
  engine         text not null,                 -- the program that printed it
  at             timestamp not null,
  primary key (compilation_id, layout, ordering, records, format)
);
create index prints_by_hash on prints (sha256);

-- +goose Down
drop table prints;
alter table compilations drop column failed;
alter table compilations drop column withdrawn_at;
alter table compilations drop column frozen;
