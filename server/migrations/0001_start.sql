-- One file holds one cooperative. Identifiers are 16-byte blobs, instants are milliseconds since 1970 in UTC.

-- The cooperative itself and the relay as an author of its documents.
CREATE TABLE coop (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    coop BLOB NOT NULL CHECK (length(coop) = 16),
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    relay_seed BLOB NOT NULL CHECK (length(relay_seed) = 32),
    relay_device BLOB NOT NULL CHECK (length(relay_device) = 16),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE member (
    member BLOB PRIMARY KEY CHECK (length(member) = 16),
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'left', 'relay')),
    branch TEXT NOT NULL DEFAULT '',
    stage TEXT,
    associate INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    member BLOB NOT NULL REFERENCES member (member),
    role TEXT NOT NULL,
    PRIMARY KEY (member, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
    coach BLOB NOT NULL REFERENCES member (member),
    member BLOB NOT NULL REFERENCES member (member),
    PRIMARY KEY (coach, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE facilitator (
    event BLOB NOT NULL CHECK (length(event) = 16),
    member BLOB NOT NULL REFERENCES member (member),
    PRIMARY KEY (event, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id INTEGER PRIMARY KEY,
    device BLOB NOT NULL UNIQUE CHECK (length(device) = 16),
    member BLOB NOT NULL REFERENCES member (member),
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    last_seen INTEGER NOT NULL
) STRICT;
CREATE INDEX device_member ON device (member);

-- Only the digest of a secret is kept: a stolen file invites nobody.
CREATE TABLE invitation (
    secret_hash BLOB PRIMARY KEY CHECK (length(secret_hash) = 32),
    member BLOB NOT NULL REFERENCES member (member),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;

-- Sets of readers; `tag` and `owner` are Audience.
CREATE TABLE audience (
    id INTEGER PRIMARY KEY,
    tag INTEGER NOT NULL,
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    UNIQUE (tag, owner)
) STRICT;

-- Who read what from which log entry until which one. Rows are closed, never removed: a cursor of any age finds its answer.
CREATE TABLE reader (
    member BLOB NOT NULL REFERENCES member (member),
    audience INTEGER NOT NULL REFERENCES audience (id),
    since_seq INTEGER NOT NULL,
    until_seq INTEGER,
    PRIMARY KEY (member, audience, since_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE doc (
    id INTEGER PRIMARY KEY,
    doc BLOB NOT NULL UNIQUE CHECK (length(doc) = 16),
    kind INTEGER NOT NULL,
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    key TEXT NOT NULL,
    generation INTEGER NOT NULL,
    audience INTEGER NOT NULL REFERENCES audience (id),
    first_seq INTEGER NOT NULL,
    changes INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    since_snapshot INTEGER NOT NULL DEFAULT 0,
    -- Automerge did not take what admission did: nothing more is accepted until a person has looked.
    frozen INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX doc_audience ON doc (audience, kind);
CREATE INDEX doc_owner ON doc (owner);
CREATE INDEX doc_due ON doc (since_snapshot) WHERE since_snapshot > 0 AND frozen = 0;

-- The cooperative's one log. `seq` has no gaps. A row without a document is a change of the readers.
CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    doc INTEGER REFERENCES doc (id),
    audience INTEGER,
    device INTEGER REFERENCES device (id),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    received_at INTEGER NOT NULL,
    signature BLOB,
    change BLOB
) STRICT;
CREATE UNIQUE INDEX log_hash ON log (doc, hash) WHERE doc IS NOT NULL;
CREATE INDEX log_doc ON log (doc, seq) WHERE doc IS NOT NULL;
CREATE INDEX log_audience ON log (audience, seq) WHERE doc IS NOT NULL;

-- Disposable: rebuilt from the log at any time.
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    doc INTEGER NOT NULL UNIQUE REFERENCES doc (id),
    upto_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- Refusals and what is held for a person to decide. By device too: nobody's refusal becomes another's.
CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    doc BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES device (id),
    held INTEGER NOT NULL,
    code INTEGER NOT NULL,
    path TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    head BLOB,
    signature BLOB,
    change BLOB,
    UNIQUE (doc, hash, device)
) STRICT;
CREATE INDEX verdict_device ON verdict (device, id);

-- The standing answers to events; `asked_seq` is the order in which they were received.
CREATE TABLE answer (
    event BLOB NOT NULL CHECK (length(event) = 16),
    member BLOB NOT NULL REFERENCES member (member),
    status TEXT NOT NULL,
    for_sequence INTEGER NOT NULL,
    asked_seq INTEGER NOT NULL,
    PRIMARY KEY (event, member)
) STRICT, WITHOUT ROWID;

-- What people did to people; no content of documents.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor BLOB NOT NULL,
    action TEXT NOT NULL,
    subject BLOB NOT NULL,
    detail TEXT NOT NULL
) STRICT;
