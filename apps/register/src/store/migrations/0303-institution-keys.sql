-- Public keys with which institutions prove themselves at the token service.
create table institution_keys (
  institution text not null,
  -- The thumbprint of the key (RFC 7638).
  key_id text not null,
  public_key jsonb not null,
  added_at timestamptz not null,
  primary key (institution, key_id)
);
