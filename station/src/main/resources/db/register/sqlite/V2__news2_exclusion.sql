-- Why NEWS2 is not made for somebody beside the age: pregnant, spinal-cord-injury; empty for no reason.
alter table stay add column news2_exclusion text not null default '';
