-- What holders say is missing or wrong. The text, and the answer to it, are encrypted.
create table correction_requests (
  holder_id uuid not null,
  request_id uuid not null,
  reason text not null check (reason in ('missing', 'wrong')),
  -- That awarded the diploma, or should have; whoever succeeds it answers.
  institution text not null,
  diploma_id uuid,
  status text not null check (status in ('open', 'in-progress', 'done', 'refused')),
  content bytea not null,
  content_key_id text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (holder_id, request_id),
  check ((reason = 'wrong') = (diploma_id is not null))
);

-- For those whose term is over.
create index correction_requests_changed on correction_requests (changed_at);

-- Finds the requests to an institution.
create table correction_inbox (
  institution text not null,
  request_id uuid not null,
  holder_id uuid not null,
  primary key (institution, request_id)
);
