-- How each version of a diploma stood that was removed after its term, for the extracts in which it is
-- named beside diplomas that are still there. It goes with the holder.
create table removed_versions (
  holder_id uuid not null,
  diploma_id uuid not null,
  version integer not null,
  standing text not null check (standing in ('valid', 'withdrawn', 'superseded')),
  primary key (holder_id, diploma_id, version)
);
