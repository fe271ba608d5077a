-- An alarm and everything the state machine knows of it. Times are ms since 1970.
create table alarm (
  id                    text    not null primary key,
  alarm_key             text    not null,    -- patient, rule and source
  open_key              text,                -- the same while it is open; null once closed
  state                 text    not null,
  seq                   bigint  not null,
  condition             bytea   not null,    -- the newest wardlight.events.v1.AlarmCondition
  ward_id               text    not null,
  bed_id                text    not null,
  peak                  integer not null,    -- worst severity since it was last acknowledged
  level                 integer not null,
  pages                 integer not null,
  recipient             text    not null,
  responsibility        text    not null,
  second_channel        integer not null,
  held                  text,                -- why nobody is asked until next_escalation_ms
  next_escalation_ms    bigint,
  timer                 integer not null,
  receipt_timer         integer not null,
  timers                integer not null,    -- how many were ever started
  acknowledged_by       text,
  acknowledged_ms       bigint,
  accepted_by           text,
  accepted_ms           bigint,
  raised_ms             bigint  not null,
  due_ms                bigint  not null,
  ended_ms              bigint,
  audio_paused_until_ms bigint,
  closed_ms             bigint,              -- ward time
  seen_due_ms           bigint  not null,
  seen_kinds            integer not null
);

-- Never more than one open alarm of the same patient, rule and source.
create unique index alarm_open on alarm (open_key);
create index alarm_by_state on alarm (state, raised_ms);
create index alarm_by_key on alarm (alarm_key, closed_ms);

-- Every condition that has ever belonged to an alarm, so that a replay finds it.
create table alarm_condition (
  condition_id text not null primary key,
  alarm_id     text not null
);

-- Who did what, when and why. Each row carries the hash of the row before it.
create table audit (
  id        bigint generated always as identity primary key,
  time_ms   bigint not null,
  actor     text   not null,
  what      text   not null,
  alarm_id  text   not null,
  why       text   not null,
  prev_hash text   not null,
  hash      text   not null
);

-- What became of an alarm is read from the audit.
create index audit_of_alarm on audit (alarm_id, id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end;
$$;

create trigger audit_no_change before update or delete on audit
  for each row execute function audit_is_append_only();

-- What still has to be told to somebody. A row goes when it has been told.
create table outbox (
  id         bigint generated always as identity primary key,
  kind       text   not null,                -- EVENT or PAGE
  alarm_id   text   not null,
  receiver   text   not null,                -- of a page; empty for an event
  page_id    text   not null,                -- of a page; empty for an event
  payload    bytea  not null,                -- protobuf of an event, JSON body of a page
  created_ms bigint not null,
  owner      text   not null                 -- who sends it; the rows of an instance that is gone are taken over
);

-- Processes that work on these alarms, and when each was last seen alive by the clock of this database.
create table instance (
  id      text   not null primary key,
  seen_ms bigint not null
);

-- How far the log has been read: the next record to read, of each partition.
create table kafka_offset (
  topic       text    not null,
  partition   integer not null,
  next_offset bigint  not null,
  primary key (topic, partition)
);

-- Answers already given to a key.
create table idempotency (
  idempotency_key text   not null primary key,
  request         text   not null,
  response        text   not null,
  created_ms      bigint not null
);

-- What keeps alarms from asking anybody, or from sounding, for a while.
create table pause (
  id          text    not null primary key,
  kind        text    not null,              -- AUDIO, ALARM or RULE
  patient_ref text    not null,
  rule        text    not null,              -- of a silenced rule; empty otherwise
  up_to       integer not null,              -- the gravest severity that it covers
  from_ms     bigint  not null,
  until_ms    bigint  not null,
  actor       text    not null,
  reason      text    not null,
  ended_ms    bigint,                        -- ended before its time
  ended_by    text
);

create index pause_of_patient on pause (patient_ref, until_ms);

-- The timers; the shape is db-scheduler's.
create table scheduled_tasks (
  task_name            text                     not null,
  task_instance        text                     not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean                  not null,
  picked_by            text,
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint                   not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
