-- What was taken from people, and given back: numbered, so that the journal beside the keys and this file know what
-- the other lacks. No content of documents.
CREATE TABLE revocation (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    entry TEXT NOT NULL
) STRICT;
