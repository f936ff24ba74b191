//! A story that the cooperative may tell: drafted by coaches and communication, approved by communication or direction.
//! The team reads it; what everybody reads of it is another document (see `news`).
//!
//! An approval names the text that was read, as a signature does: whatever changes afterwards, by whomever and wherever,
//! waits for another one.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};

mod command;
mod digest;
mod record;

pub use command::StoryCommand;
pub use digest::{as_written, channels_line, shown_sha256};
pub use record::{Editorial, Story, StoryChanges, StoryFields, StoryKind, StoryStage, StoryStatus};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    fetched: Fetched::Late,
    ..Spec::of_members(Named::ByUlid, Readers::Team)
};

impl DocHead {
    /// A story.
    #[must_use]
    pub fn story(story: Ulid) -> Self {
        Self::new(Kind::Story, MemberId::RELAY, story.to_string())
    }
}

/// A document's content.
pub type Content = Editorial;
/// What people do to one.
pub type Command = StoryCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["stories", "desk"]
    entries [Story]
    rules {
        clearable("stories/{ulid}/channels/{tag}", Value::Bool, Who::Drafters),
        clearable("stories/{ulid}/people/{member}", Value::Bool, Who::Drafters),
        set("desk/approved", Value::Digest, Who::Editors),
        set("desk/approved_at", Value::Instant, Who::Editors),
        clearable("desk/withdrawn_at", Value::Instant, Who::Editors),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Editorial {
    let tree = Tree::read(doc, no_rank);
    let desk = tree.map("desk");
    Editorial {
        stories: tree.map("stories").read(Story::read),
        approved: desk.string("approved"),
        approved_at: desk.string("approved_at"),
        withdrawn_at: desk.string("withdrawn_at"),
        conflicts: tree.conflicts(doc),
    }
}
