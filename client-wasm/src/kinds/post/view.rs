//! The board and one post, as their screens show them.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::post::{PostFields, PostStatus, PostTopic};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{Info, RereadView};

mod meeting;

pub use meeting::{
    ISOLATED_DAYS, IsolatedRow, MeetingPerson, MeetingView, NeedTheme, QUIET_DAYS,
};

/// A post in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PostRow {
    /// The entry.
    pub info: Info,
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub member_name: String,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// What it is.
    pub topic: PostTopic,
    /// What it is called.
    pub title: String,
    /// Words to be found by.
    pub tags: Vec<String>,
    /// Whether it still waits for somebody.
    pub status: PostStatus,
    /// Whether the day until which it stands is past.
    pub expired: bool,
    /// Answers that are shown.
    pub replies: u32,
    /// The event that it tells of.
    pub event: Option<Ulid>,
    /// Whether it stays at the top.
    pub pinned: bool,
    /// Why it is hidden from others; empty when it is not.
    pub hidden: String,
}

/// A post with its answers.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PostSheet {
    /// The post.
    pub row: PostRow,
    /// Its fields.
    pub fields: PostFields,
    /// The answers of others, the first first, and the reader's own.
    pub replies: Vec<ReplyRow>,
    /// The reader's own answer as it stands; empty when there is none.
    pub my_reply: String,
    /// Whether the reader offered their help in it.
    pub my_help: bool,
    /// The reader's answer, where they wrote it in two places at once.
    pub rereads: Vec<RereadView>,
    /// Whether the reader may pin and hide.
    pub may_edit_board: bool,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ReplyRow {
    /// Whose.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether it is the reader's own.
    pub mine: bool,
    /// In words.
    pub text: String,
    /// Whether they offer their help.
    pub helps: bool,
    /// When.
    pub at: String,
    /// When the post's author said thanks; empty while they did not.
    pub thanked_at: String,
    /// Whether it waits for the reader, whose post it answers: they neither said thanks nor that they read it.
    pub waits: bool,
    /// Why it is hidden from others; empty when it is not.
    pub hidden: String,
}
