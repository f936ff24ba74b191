-- Commits that a document's snapshot covers lie together in few bytes (see the model's `segment`): the row of the log keeps
-- their place, document, audience, device, hash and time, and its signature and change are NULL. `raw_bytes` is what
-- their changes are long. Rows move by and by while the relay is idle: opening a file moves none.
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES doc (id),
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX segment_doc ON segment (doc, last_seq);
-- Up to where in the log a document's commits were moved.
ALTER TABLE doc ADD COLUMN segmented_seq INTEGER NOT NULL DEFAULT 0;
