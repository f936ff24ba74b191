//! A post and its replies as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Field, Kept, Name, OpenDay, Prose, Reference, Tags, Word};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// What a post is.
    PostTopic otherwise News {
        /// Somebody looks for something.
        Need = "need",
        /// Somebody has something to give.
        Offer = "offer",
        /// Somebody tells what they lived.
        Experience = "experience",
        /// Somebody asks.
        Question = "question",
        /// Somebody tells news.
        News = "news",
    }
}

words! {
    /// Whether a post still waits for somebody.
    PostStatus {
        /// It does.
        Open = "open",
        /// What was looked for is found.
        Matched = "matched",
        /// No more.
        Closed = "closed",
    }
}

entry! {
    /// What somebody puts on the board.
    Post in "posts" by Owner, as PostFields / PostChanges {
        /// What it is.
        topic: Word<PostTopic>,
        /// What it is called.
        title: Name,
        /// In words.
        body: Prose,
        /// Words to be found by.
        tags: Tags,
        /// Until when it stands; empty for good.
        expires: OpenDay,
        /// Whether it still waits for somebody.
        status: Word<PostStatus>,
        /// The event that it tells of, if any.
        event: Reference,
    }
}

/// What a member answers to a post.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Reply {
    /// In words.
    pub text: String,
    /// Whether they offer their help.
    pub helps: bool,
    /// When (RFC 3339).
    pub at: String,
    /// When its author took it back; empty while it stands.
    pub removed_at: String,
    /// When the post's author said thanks; empty while they did not.
    pub thanked_at: String,
    /// When the post's author said that they read it; empty while they did not.
    pub read_at: String,
    /// Why it is hidden; empty while it is shown.
    pub hidden: String,
}

/// A post with its answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Thread {
    /// The post, under the identifier that the document is named after.
    pub posts: SortedMap<Ulid, Post>,
    /// Answers by member.
    pub replies: SortedMap<MemberId, Reply>,
    /// When it was pinned; empty when it is not.
    pub pinned_at: String,
    /// Why it is hidden; empty while it is shown.
    pub hidden: String,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Thread {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
