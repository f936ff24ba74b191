-- When a derived document is to be written (0: now): some are made again at a time, whatever is given until then.
ALTER TABLE derived_due ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX derived_due_at ON derived_due (due_at);
