-- Public keys with which institutions prove themselves at the token service.
create table institution_keys (
  institution text not null,
  -- Of the key (RFC 7638); its `kid`.
  thumbprint text not null,
  public_key jsonb not null,
  added_at timestamptz not null,
  primary key (institution, thumbprint)
);
