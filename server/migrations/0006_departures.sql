-- What was held for a decision that nobody could take goes, and with it what only it needed: refused is refused.
UPDATE verdict SET signature = NULL, change = NULL, head = NULL;
ALTER TABLE verdict DROP COLUMN signature;
ALTER TABLE verdict DROP COLUMN change;
ALTER TABLE verdict DROP COLUMN head;
ALTER TABLE verdict DROP COLUMN bytes;
ALTER TABLE verdict DROP COLUMN held;

-- Who made an invitation, and on which of their devices: it ends with either. The operator's have neither. Of older ones
-- the audit knows the maker to the millisecond.
ALTER TABLE invitation ADD COLUMN inviter BLOB;
ALTER TABLE invitation ADD COLUMN device BLOB;
UPDATE invitation SET inviter = (
    SELECT actor FROM audit
    WHERE action = 'invite' AND subject = invitation.member AND at = invitation.created_at LIMIT 1);
CREATE INDEX invitation_inviter ON invitation (inviter) WHERE used_at IS NULL;
