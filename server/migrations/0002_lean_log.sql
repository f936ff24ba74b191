-- Each page that an acknowledged commit touches is written and synced once more. What memory knows as well goes: which
-- changes a document has (its index), and how far each document is beyond its snapshot (counted when the file opens).
DROP INDEX log_hash;
DROP INDEX doc_due;
ALTER TABLE doc DROP COLUMN changes;
ALTER TABLE doc DROP COLUMN bytes;
ALTER TABLE doc DROP COLUMN since_snapshot;

-- What its owner calls it, to tell a lost phone from the one at hand.
ALTER TABLE device ADD COLUMN name TEXT NOT NULL DEFAULT '';
