-- What the relay derives from documents (see the model's `projection`): how far it has come, which version each kind was
-- derived by, what each document gave to each derived one, and which of those are to be written. An acknowledged commit
-- touches no page for it: what came after `derived_upto` is found in the log when the file opens.
ALTER TABLE coop ADD COLUMN derived_upto INTEGER NOT NULL DEFAULT 0;
CREATE TABLE projection (
    kind INTEGER PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;
CREATE TABLE given (
    kind INTEGER NOT NULL,
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    key TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES doc (id),
    part BLOB NOT NULL,
    PRIMARY KEY (kind, owner, key, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX given_source ON given (source, kind);
CREATE TABLE derived_due (
    kind INTEGER NOT NULL,
    owner BLOB NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (kind, owner, key)
) STRICT, WITHOUT ROWID;
