-- Who looked at a holder's diplomas, and when. By whom and at what is encrypted.
create table access_records (
  holder_id uuid not null,
  accessed_at timestamptz not null,
  record_id uuid not null,
  way text not null,
  content bytea not null,
  content_key_id text not null,
  primary key (holder_id, accessed_at, record_id)
);

-- For those whose term is over.
create index access_records_accessed on access_records (accessed_at);
