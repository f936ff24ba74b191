-- What the accepted changes of each member amount to, up to an entry of the log (see `coop.spent_upto`). What came since
-- is counted when the file opens: an acknowledged commit touches no page for it.
CREATE TABLE spent (
    member BLOB PRIMARY KEY REFERENCES member (member),
    bytes INTEGER NOT NULL,
    ops INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE coop ADD COLUMN spent_upto INTEGER NOT NULL DEFAULT 0;
