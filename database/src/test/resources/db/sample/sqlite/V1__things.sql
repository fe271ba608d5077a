create table thing (
  id integer not null primary key
);
