-- Who was asked, who accepted, what holds an alarm. Times are ms since 1970.
alter table alarm add column alarm_key text;                    -- patient, rule and source, also once closed
alter table alarm add column responsibility text not null default 'RESPONSIBILITY_NONE';
alter table alarm add column second_channel integer not null default 0;
alter table alarm add column held text;                         -- why nobody is asked until next_escalation_ms
alter table alarm add column receipt_timer integer not null default 0;
alter table alarm add column timers integer not null default 0; -- how many were ever started
alter table alarm add column accepted_by text;
alter table alarm add column accepted_ms integer;
alter table alarm add column audio_paused_until_ms integer;
alter table alarm add column closed_ms integer;                 -- ward time

-- Pages of an earlier version were sent without waiting for a receipt.
update alarm set alarm_key = open_key, timers = pages,
  responsibility = case when pages > 0 then 'RESPONSIBILITY_DELIVERED' else 'RESPONSIBILITY_NONE' end;
update alarm set responsibility = 'RESPONSIBILITY_EXHAUSTED'
  where pages > 0 and timer = 0 and acknowledged_by is null and state <> 'CLOSED';

create index alarm_by_key on alarm (alarm_key, closed_ms);

-- What keeps alarms from asking anybody, or from sounding, for a while.
create table pause (
  id          text    not null primary key,
  kind        text    not null,            -- AUDIO, ALARM or RULE
  patient_ref text    not null,
  rule        text    not null,            -- of a silenced rule; empty otherwise
  up_to       integer not null,            -- the gravest severity that it covers
  from_ms     integer not null,
  until_ms    integer not null,
  actor       text    not null,
  reason      text    not null,
  ended_ms    integer,                     -- ended before its time
  ended_by    text
);

create index pause_of_patient on pause (patient_ref, until_ms);
