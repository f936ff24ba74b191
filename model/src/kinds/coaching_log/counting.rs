//! What signatures say: which sessions are signed, which interviews count.

use super::{CoachingLog, STATUTORY_POINTS, Session, SessionStatus, SessionType};
use crate::ids::{MemberId, Ulid};
use crate::sorted::SortedSet;

impl Session {
    /// Whether somebody's signature binds the report as it stands, and they do not contest it.
    #[must_use]
    pub fn is_signed_by(&self, signer: MemberId) -> bool {
        let signature = self.signatures.get(&signer);
        self.binds(signer) && signature.is_some_and(|it| it.contested_at.is_empty())
    }

    /// Who signed the report as it stands.
    pub fn signers(&self) -> impl Iterator<Item = MemberId> {
        let signers = self.signatures.keys().copied();
        signers.filter(|signer| self.is_signed_by(*signer))
    }

    /// Whether both sides, the owner of the log and a coach, signed the report as it stands.
    #[must_use]
    pub fn is_signed(&self, owner: MemberId) -> bool {
        self.is_signed_by(owner) && self.signers().any(|signer| signer != owner)
    }

    /// How many of the eight points are filled in.
    #[must_use]
    pub fn points_filled(&self) -> usize {
        let points = self.eight_points.iter();
        points.filter(|text| !text.trim().is_empty()).count()
    }
}

impl CoachingLog {
    /// Sessions that were not removed. What both sides signed stands, whoever removed it before they knew.
    pub fn standing_sessions(&self, owner: MemberId) -> impl Iterator<Item = (Ulid, &Session)> {
        let all = self.sessions.iter().map(|(id, session)| (*id, session));
        all.filter(move |(_, session)| {
            session.entry.removed_at.is_empty() || session.is_closed(owner)
        })
    }

    /// The interviews that count (domain.md section 4.2): held, the member present, the eight points filled, both
    /// signatures standing. An interview and what amends it count once, as last signed, and not once both signed that it
    /// is annulled.
    #[must_use]
    pub fn counted(&self, owner: MemberId) -> SortedSet<Ulid> {
        let mut met = SortedSet::new();
        let mut newest: Vec<_> = self.standing_sessions(owner).collect();
        newest.reverse();
        newest
            .into_iter()
            .filter(|(_, session)| {
                session.statutory
                    && session.status == SessionStatus::Done
                    && session.member_present == Some(true)
                    && session.points_filled() == STATUTORY_POINTS
                    && session.is_signed(owner)
            })
            .filter(|(id, _)| !self.is_annulled(owner, *id) && met.insert(self.first_of(*id)))
            .map(|(id, _)| id)
            .collect()
    }

    /// Whether both sides signed that a session, or one that it stands in a line of amendments with, does not count.
    #[must_use]
    pub fn is_annulled(&self, owner: MemberId, id: Ulid) -> bool {
        let first = self.first_of(id);
        self.sessions.iter().any(|(other, session)| {
            session.session_type == SessionType::Annulment
                && *other != id
                && session.is_signed(owner)
                && self.first_of(*other) == first
        })
    }

    /// The first of a line of amendments; the least of a circle, which no phone makes.
    fn first_of(&self, id: Ulid) -> Ulid {
        let (mut first, mut met) = (id, SortedSet::new());
        while let Some(amends) = self.sessions.get(&first).and_then(|session| session.amends) {
            if !met.insert(first) {
                return met.iter().next().copied().unwrap_or(id);
            }
            first = amends;
        }
        first
    }
}
