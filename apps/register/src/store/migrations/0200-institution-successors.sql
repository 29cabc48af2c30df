-- Which institution answers for the records of one that merged into it, or stopped. A successor may
-- have one of its own, so this can be a chain; it never is a circle.
create table institution_successors (
  predecessor text primary key,
  successor text not null,
  check (predecessor <> successor)
);

create index institution_successors_successor on institution_successors (successor);
