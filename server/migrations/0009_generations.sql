-- The relay rebuilds its own documents without their history. The one before is superseded: nobody is sent it any more,
-- and its entries of the log lose their content bit by bit (their places and hashes stay: the log has no gaps).
ALTER TABLE doc ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
-- The last entry of what it was rebuilt from.
ALTER TABLE doc ADD COLUMN base_seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX doc_generation ON doc (kind, owner, key, generation) WHERE generation > 0;
CREATE INDEX doc_rebuilt ON doc (audience, kind, first_seq) WHERE generation > 0;
CREATE INDEX doc_superseded ON doc (superseded) WHERE superseded = 1;
