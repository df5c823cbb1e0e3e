-- +goose Up
-- What ranks is read for every entry that is found: it lies in the row itself, and
-- is not unpacked each time.
alter table entries alter column head set storage external;
alter table entries set (toast_tuple_target = 8160);

-- +goose Down
alter table entries reset (toast_tuple_target);
alter table entries alter column head set storage extended;
