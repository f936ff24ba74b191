//! What a member and their coaches do to the coaching log.

use ts_rs::TS;

use super::{
    ActionChanges, ActionFields, AskTopic, GoalChanges, GoalFields, SessionChanges, SessionFields,
    SignedHand, Urgency,
};
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod given;
mod writing;

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
        /// What it is about, if one knows. Commands of before this was asked for do not say.
        topic: Option<AskTopic>,
        /// Whom else it goes to beside the coaches, if anybody. Commands of before this was asked for do not say.
        sent_to: Option<MemberId>,
    },
    /// Changes the words of an ask of one's own.
    EditAsk {
        /// The ask.
        id: Ulid,
        /// The whole new text.
        text: String,
    },
    /// Sends an ask of one's own to somebody beside one's coaches, or takes that back.
    SendAsk {
        /// The ask.
        id: Ulid,
        /// Whom it goes to; nobody else: `None`.
        to: Option<MemberId>,
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
