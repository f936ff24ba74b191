//! What of coaching logs waits, and which sessions come up: of one's own log, and of those of the members one accompanies.

mod asks;
mod sessions;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::CoachingLog;
use besace_model::plain::ToPlain;
use ts_rs::TS;

pub(crate) use asks::answer_due;

use super::reading::is_open;
use crate::entry::shorten;
use crate::kinds::{Next, Wait};
use crate::view::Place;
use crate::view::today::{NextItem, Pressing, SOON_DAYS, WaitingItem};
use crate::views::{ViewReader, live};

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
