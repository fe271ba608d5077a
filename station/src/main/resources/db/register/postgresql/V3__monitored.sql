-- In which parts of an hour a patient was monitored, and whose patient it was then. Times are ms since 1970.
create table monitored (
  ward_id     text    not null,
  patient_ref text    not null,
  nurse       text    not null,
  hour_ms     bigint  not null,            -- its beginning
  slots       integer not null,            -- bit n: a value came in the n-th five minutes
  primary key (patient_ref, hour_ms, nurse)
);

create index monitored_by_time on monitored (ward_id, hour_ms);
