//! What each command is to its document: which one it changes, what is left of it, whether it applies.

use automerge::Automerge;

use super::CoachingCommand;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kinds::coaching_log::{ActionChanges, session, signing};

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
            | Self::EditAsk { .. }
            | Self::SendAsk { .. } => author,
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
