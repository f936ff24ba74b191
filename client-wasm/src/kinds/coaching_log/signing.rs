//! What signatures say: which sessions are signed, which count, and what waits for whom.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{
    CoachingLog, STATUTORY_POINTS, Session, SessionStatus, SessionType, Signature,
};
use besace_model::sorted::SortedSet;

use super::reading::standing_sessions;

/// How many of the eight points are filled in.
pub(crate) fn filled(points: &[String]) -> u32 {
    points.iter().filter(|text| !text.trim().is_empty()).count() as u32
}

/// Whether somebody's signature binds the report as it stands, and they do not contest it.
pub(crate) fn signature_stands(session: &Session, signer: MemberId) -> bool {
    let signature = session.signatures.get(&signer);
    session.binds(signer) && signature.is_some_and(|it| it.contested_at.is_empty())
}

/// Whether somebody signed on a phone of their own, or said whether what was captured is theirs: then nobody captures
/// their signature anew.
pub(crate) fn has_answered(session: &Session, signer: MemberId) -> bool {
    let signature = session.signatures.get(&signer);
    signature.is_some_and(|it| !is_unconfirmed(signer, it) || !it.contested_at.is_empty())
}

/// Whether a signature was captured on another phone, and its signer did not say yet that it is theirs.
pub(crate) fn is_unconfirmed(signer: MemberId, signature: &Signature) -> bool {
    signature.captured_by != signer && signature.confirmed_at.is_empty()
}

/// Whether its signer has not answered yet to a signature captured on another phone.
pub(crate) fn is_unanswered(signer: MemberId, signature: &Signature) -> bool {
    is_unconfirmed(signer, signature)
        && !signature.changed_since
        && signature.contested_at.is_empty()
}

/// Whether the report changed under a signature that concerns somebody: their own, or one that they captured and that its
/// signer has not answered. What is contested is told as that.
pub(crate) fn changed_under(session: &Session, me: MemberId) -> bool {
    session.signatures.iter().any(|(signer, signature)| {
        let concerns_me =
            *signer == me || signature.captured_by == me && is_unconfirmed(*signer, signature);
        concerns_me && signature.changed_since && signature.contested_at.is_empty()
    })
}

/// Whether the member and a coach signed the report as it stands.
pub(crate) fn is_signed(session: &Session, member: MemberId) -> bool {
    let mut signers = session.signatures.keys();
    signature_stands(session, member)
        && signers.any(|signer| *signer != member && signature_stands(session, *signer))
}

/// The statutory interviews that count (domain.md section 4.2): held, the member present, the eight points filled, both
/// signatures standing. An interview and what amends it count once, as last signed, and not once both signed that it is
/// annulled.
pub(crate) fn counted(member: MemberId, log: &CoachingLog) -> impl Iterator<Item = &Session> {
    let mut met = SortedSet::new();
    let mut newest = standing_sessions(member, log);
    newest.reverse();
    newest
        .into_iter()
        .filter(move |(_, session)| {
            session.statutory
                && session.status == SessionStatus::Done
                && session.member_present == Some(true)
                && filled(&session.eight_points) as usize == STATUTORY_POINTS
                && is_signed(session, member)
        })
        .filter(move |(id, _)| !is_annulled(member, log, *id) && met.insert(first_of(log, *id)))
        .map(|(_, session)| session)
}

/// Whether both sides signed that a session, or one that it stands in a line of amendments with, does not count.
pub(crate) fn is_annulled(member: MemberId, log: &CoachingLog, id: Ulid) -> bool {
    let first = first_of(log, id);
    log.sessions.iter().any(|(other, session)| {
        session.session_type == SessionType::Annulment
            && *other != id
            && is_signed(session, member)
            && first_of(log, *other) == first
    })
}

/// The first of a line of amendments; the least of a circle, which no phone makes.
fn first_of(log: &CoachingLog, id: Ulid) -> Ulid {
    let (mut first, mut met) = (id, SortedSet::new());
    while let Some(amends) = log.sessions.get(&first).and_then(|session| session.amends) {
        if !met.insert(first) {
            return met.iter().next().copied().unwrap_or(id);
        }
        first = amends;
    }
    first
}
