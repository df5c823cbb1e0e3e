-- +goose Up
-- Who takes part, and who the people are. All days are 'YYYY-MM-DD', all
-- instants UTC in whole microseconds, all ids text made by ahq.

create table ncps (
  code       text primary key,                  -- ISO 3166-1 alpha-2; XK Kosovo; COM the Commission
  name       text not null,
  aliases    text not null default '[]',        -- JSON list
  role       text not null check (role in ('member', 'observer', 'invited', 'commission')),
  from_day   text not null default '',          -- takes part from this day; '' since ever
  until_day  text not null default '',          -- and up to and including this one; '' for good
  version    integer not null default 1
);

create table persons (
  id            text primary key,
  email         text not null unique,           -- lower case
  name          text not null,                  -- the office: "Belgian coordinator"
  password      text not null default '',       -- argon2id; '' cannot sign in by password
  administrator boolean not null default false,
  created_at    timestamp not null,
  blocked_at    timestamp,
  version       integer not null default 1
);

create table memberships (
  person_id text not null references persons (id),
  ncp       text not null references ncps (code),
  role      text not null check (role in ('coordinator', 'contributor', 'reader')),
  primary key (person_id, ncp)
);
create index memberships_by_ncp on memberships (ncp);

-- A link that works once: an invitation, a password reset.
create table one_time_links (
  hash       text primary key,                  -- SHA-256 of the secret in the address
  person_id  text not null references persons (id),
  purpose    text not null check (purpose in ('invitation', 'reset', 'sign-in')),
  expires_at timestamp not null,
  used_at    timestamp
);

-- A bearer token for the API.
create table tokens (
  id         text primary key,
  hash       text not null unique,
  person_id  text not null references persons (id),
  name       text not null,
  created_at timestamp not null,
  expires_at timestamp not null,
  revoked_at timestamp
);

create table sessions (
  token   text primary key,
  data    text not null,                        -- base64
  expiry  timestamp not null
);
create index sessions_by_expiry on sessions (expiry);

create table settings (
  name  text primary key,
  value text not null
);

-- +goose Down
drop table settings;
drop table sessions;
drop table tokens;
drop table one_time_links;
drop table memberships;
drop table persons;
drop table ncps;
