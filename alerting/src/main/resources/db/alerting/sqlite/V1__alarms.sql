-- An alarm and everything the state machine knows of it. Times are ms since 1970.
create table alarm (
  id                 text    not null primary key,
  open_key           text,                -- patient, rule and source while it is open; null once closed
  state              text    not null,
  seq                integer not null,
  condition          blob    not null,    -- the newest wardlight.events.v1.AlarmCondition
  ward_id            text    not null,
  bed_id             text    not null,
  peak               integer not null,    -- worst severity since it was last acknowledged
  level              integer not null,
  pages              integer not null,
  timer              integer not null,
  recipient          text    not null,
  next_escalation_ms integer,
  acknowledged_by    text,
  acknowledged_ms    integer,
  raised_ms          integer not null,
  due_ms             integer not null,
  ended_ms           integer,
  seen_due_ms        integer not null,
  seen_kinds         integer not null
);

-- Never more than one open alarm of the same patient, rule and source.
create unique index alarm_open on alarm (open_key);
create index alarm_by_state on alarm (state, raised_ms);

-- Every condition that has ever belonged to an alarm, so that a replay finds it.
create table alarm_condition (
  condition_id text not null primary key,
  alarm_id     text not null
);

-- Who did what, when and why. Each row carries the hash of the row before it.
create table audit (
  id        integer primary key autoincrement,
  time_ms   integer not null,
  actor     text    not null,
  what      text    not null,
  alarm_id  text    not null,
  why       text    not null,
  prev_hash text    not null,
  hash      text    not null
);

create trigger audit_no_update before update on audit
begin
  select raise(abort, 'the audit is append-only');
end;

create trigger audit_no_delete before delete on audit
begin
  select raise(abort, 'the audit is append-only');
end;

-- What still has to be told to somebody. A row goes when it has been told.
create table outbox (
  id         integer primary key autoincrement,
  kind       text    not null,            -- EVENT or PAGE
  alarm_id   text    not null,
  receiver   text    not null,            -- of a page; empty for an event
  page_id    text    not null,            -- of a page; empty for an event
  payload    blob    not null,            -- protobuf of an event, JSON body of a page
  created_ms integer not null
);

-- How far the log has been read: the next record to read, of each partition.
create table kafka_offset (
  topic       text    not null,
  partition   integer not null,
  next_offset integer not null,
  primary key (topic, partition)
);

-- Answers already given to a key.
create table idempotency (
  idempotency_key text    not null primary key,
  request         text    not null,
  response        text    not null,
  created_ms      integer not null
);

-- The timers; the shape is db-scheduler's.
create table scheduled_tasks (
  task_name            text    not null,
  task_instance        text    not null,
  task_data            blob,
  execution_time       timestamp not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamp,
  last_failure         timestamp,
  consecutive_failures integer,
  last_heartbeat       timestamp,
  version              bigint  not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
