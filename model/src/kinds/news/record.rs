//! What everybody reads of a story, as plain data.

use crate::ids::MemberId;
use crate::kind::Said;
use crate::kinds::consent::ConsentSort;
use crate::kinds::story::StoryKind;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedSet;

/// What everybody reads of a story; nothing while nobody may.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct News {
    /// What it is called; empty while nobody may read it.
    pub title: String,
    /// What it is.
    pub kind: StoryKind,
    /// From which day it appears.
    pub date: String,
    /// In words.
    pub body: String,
    /// The members whom it shows or names.
    pub people: SortedSet<MemberId>,
}

impl Default for News {
    fn default() -> Self {
        Self {
            title: String::new(),
            kind: StoryKind::News,
            date: String::new(),
            body: String::new(),
            people: SortedSet::new(),
        }
    }
}

impl Said for News {}

/// What a story gives that is approved, or one whom it shows and who agrees to it.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    /// The story; `None` for a consent.
    pub(super) article: Option<News>,
    /// Who agrees; `None` for the story.
    pub(super) agrees: Option<MemberId>,
    /// What must be, or is agreed to.
    pub(super) sort: ConsentSort,
    /// The digest of what is to be read, or was.
    pub(super) shown: String,
    /// From when it counts, in milliseconds since 1970.
    pub(super) from: Option<i64>,
    /// Until when it counts.
    pub(super) until: Option<i64>,
}
