//! A post on the board: a need, an offer, an experience, a question, news. Its author writes it, everybody reads it and
//! answers under a key of their own; communication and direction may pin and hide it.

use automerge::Automerge;
use ts_rs::TS;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::entry::{self, entry, table};
use crate::doc::field::{self, Field, Kept, Name, OpenDay, Prose, Tags, Word};
use crate::doc::rules::{Rule, Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Said, Spec};
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

mod command;

pub use command::PostCommand;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::PerMemberUlid, Readers::Everyone)
};

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

impl DocHead {
    /// A post.
    #[must_use]
    pub fn post(owner: MemberId, post: Ulid) -> Self {
        Self::new(Kind::Post, owner, post.to_string())
    }
}

/// A document's content.
pub type Content = Thread;
/// What people do to one.
pub type Command = PostCommand;

impl Said for Thread {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["posts", "replies", "board"]
    entries [Post]
    rules {
        clearable("posts/{ulid}/tags/{tag}", Value::Bool, Who::Owner),
        set("replies/{member}", Value::Map, Who::Oneself),
        set("replies/{member}/text", Value::Text, Who::Oneself),
        set("replies/{member}/helps", Value::Bool, Who::Oneself),
        set("replies/{member}/at", Value::Instant, Who::Oneself),
        clearable("replies/{member}/removed_at", Value::Instant, Who::Oneself),
        clearable("replies/{member}/thanked_at", Value::Instant, Who::Owner),
        set("replies/{member}/read_at", Value::Instant, Who::Owner),
        clearable("replies/{member}/hidden", Value::Str(LINE_BYTES_MAX), Who::Editors),
        clearable("board/pinned_at", Value::Instant, Who::Editors),
        clearable("board/hidden", Value::Str(LINE_BYTES_MAX), Who::Editors),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Thread {
    let tree = Tree::read(doc, no_rank);
    let board = tree.map("board");
    Thread {
        posts: tree.map("posts").read(Post::read),
        replies: tree
            .map("replies")
            .entries()
            .map(|(member, map)| (member, reply(map)))
            .collect(),
        pinned_at: board.string("pinned_at"),
        hidden: board.string("hidden"),
        conflicts: tree.conflicts(doc),
    }
}

fn reply(map: Map<'_>) -> Reply {
    Reply {
        text: map.text("text"),
        helps: map.flag("helps").unwrap_or(false),
        at: map.string("at"),
        removed_at: map.string("removed_at"),
        thanked_at: map.string("thanked_at"),
        read_at: map.string("read_at"),
        hidden: map.string("hidden"),
    }
}
