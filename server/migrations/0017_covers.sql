-- Who stands in for whom and from when to when, as the team's board says in the order of receipt; and whether what the
-- absent coach reads and writes is open to them. What is over is not kept.
CREATE TABLE cover (
    cover BLOB PRIMARY KEY CHECK (length(cover) = 16),
    away BLOB NOT NULL CHECK (length(away) = 16),
    backup BLOB NOT NULL CHECK (length(backup) = 16),
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    is_open INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX cover_away ON cover (away) WHERE is_open;
CREATE INDEX cover_backup ON cover (backup) WHERE is_open;
-- Who stands in now, and until when: both have to accompany members at all.
CREATE VIEW stand_in AS
    SELECT away, backup, max(until_at) AS until_at
    FROM cover
    WHERE is_open
        AND NOT EXISTS (
            SELECT 1 FROM (SELECT away AS member UNION SELECT backup)
            WHERE member NOT IN (
                SELECT member.member FROM member JOIN role USING (member)
                WHERE status = 'active' AND role = 'coach'
            )
        )
    GROUP BY away, backup;
