-- How far each document was tried by Automerge, and the operations it had then: what a restart need not try again, and
-- what the next trial costs.
ALTER TABLE doc ADD COLUMN tried_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE doc ADD COLUMN tried_ops INTEGER NOT NULL DEFAULT 0;
