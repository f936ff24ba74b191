//! The sessions of a coaching log.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingLog, Session, SessionStatus};
use besace_model::kinds::register::INTERVIEWS_A_YEAR;
use besace_model::time::year_of;

use crate::kinds::coaching_log::SessionRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, local_day, page};

impl<'a> ViewReader<'a> {
    /// Sessions that stand, the latest first.
    pub(crate) fn sessions_by_start(&self, member: MemberId) -> Vec<(Ulid, &'a Session)> {
        let log = self.log_or_empty(member);
        let mut sessions: Vec<_> = log.standing_sessions(member).collect();
        sessions.sort_by(|(a, x), (b, y)| (&y.starts_at, b).cmp(&(&x.starts_at, a)));
        sessions
    }

    pub(crate) fn next_session(&self, member: MemberId) -> Option<(Ulid, &'a Session)> {
        // A session of today stays "next" until it is held or the day is over.
        self.sessions_by_start(member)
            .into_iter()
            .rev()
            .find(|(_, session)| {
                session.status == SessionStatus::Planned
                    && *local_day(&session.starts_at) >= *self.today
            })
    }

    pub(crate) fn last_session(&self, member: MemberId) -> Option<(Ulid, &'a Session)> {
        self.sessions_by_start(member)
            .into_iter()
            .find(|(_, session)| session.status == SessionStatus::Done)
    }

    /// Statutory interviews of this year that count, and no more than are due.
    pub(crate) fn statutory_done(&self, member: MemberId) -> u32 {
        let log = self.log_or_empty(member);
        let counted = log.counted(member);
        let of_year = counted.iter().filter(|id| {
            let session = log.sessions.get(id);
            session.is_some_and(|session| year_of(&local_day(&session.starts_at)) == self.year())
        });
        (of_year.count() as u32).min(INTERVIEWS_A_YEAR)
    }

    pub(crate) fn sessions(&self, member: MemberId, window: Window) -> Page<SessionRow> {
        let log = self.log_or_empty(member);
        page(&self.sessions_by_start(member), window, |(id, session)| {
            self.session_row(member, log, *id, session)
        })
    }

    pub(crate) fn session_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        session: &Session,
    ) -> SessionRow {
        let head = DocHead::coaching_log(member);
        let me = self.me_id();
        let done = session.status == SessionStatus::Done;
        let points_filled = session.points_filled() as u32;
        let signed_by_me = session.is_signed_by(me);
        let closed = session.is_closed(member);
        SessionRow {
            info: self.info(
                &head,
                ("sessions", "minutes"),
                id,
                &session.entry,
                &log.conflicts,
            ),
            member,
            member_name: self.name(member),
            starts_at: session.starts_at.clone(),
            minutes: session.minutes,
            mode: session.mode,
            place: session.place.clone(),
            session_type: session.session_type,
            statutory: session.statutory,
            status: session.status,
            coaches: self.people(&session.coaches),
            points_filled,
            signed: session.signers().count() as u32,
            incomplete: session.statutory
                && done
                && (points_filled < 8 || !session.is_signed(member)),
            to_sign: (session.statutory || session.amends.is_some())
                && done
                && !closed
                && !signed_by_me
                && (me == member || session.coaches.contains(&me)),
            closed,
            amends: session.amends,
            annulled: log.is_annulled(member, id),
        }
    }
}
