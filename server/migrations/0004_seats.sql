-- What an event says of its seats, as its accepted changes say it: the writer loads no document to decide.
CREATE TABLE event_terms (
    event BLOB PRIMARY KEY CHECK (length(event) = 16),
    is_created INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    signup_open INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last word of those who changed their mind too often: it counts from `due_at` on.
CREATE TABLE answer_waiting (
    event BLOB NOT NULL CHECK (length(event) = 16),
    member BLOB NOT NULL REFERENCES member (member),
    status TEXT NOT NULL,
    for_sequence INTEGER NOT NULL,
    asked_seq INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (event, member)
) STRICT, WITHOUT ROWID;

-- Events whose seats are to be decided, and when.
CREATE TABLE seats_due (
    event BLOB PRIMARY KEY CHECK (length(event) = 16),
    due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_due_first ON seats_due (due_at, event);

-- When a member may change their mind as often as at first again.
ALTER TABLE answer ADD COLUMN whole_at INTEGER NOT NULL DEFAULT 0;
