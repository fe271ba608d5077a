-- What became of an alarm is read from the audit.
create index audit_of_alarm on audit (alarm_id, id);
