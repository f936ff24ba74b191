-- When an event's last slot ends. What was noted before does not say so: it is noted again, from each document once.
ALTER TABLE event_terms ADD COLUMN ends_at INTEGER;
DELETE FROM event_terms;
