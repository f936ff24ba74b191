-- Who revoked a device, if it was a member: its owner is told.
ALTER TABLE device ADD COLUMN revoked_by BLOB REFERENCES member (member);
