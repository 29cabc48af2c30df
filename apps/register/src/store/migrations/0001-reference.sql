-- What institutions may deliver about. Names are those of today; a diploma keeps the names it had.
create table institutions (
  code text primary key,
  name text not null,
  city text not null,
  sectors text[] not null,
  opened date,
  closed date
);

create table programmes (
  scheme text not null,
  code text not null,
  name text not null,
  english_name text,
  sector text not null,
  level text not null,
  primary key (scheme, code)
);

create table subjects (
  code text primary key,
  name text not null,
  english_name text
);
