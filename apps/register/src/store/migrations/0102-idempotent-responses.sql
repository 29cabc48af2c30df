-- What was answered to requests that create something, kept for some minutes and encrypted, so that
-- a repeat gets the same answer. Without content while the first request is still at work.
create table idempotent_responses (
  holder_id uuid not null,
  operation text not null,
  key_hash bytea not null,
  request_hash bytea not null,
  started_at timestamptz not null,
  content bytea,
  content_key_id text,
  primary key (holder_id, operation, key_hash),
  check (num_nulls(content, content_key_id) in (0, 2))
);

create index idempotent_responses_started on idempotent_responses (started_at);
