-- Processes that work on these alarms, and when each was last seen alive by the clock of this database.
create table instance (
  id      text    not null primary key,
  seen_ms integer not null
);

-- Who sends it. The rows of an instance that is gone are taken over.
alter table outbox add column owner text not null default '';
