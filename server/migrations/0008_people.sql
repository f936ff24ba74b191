-- A decision about people reads again those whom it changed, and nobody else.
CREATE INDEX assignment_member ON assignment (member);
CREATE INDEX facilitator_member ON facilitator (member);
CREATE INDEX invitation_open ON invitation (member) WHERE used_at IS NULL;
