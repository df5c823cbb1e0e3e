-- +goose Up
-- What receipts are signed with. A new key does not make the old receipts
-- invalid: each names the key it was signed with.
create table signing_keys (
  id         text primary key,                  -- the public key: Ed25519, base64url
  seed       text not null,                     -- the private one, base64url
  created_at timestamp not null
);

-- +goose Down
drop table signing_keys;
