-- +goose Up
-- Who contributed belongs to what was delivered: an older edition prints what
-- stood there then. Versions from before take what their response says now, the
-- one time that versions are changed. SQLite cannot rest a trigger: it is made anew.
alter table versions add column organisations text not null default '[]'; -- JSON, who contributed
drop trigger versions_stay;
update versions set organisations = (select r.organisations from responses r where r.id = versions.response_id);
-- +goose StatementBegin
create trigger versions_stay before update on versions
begin select raise(abort, 'a version is never changed'); end;
-- +goose StatementEnd

-- +goose Down
alter table versions drop column organisations;
