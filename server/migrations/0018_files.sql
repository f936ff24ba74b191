-- Files that documents name, by the SHA-256 of their bytes, which lie elsewhere: each once, however many documents name it.
-- One that no document has any more is gone once its bytes are.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    bytes INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    is_gone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX file_gone ON file (is_gone) WHERE is_gone;
-- The documents that have one, since somebody brought it for them: each by its first generation; up to which entry of the log
-- it was looked at whether the document still names it, and since when it does not.
CREATE TABLE file_of (
    doc INTEGER NOT NULL REFERENCES doc (id),
    file INTEGER NOT NULL REFERENCES file (id),
    member BLOB NOT NULL CHECK (length(member) = 16),
    at INTEGER NOT NULL,
    checked_seq INTEGER NOT NULL,
    unnamed_at INTEGER,
    PRIMARY KEY (doc, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_of_file ON file_of (file);
CREATE INDEX file_of_member ON file_of (member);
