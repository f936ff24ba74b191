//! A post on the board: a need, an offer, an experience, a question, news. Its author writes it, everybody reads it and
//! answers under a key of their own; communication and direction may pin and hide it.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::limits::LINE_BYTES_MAX;

mod command;
mod record;

pub use command::PostCommand;
pub use record::{Post, PostChanges, PostFields, PostStatus, PostTopic, Reply, Thread};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::PerMemberUlid, Readers::Everyone)
};

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
