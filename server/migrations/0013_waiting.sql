-- Rosters named who waits, to everybody: each is decided again, and written without that and without its history.
INSERT OR IGNORE INTO seats_due (event, due_at) SELECT DISTINCT event, 0 FROM answer;
