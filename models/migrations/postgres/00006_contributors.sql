-- +goose Up
-- Who contributed belongs to what was delivered: an older edition prints what
-- stood there then. Versions from before take what their response says now, the
-- one time that versions are changed: the trigger rests meanwhile.
alter table versions add column organisations text not null default '[]'; -- JSON, who contributed
alter table versions disable trigger versions_stay;
update versions set organisations = (select r.organisations from responses r where r.id = versions.response_id);
alter table versions enable trigger versions_stay;

-- +goose Down
alter table versions drop column organisations;
