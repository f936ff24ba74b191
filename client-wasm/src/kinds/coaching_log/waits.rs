//! What of coaching logs waits, and which sessions come up: of one's own log, and of those of the members one accompanies.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{Ask, CoachingLog, Session, SessionStatus, Urgency};
use besace_model::plain::ToPlain;
use besace_model::time::{DAY_MS, Timestamp};
use ts_rs::TS;

use super::reading::is_open;
use super::signing;
use crate::entry::shorten;
use crate::kinds::{Next, Wait};
use crate::view::Place;
use crate::view::today::{NextItem, Pressing, SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, live};

/// What the app offers to choose for an ask: "this week", and "urgent".
const ANSWER_DAYS: i64 = 7;
const ANSWER_DAYS_URGENT: i64 = 2;

/// Why something of a coaching log waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum CoachingWait {
    /// A signature was captured in my name: is it mine?
    SignedForMe,
    /// A signature that I captured is contested.
    Contested,
    /// What I signed, or what was signed on my phone, changed since: the signature binds nothing that stands.
    ChangedSince,
    /// An ask of a member I accompany.
    Ask,
    /// An action of mine past its date.
    ActionLate,
    /// A report to sign.
    Sign,
    /// A statutory report to complete.
    Report,
    /// An action of mine due within a week.
    ActionDue,
    /// A session to prepare.
    Prepare,
}

impl<'a> ViewReader<'a> {
    pub(crate) fn logs_wait(&self) -> Vec<WaitingItem> {
        let mut waiting = Vec::new();
        for (member, log) in self.logs_to_watch() {
            self.asks_wait(member, log, &mut waiting);
            self.actions_wait(member, log, &mut waiting);
            self.sessions_wait(member, log, &mut waiting);
        }
        waiting
    }

    pub(crate) fn next_sessions(&self) -> Vec<NextItem> {
        let me = self.me_id();
        let next = self
            .logs_to_watch()
            .into_iter()
            .filter_map(|(member, log)| {
                let (id, session) = self.next_session(member)?;
                Some(self.session_row(member, log, id, session))
            });
        next.filter(|row| {
            let mut coaches = row.coaches.iter();
            row.member == me || row.coaches.is_empty() || coaches.any(|coach| coach.member == me)
        })
        .map(|row| NextItem {
            at: row.starts_at.clone(),
            what: Next::CoachingLog { row: Box::new(row) },
        })
        .collect()
    }

    fn logs_to_watch(&self) -> Vec<(MemberId, &'a CoachingLog)> {
        let grants = &self.replica.grants;
        let coached = grants.coached.iter().copied();
        let coached = coached.filter(|_| grants.has(Role::Coach));
        let all = std::iter::once(self.me_id()).chain(coached);
        all.filter_map(|member| Some((member, self.log(member)?)))
            .collect()
    }

    fn asks_wait(&self, member: MemberId, log: &CoachingLog, waiting: &mut Vec<WaitingItem>) {
        if member == self.me_id() {
            return;
        }
        for (id, ask) in live(&log.asks, |ask| &ask.entry) {
            if ask.answered_at.is_empty() {
                let due = answer_due(ask);
                let entry = ("asks", id);
                let pressing = self.due(&due);
                waiting.push(self.in_log(
                    CoachingWait::Ask,
                    pressing,
                    &ask.text,
                    due,
                    entry,
                    member,
                ));
            }
        }
    }

    fn actions_wait(&self, member: MemberId, log: &CoachingLog, waiting: &mut Vec<WaitingItem>) {
        let (me, soon) = (self.me_id(), self.day_after(SOON_DAYS));
        for (id, action) in live(&log.actions, |action| &action.entry) {
            let due = action.due.as_str();
            if action.owner != Some(me) || !is_open(action) || due.is_empty() || due > soon.as_str()
            {
                continue;
            }
            let pressing = self.due(due);
            let word = match pressing {
                Pressing::Late => CoachingWait::ActionLate,
                _ => CoachingWait::ActionDue,
            };
            let entry = ("actions", id);
            waiting.push(self.in_log(word, pressing, &action.text, due.to_owned(), entry, member));
        }
    }

    fn sessions_wait(&self, member: MemberId, log: &CoachingLog, waiting: &mut Vec<WaitingItem>) {
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

    fn in_log(
        &self,
        word: CoachingWait,
        pressing: Pressing,
        label: &str,
        due: String,
        (collection, id): (&str, Ulid),
        member: MemberId,
    ) -> WaitingItem {
        WaitingItem {
            why: Wait::CoachingLog { word },
            pressing,
            label: shorten(label),
            member: Some(member),
            who: self.name(member),
            due,
            place: Some(Place::new(
                &DocHead::coaching_log(member),
                collection,
                &id.to_string(),
            )),
        }
    }
}

/// The day by which an ask hopes for its answer; empty when there is no hurry.
fn answer_due(ask: &Ask) -> String {
    let days = match ask.urgency {
        Urgency::High => ANSWER_DAYS_URGENT,
        Urgency::Normal => ANSWER_DAYS,
        Urgency::Low => return String::new(),
    };
    Timestamp::parse_rfc3339(&ask.entry.created_at)
        .map(|asked| asked.plus_ms(days * DAY_MS).local_date())
        .unwrap_or_default()
}
