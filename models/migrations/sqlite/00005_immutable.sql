-- +goose Up
-- What was delivered and what happened stays: nobody can change it, not even by
-- mistake. SQLite writes triggers otherwise than PostgreSQL.

-- +goose StatementBegin
create trigger versions_stay before update on versions
begin select raise(abort, 'a version is never changed'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger versions_remain before delete on versions
begin select raise(abort, 'a version is never deleted'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger events_stay before update on events
begin select raise(abort, 'an event is never changed'); end;
-- +goose StatementEnd
-- +goose StatementBegin
create trigger events_remain before delete on events
begin select raise(abort, 'an event is never deleted'); end;
-- +goose StatementEnd

-- +goose Down
drop trigger events_remain;
drop trigger events_stay;
drop trigger versions_remain;
drop trigger versions_stay;
