-- What holders share, with whom and until when. Neither the code nor the PIN is here: the code finds
-- the share by its hash in share_codes, and the PIN is a hash keyed outside the database.
create table shares (
  holder_id uuid not null,
  share_id uuid not null,
  pin_hash bytea not null,
  diploma_ids uuid[] not null,
  expires_on date not null,
  marks boolean not null,
  receiver_content bytea,
  content_key_id text,
  created_at timestamptz not null,
  revoked_at timestamptz,
  wrong_pins integer not null default 0,
  times_opened integer not null default 0,
  last_opened_at timestamptz,
  primary key (holder_id, share_id),
  check (num_nulls(receiver_content, content_key_id) in (0, 2))
);

create table share_codes (
  code_hash bytea primary key,
  holder_id uuid not null,
  share_id uuid not null
);
