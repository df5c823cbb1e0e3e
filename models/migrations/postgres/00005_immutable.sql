-- +goose Up
-- What was delivered and what happened stays: nobody can change it, not even by
-- mistake. PostgreSQL writes triggers otherwise than SQLite.

-- +goose StatementBegin
create function refuse() returns trigger language plpgsql as $$
begin raise exception '% are never changed nor deleted', tg_table_name; end $$;
-- +goose StatementEnd
create trigger versions_stay before update or delete or truncate on versions
  for each statement execute function refuse();
create trigger events_stay before update or delete or truncate on events
  for each statement execute function refuse();

-- +goose Down
drop trigger events_stay on events;
drop trigger versions_stay on versions;
drop function refuse;
