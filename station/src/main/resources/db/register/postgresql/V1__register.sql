-- Who lies where, who wears what, what is normal for whom. Times are ms since 1970.
create table bed (
  ward_id text    not null,
  bed_id  text    not null,
  place   bigint  not null,               -- on the board, from 1
  nurse   text    not null,               -- staff id
  removed bigint  not null default 0,     -- 1: taken away, and not to come back from a plan
  primary key (ward_id, bed_id)
);

-- One stay under its pseudonym. Initials and sex are kept here and nowhere else.
create table stay (
  patient_ref   text    not null primary key,
  ward_id       text    not null,
  bed_id        text    not null,
  admitted_ms   bigint  not null,
  discharged_ms bigint,
  initials      text    not null,
  age_years     bigint,
  sex           text    not null,
  spo2_scale    bigint  not null,
  order_actor   text,                     -- who ordered SpO2 scale 2
  order_reason  text,
  order_ms      bigint,
  care_profile  text    not null,
  revision      bigint  not null
);

-- One patient in a bed.
create unique index stay_in_bed on stay (ward_id, bed_id) where discharged_ms is null;

create table device (
  id       text    not null primary key,
  profile  text    not null,
  signals  bytea   not null,              -- wardlight.events.v1.DeviceRegistration with nothing but its signals
  revision bigint  not null
);

-- The patient wore the device from (inclusive) to (exclusive). A correction is a row of its own.
create table association (
  id            text    not null primary key,
  device_id     text    not null references device (id),
  patient_ref   text    not null references stay (patient_ref),
  from_ms       bigint  not null,
  to_ms         bigint,
  actor         text    not null,
  reason        text    not null,
  recorded_ms   bigint  not null,
  superseded_by text
);

-- One device has one patient.
create unique index association_open on association (device_id) where to_ms is null and superseded_by is null;

create table patient_limits (
  patient_ref text    not null primary key,
  limits      bytea   not null,           -- wardlight.events.v1.PatientLimits
  revision    bigint  not null
);

create table rota (
  ward_id  text    not null primary key,
  rota     bytea   not null,              -- wardlight.events.v1.Rota
  revision bigint  not null
);

create table chart_entry (
  id           text    not null primary key,
  patient_ref  text    not null references stay (patient_ref),
  time_ms      bigint  not null,
  entry        bytea   not null,          -- wardlight.events.v1.ChartEntry
  corrected_by text
);

create index chart_entry_of_patient on chart_entry (patient_ref, time_ms);

-- Who did what, when and why.
create table change (
  id      bigint generated always as identity primary key,
  ward_id text    not null,
  time_ms bigint  not null,
  actor   text    not null,
  what    text    not null,
  about   text    not null,
  reason  text    not null
);

create function change_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the change log is append-only';
end;
$$;

create trigger change_no_change before update or delete on change
  for each row execute function change_is_append_only();

-- What still has to go on a topic. A row goes when it is there.
create table outbox (
  id         bigint generated always as identity primary key,
  ward_id    text    not null,
  topic      text    not null,
  record_key text    not null,
  value      bytea   not null,
  created_ms bigint  not null
);
