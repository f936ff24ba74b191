-- Ways to tell people in time. A device has one by Web Push at most; a revoked device and a member who left have none, whoever
-- decided that and by whatever road, which is why it stands here.
CREATE TABLE push_channel (
    device INTEGER PRIMARY KEY REFERENCES device (id),
    member BLOB NOT NULL REFERENCES member (member),
    endpoint TEXT NOT NULL,
    -- Keys of the browser (RFC 8291): nobody else reads what is sent.
    p256dh BLOB NOT NULL CHECK (length(p256dh) = 65),
    auth BLOB NOT NULL CHECK (length(auth) = 16),
    -- A bit for each concern.
    concerns INTEGER NOT NULL,
    -- Minutes of the day in mainland France; both or none.
    quiet_from INTEGER,
    quiet_until INTEGER,
    lang TEXT NOT NULL,
    -- What called before is not told: since the channel began, or since its device was last seen to hear everything by itself.
    since INTEGER NOT NULL,
    -- Attempts that failed in a row, refusals among them, and when the next one is due.
    failures INTEGER NOT NULL DEFAULT 0,
    refusals INTEGER NOT NULL DEFAULT 0,
    retry_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX push_channel_member ON push_channel (member);

CREATE TABLE mail_channel (
    member BLOB PRIMARY KEY REFERENCES member (member),
    address TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Whether the message that asks for confirmation is still to be sent.
    asks INTEGER NOT NULL DEFAULT 1,
    confirmed_at INTEGER,
    -- What called before is not told: since it was confirmed, or since the last digest.
    since INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    retry_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What links in mails carry, by digest: a stolen file confirms and stops nothing.
CREATE TABLE mail_secret (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    member BLOB NOT NULL REFERENCES mail_channel (member) ON DELETE CASCADE,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_secret_member ON mail_secret (member);

-- Addresses that were asked to confirm, by digest, so that none is asked again and again by people it does not know.
CREATE TABLE mail_asked (
    address BLOB NOT NULL CHECK (length(address) = 32),
    member BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (address, member, at)
) STRICT, WITHOUT ROWID;

-- What called whom since they were last here: nothing of it but which document, and when first and last.
CREATE TABLE call (
    member BLOB NOT NULL REFERENCES member (member),
    concern INTEGER NOT NULL,
    doc INTEGER NOT NULL REFERENCES doc (id),
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (member, concern, doc)
) STRICT, WITHOUT ROWID;

-- What a channel has said since then; device 0 is the mail.
CREATE TABLE told (
    member BLOB NOT NULL REFERENCES member (member),
    device INTEGER NOT NULL,
    concern INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (member, device, concern)
) STRICT, WITHOUT ROWID;

-- Up to which entry of the log it was looked whom it calls; none while there is no channel.
CREATE TABLE heard (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    upto_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER push_channel_device AFTER UPDATE OF revoked_at ON device WHEN new.revoked_at IS NOT NULL
BEGIN
    DELETE FROM push_channel WHERE device = new.id;
    DELETE FROM told WHERE member = new.member AND device = new.id;
END;
CREATE TRIGGER push_channel_member AFTER UPDATE OF status ON member WHEN new.status = 'left'
BEGIN
    DELETE FROM push_channel WHERE member = new.member;
    DELETE FROM mail_secret WHERE member = new.member;
    DELETE FROM mail_channel WHERE member = new.member;
    DELETE FROM mail_asked WHERE member = new.member;
    DELETE FROM call WHERE member = new.member;
    DELETE FROM told WHERE member = new.member;
END;
