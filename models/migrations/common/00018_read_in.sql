-- +goose Up
-- A file that was read into a draft says what the draft says, and more: it is for
-- those who see the draft. What the NCP attached itself is for who asked, too.
alter table attachments add column read_in boolean not null default false;
-- What came from a file, or was restored, is what nobody typed: the next save does
-- not go on with it.
alter table cell_texts add column whole boolean not null default false;

-- +goose Down
alter table cell_texts drop column whole;
alter table attachments drop column read_in;
