-- The extracts that were issued: never what they say. The holder leads in the key, so that holders
-- can be spread over machines.
create table extracts (
  holder_id uuid not null,
  number text collate "C" not null,
  -- Of the sealed file.
  sha256 bytea not null,
  issued_at timestamptz not null,
  language text not null,
  -- Side by side: the diplomas, and the versions that they had.
  diploma_ids uuid[] not null,
  diploma_versions integer[] not null,
  primary key (holder_id, number)
);

create index extracts_issued on extracts (issued_at);

-- Finds an extract by the SHA-256 of its number, and keeps numbers apart.
create table extract_numbers (
  number_hash bytea primary key,
  holder_id uuid not null
);
