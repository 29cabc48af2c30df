-- What is left of a version that was removed after its term: how it stood, without what it said. A
-- withdrawn diploma must never read as valid again.
create table removed_statuses (
  status_list integer not null,
  status_index integer not null,
  standing text not null check (standing in ('withdrawn', 'superseded')),
  primary key (status_list, status_index)
);

-- Finds diplomas whose term has passed; it takes next to no room, and nothing from a delivery.
create index diploma_versions_awarded on diploma_versions using brin (awarded) with (autosummarize = on);

-- On which day what had its term was removed: one process a day does it.
create table retention_runs (
  day date primary key,
  started_at timestamptz not null
);
