-- Who has a mandate for a partner reads what is known of it, and of no other: each partner's documents (kind 30) leave the
-- team's audience (4) for one of their own (6), which the team reads since when it read the other.
CREATE TEMP TABLE partner_about (key TEXT PRIMARY KEY, about BLOB NOT NULL);
-- A key is a ULID, 26 letters of five bits, of which the first two are nothing: two letters make two digits, four make five.
WITH RECURSIVE read (key, at, value, hex) AS (
    SELECT DISTINCT doc.key, 0, 0, ''
    FROM doc JOIN audience ON audience.id = doc.audience
    WHERE doc.kind = 30 AND audience.tag = 4 AND length(doc.key) = 26
    UNION ALL
    SELECT
        key,
        at + 1,
        iif(at % 4 = 2, 0, value) * 32 + instr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(key, at + 1, 1)) - 1,
        hex || CASE WHEN at = 2 THEN printf('%02X', value) WHEN at % 4 = 2 THEN printf('%05X', value) ELSE '' END
    FROM read
    WHERE at < 26
)
INSERT INTO partner_about SELECT key, unhex(hex || printf('%05X', value)) FROM read WHERE at = 26;

INSERT OR IGNORE INTO audience (tag, owner) SELECT 6, about FROM partner_about;
INSERT OR IGNORE INTO reader (member, audience, since_seq, until_seq)
SELECT reader.member, own.id, reader.since_seq, reader.until_seq
FROM partner_about
JOIN audience AS own ON own.tag = 6 AND own.owner = partner_about.about
JOIN audience AS team ON team.tag = 4
JOIN reader ON reader.audience = team.id;

UPDATE doc SET audience = own.id
FROM partner_about JOIN audience AS own ON own.tag = 6 AND own.owner = partner_about.about
WHERE doc.kind = 30 AND doc.key = partner_about.key;
UPDATE log SET audience = doc.audience FROM doc
WHERE log.doc = doc.id AND doc.kind = 30 AND log.audience IS NOT NULL;

DROP TABLE partner_about;
