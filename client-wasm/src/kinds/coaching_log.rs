//! Coaching logs.

use super::{Checked, Settling, Shown};
use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Record;
use besace_model::kinds::coaching_log::{CoachingCommand, CoachingLog};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::actions::ActionItem;
use crate::view::today::{NextItem, WaitingItem};
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod portfolio;
pub(crate) mod reading;
pub(crate) mod signing;
mod standing_in;
mod view;
mod waits;

pub use view::*;
pub use waits::CoachingWait;
pub(crate) use waits::answer_due;

requests! {
    /// What screens ask of coaching logs. `member: null` means oneself.
    CoachingRequest, CoachingAnswer, CoachingViews by reader {
        /// The members a coach accompanies.
        Portfolio {
            /// Which rows.
            window: Window,
        } -> Page<PortfolioRow> = reader.portfolio(*window),
        /// A coaching log at a glance.
        Coaching {
            /// Whose log.
            member: Option<MemberId>,
        } -> Option<Box<CoachingView>> = reader.coaching(reader.whose(*member)).map(Box::new),
        /// A page of sessions, the latest first.
        Sessions {
            /// Whose log.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<SessionRow> = reader.sessions(reader.whose(*member), *window),
        /// One session.
        Session {
            /// Whose log.
            member: Option<MemberId>,
            /// The session.
            id: Ulid,
        } -> Option<Box<SessionSheet>> =
            reader.session_sheet(reader.whose(*member), *id).map(Box::new),
        /// A page of goals.
        Goals {
            /// Whose log.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<GoalRow> = reader.goals(reader.whose(*member), *window),
        /// A page of actions.
        Actions {
            /// Whose log.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<ActionRow> = reader.actions(reader.whose(*member), *window),
        /// Asks without an answer, of all whom the reader accompanies, the oldest first.
        OpenAsks {
            /// Which rows.
            window: Window,
        } -> Page<AskRow> = reader.open_asks(*window),
        /// A page of asks.
        Asks {
            /// Whose log.
            member: Option<MemberId>,
            /// Which rows.
            window: Window,
        } -> Page<AskRow> = reader.asks(reader.whose(*member), *window),
    }
}

impl Shown for CoachingLog {
    fn collection(word: &str) -> &'static str {
        let word = word.to_lowercase();
        let all = [("goal", "goals"), ("action", "actions"), ("ask", "asks")];
        let named = all.into_iter().find(|(part, _)| word.contains(part));
        named.map_or("sessions", |(_, collection)| collection)
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let (member, id) = (at.head.owner, at.id.parse().ok()?);
        Some(Command::CoachingLog(match at.collection {
            "feedback" => CoachingCommand::RateSession {
                id,
                score: at.value()?,
                text: rated(at, id)?,
            },
            "sessions" => CoachingCommand::EditSession {
                member,
                id,
                changes: at.changes()?,
            },
            "goals" => CoachingCommand::EditGoal {
                member,
                id,
                changes: at.changes()?,
            },
            "actions" => CoachingCommand::EditAction {
                member,
                id,
                changes: at.changes()?,
            },
            "asks" if at.field == "sentTo" => CoachingCommand::SendAsk { id, to: at.value()? },
            _ => return None,
        }))
    }

    /// What both sides signed, nobody writes any more.
    fn is_closed(&self, head: &DocHead, path: &[&str]) -> bool {
        let ["sessions", id, ..] = path else {
            return false;
        };
        let session = id.parse().ok().and_then(|id: Ulid| self.sessions.get(&id));
        session.is_some_and(|session| session.is_closed(head.owner))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.logs_wait()
    }

    fn next(reader: &ViewReader<'_>) -> Vec<NextItem> {
        reader.next_sessions()
    }

    fn actions(reader: &ViewReader<'_>) -> Vec<ActionItem> {
        reader.actions_of_logs()
    }
}

impl Checked for CoachingCommand {}
/// A score goes with its words.
fn rated(at: &Settling<'_>, id: Ulid) -> Option<String> {
    let Some(Record::CoachingLog(log)) = at.record else {
        return None;
    };
    Some(log.feedback.get(&id)?.text.clone())
}
