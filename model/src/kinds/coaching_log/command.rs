//! What a member and their coaches do to the coaching log.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    ActionChanges, ActionFields, GoalChanges, GoalFields, Session, SessionChanges, SessionFields,
    SignedHand, Urgency, session, signing,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What a member and their coaches do to the coaching log.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum CoachingCommand {
    /// Logs or plans a coaching session with a member.
    LogSession {
        /// Whose log.
        member: MemberId,
        /// The new session.
        id: Ulid,
        /// All its fields.
        session: SessionFields,
    },
    /// Changes fields of a session; texts merge character by character.
    EditSession {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
        /// The fields that change.
        changes: SessionChanges,
    },
    /// The member prepares a session.
    PrepareSession {
        /// The session.
        id: Ulid,
        /// The whole text.
        text: String,
    },
    /// Signs a session's report as it was read, or captures the member's signature on the coach's phone.
    SignSession {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
        /// Who signs.
        signer: MemberId,
        /// What was read, and how it was signed. Commands of before this was asked for have none, and are refused.
        hand: Option<SignedHand>,
    },
    /// Contests one's signature captured on another phone.
    ContestSignature {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
    },
    /// Says that one's signature captured on another phone is one's own.
    ConfirmSignature {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
    },
    /// The member says how the session was for them.
    RateSession {
        /// The session.
        id: Ulid,
        /// 1 to 5.
        score: i64,
        /// In words.
        text: String,
    },
    /// Sets a goal.
    AddGoal {
        /// Whose log.
        member: MemberId,
        /// The new goal.
        id: Ulid,
        /// All its fields.
        goal: GoalFields,
    },
    /// Changes fields of a goal.
    EditGoal {
        /// Whose log.
        member: MemberId,
        /// The goal.
        id: Ulid,
        /// The fields that change.
        changes: GoalChanges,
    },
    /// Agrees an action.
    AddAction {
        /// Whose log.
        member: MemberId,
        /// The new action.
        id: Ulid,
        /// All its fields.
        action: ActionFields,
    },
    /// Changes fields of an action.
    EditAction {
        /// Whose log.
        member: MemberId,
        /// The action.
        id: Ulid,
        /// The fields that change.
        changes: ActionChanges,
    },
    /// The member asks for support.
    AskSupport {
        /// The new ask.
        id: Ulid,
        /// What.
        text: String,
        /// How soon.
        urgency: Urgency,
    },
    /// Changes the words of an ask of one's own.
    EditAsk {
        /// The ask.
        id: Ulid,
        /// The whole new text.
        text: String,
    },
    /// A coach answers an ask.
    AnswerAsk {
        /// Whose log.
        member: MemberId,
        /// The ask.
        id: Ulid,
        /// The whole answer.
        answer: String,
    },
}

impl Commands for CoachingCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::coaching_log(match self {
            Self::LogSession { member, .. }
            | Self::EditSession { member, .. }
            | Self::SignSession { member, .. }
            | Self::ContestSignature { member, .. }
            | Self::ConfirmSignature { member, .. }
            | Self::AddGoal { member, .. }
            | Self::EditGoal { member, .. }
            | Self::AddAction { member, .. }
            | Self::EditAction { member, .. }
            | Self::AnswerAsk { member, .. } => *member,
            Self::PrepareSession { .. }
            | Self::RateSession { .. }
            | Self::AskSupport { .. }
            | Self::EditAsk { .. } => author,
        })
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::LogSession {
                member,
                id,
                session,
            } => Some(Self::EditSession {
                member: *member,
                id: *id,
                changes: session.clone().into(),
            }),
            Self::AddAction { member, id, action } => Some(Self::EditAction {
                member: *member,
                id: *id,
                changes: ActionChanges {
                    text: Some(action.text.clone()),
                    ..ActionChanges::default()
                },
            }),
            Self::AskSupport { id, text, .. } => Some(Self::EditAsk {
                id: *id,
                text: text.clone(),
            }),
            Self::EditSession { .. }
            | Self::PrepareSession { .. }
            | Self::RateSession { .. }
            | Self::EditAction { .. }
            | Self::EditAsk { .. }
            | Self::AnswerAsk { .. } => Some(self.clone()),
            _ => None,
        }
    }

    /// A signature binds what is read when it is given, and says so itself.
    fn is_of_what_stands(&self) -> bool {
        matches!(self, Self::SignSession { .. })
    }

    fn writing(&self, doc: &Automerge, head: &DocHead) -> Result<Writing<'_>, CommandError> {
        let before = match self {
            Self::EditSession { id, .. } => signing::open_session(doc, head, *id)?,
            Self::SignSession { id, signer, .. } => signing::to_sign(doc, head, *id, *signer)?,
            _ => None,
        };
        writes(move |writer| self.apply(before, writer))
    }

    fn check_entry(
        doc: &Automerge,
        head: &DocHead,
        collection: &str,
        id: Ulid,
    ) -> Result<(), CommandError> {
        if collection == session::SESSIONS {
            signing::open_session(doc, head, id)?;
        }
        Ok(())
    }
}

impl CoachingCommand {
    /// Writes what a command says.
    fn apply(
        &self,
        before: Option<Session>,
        writer: &mut ChangeWriter<'_>,
    ) -> Result<(), CommandError> {
        match self {
            Self::LogSession { id, session, .. } => session::log(writer, *id, session),
            Self::EditSession { id, changes, .. } => session::edit(writer, *id, changes),
            Self::SignSession {
                id, signer, hand, ..
            } => signing::sign(writer, before, *id, *signer, hand),
            Self::ContestSignature { id, .. } => signing::contest(writer, *id),
            Self::ConfirmSignature { id, .. } => signing::confirm(writer, *id),
            Self::PrepareSession { id, text } => {
                writer.entry("sessions", *id)?;
                let preparations = writer.top("preparations")?;
                writer.text(&preparations, &id.to_string(), text)
            }
            Self::RateSession { id, score, text } => rate(writer, *id, *score, text),
            Self::AddGoal { id, goal, .. } => {
                entry::add::<GoalChanges>(writer, *id, &goal.clone().into())
            }
            Self::EditGoal { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddAction { id, action, .. } => {
                entry::add::<ActionChanges>(writer, *id, &action.clone().into())
            }
            Self::EditAction { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AskSupport { id, text, urgency } => {
                let place = writer.new_entry("asks", *id)?;
                put_prose(writer, &place, "text", text)?;
                writer.put(&place, "urgency", urgency.as_str())
            }
            Self::EditAsk { id, text } => {
                let place = writer.entry("asks", *id)?;
                put_prose(writer, &place, "text", text)?;
                writer.touch(&place)
            }
            Self::AnswerAsk { id, answer, .. } => answer_ask(writer, *id, answer),
        }
    }
}

fn answer_ask(writer: &mut ChangeWriter<'_>, id: Ulid, answer: &str) -> Result<(), CommandError> {
    let place = writer.entry("asks", id)?;
    put_prose(writer, &place, "answer", answer)?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "answered_at", now.as_str())?;
    }
    Ok(())
}

fn rate(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    score: i64,
    text: &str,
) -> Result<(), CommandError> {
    writer.entry("sessions", id)?;
    let feedback = writer.top("feedback")?;
    let place = writer.open_or_make(&feedback, &id.to_string())?;
    writer.put(&place, "score", score)?;
    writer.text(&place, "text", text)
}
