//! What people do to a post.

use automerge::Automerge;
use ts_rs::TS;

use super::{PostChanges, PostFields};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod writing;

/// What people do to a post.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PostCommand {
    /// Puts something on the board.
    AddPost {
        /// The new post.
        id: Ulid,
        /// All its fields.
        post: PostFields,
    },
    /// Changes fields of a post of one's own.
    EditPost {
        /// The post.
        id: Ulid,
        /// The fields that change.
        changes: PostChanges,
    },
    /// Answers a post, or changes one's answer.
    ReplyToPost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// The whole answer.
        text: String,
        /// Whether one offers one's help.
        helps: bool,
    },
    /// Takes one's answer back, or brings it back.
    TakeReplyBack {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whether it is taken back.
        removed: bool,
    },
    /// Says thanks for an answer to a post of one's own, or no more.
    ThankForReply {
        /// The post.
        id: Ulid,
        /// Who answered.
        member: MemberId,
        /// Whether one says thanks.
        thanks: bool,
    },
    /// Says that one read an answer to a post of one's own.
    ReadReply {
        /// The post.
        id: Ulid,
        /// Who answered.
        member: MemberId,
    },
    /// Keeps a post at the top of the board, or no more.
    PinPost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whether it is kept there.
        pinned: bool,
    },
    /// Hides a post, or an answer to it, and says why; shows it again.
    HidePost {
        /// Whose post.
        owner: MemberId,
        /// The post.
        id: Ulid,
        /// Whose answer; `None` for the post.
        reply: Option<MemberId>,
        /// Why; empty to show it again.
        reason: String,
    },
}

impl Commands for PostCommand {
    fn target(&self, author: MemberId) -> DocHead {
        match self {
            Self::AddPost { id, .. }
            | Self::EditPost { id, .. }
            | Self::ThankForReply { id, .. }
            | Self::ReadReply { id, .. } => DocHead::post(author, *id),
            Self::ReplyToPost { owner, id, .. }
            | Self::TakeReplyBack { owner, id, .. }
            | Self::PinPost { owner, id, .. }
            | Self::HidePost { owner, id, .. } => DocHead::post(*owner, *id),
        }
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::AddPost { id, post } => Some(Self::EditPost {
                id: *id,
                changes: PostChanges {
                    body: Some(post.body.clone()),
                    ..PostChanges::default()
                },
            }),
            Self::EditPost { .. } | Self::ReplyToPost { .. } => Some(self.clone()),
            _ => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
