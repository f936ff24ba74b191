//! Sessions wait: to be prepared, completed, signed, or looked at again.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingLog, Session, SessionStatus};

use super::CoachingWait;
use crate::kinds::coaching_log::signing;
use crate::view::today::{Pressing, WaitingItem};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(super) fn sessions_wait(
        &self,
        member: MemberId,
        log: &CoachingLog,
        waiting: &mut Vec<WaitingItem>,
    ) {
        for (id, session) in log.standing_sessions(member) {
            let at = session.starts_at.as_str();
            for word in self.session_waits(member, log, id, session) {
                let pressing = match word {
                    CoachingWait::SignedForMe
                    | CoachingWait::Contested
                    | CoachingWait::ChangedSince => Pressing::Wrong,
                    _ => self.near(at),
                };
                let entry = ("sessions", id);
                let label = &session.objectives;
                waiting.push(self.in_log(word, pressing, label, at.to_owned(), entry, member));
            }
        }
    }

    /// Why a session waits.
    fn session_waits(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        session: &Session,
    ) -> Vec<CoachingWait> {
        let me = self.me_id();
        let row = self.session_row(member, log, id, session);
        let mut words = Vec::new();
        let own = session.signatures.get(&me);
        if own.is_some_and(|own| signing::is_unanswered(me, own)) {
            words.push(CoachingWait::SignedForMe);
        }
        // Settled by what both sides signed instead; an amendment that somebody began settles nothing.
        let mut others = log.sessions.values();
        let is_amended = others.any(|other| other.amends == Some(id) && other.is_closed(member));
        let mut contested = session.signatures.iter().filter(|(signer, signature)| {
            **signer != me
                && signature.captured_by == me
                && !signature.contested_at.is_empty()
                && !signature.changed_since
        });
        if contested.next().is_some() && !is_amended {
            words.push(CoachingWait::Contested);
        }
        let is_settled = is_amended || row.closed || row.annulled;
        let unprepared = || {
            let prepared = log.preparations.get(&id);
            prepared.is_none_or(|text| text.trim().is_empty())
        };
        if signing::changed_under(session, me) && !is_settled {
            words.push(CoachingWait::ChangedSince);
        } else if row.to_sign && (row.points_filled == 8 || !session.statutory) {
            words.push(CoachingWait::Sign);
        } else if row.incomplete && session.coaches.contains(&me) && row.points_filled < 8 {
            words.push(CoachingWait::Report);
        } else if member == me
            && session.status == SessionStatus::Planned
            && !self.is_past(&session.starts_at)
            && unprepared()
        {
            words.push(CoachingWait::Prepare);
        }
        words
    }
}
