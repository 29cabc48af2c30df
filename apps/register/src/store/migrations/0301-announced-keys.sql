-- The keys that data here are under, by name: a process that lacks one of them must not serve. Keys
-- themselves are never here.
create table announced_keys (
  id text primary key,
  kind text not null check (kind in ('content', 'hash')),
  used_from timestamptz not null,
  retired_at timestamptz
);
