-- What alarms cost is read by time.
create index alarm_by_time on alarm (raised_ms);
create index audit_by_time on audit (time_ms);
