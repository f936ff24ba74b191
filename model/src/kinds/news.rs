//! What everybody reads of a story. The relay makes it while the story is approved, its day has come, and everybody whom
//! it shows agrees to it as it stands; as soon as one of that is no more, the document begins anew without it.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Spec};
use crate::kinds::story::StoryKind;
use crate::limits::LINE_BYTES_MAX;
use crate::projection::Relayed;

mod derived;
mod record;

pub use record::{News, Part};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<News>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

impl DocHead {
    /// What everybody reads of a story.
    #[must_use]
    pub fn news(story: Ulid) -> Self {
        Self::new(Kind::News, MemberId::RELAY, story.to_string())
    }
}

/// A document's content.
pub type Content = News;
/// The relay alone writes it.
pub type Command = NoCommand;

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["news", "people"]
    rules {
        clearable("news/title", Value::Str(LINE_BYTES_MAX), Who::Relay),
        clearable("news/kind", Value::Choice(StoryKind::WORDS), Who::Relay),
        clearable("news/date", Value::Date, Who::Relay),
        set("news/body", Value::Text, Who::Relay),
        clearable("people/{member}", Value::Bool, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> News {
    let tree = Tree::read(doc, no_rank);
    let news = tree.map("news");
    News {
        title: news.string("title"),
        kind: news.choice("kind"),
        date: news.string("date"),
        body: news.text("body"),
        people: tree.root().set("people"),
    }
}
