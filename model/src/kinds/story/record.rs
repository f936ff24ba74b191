//! A story as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Field, Kept, Name, OpenDay, People, Tags, Text, Word};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::Ulid;
use crate::kind::Said;
use crate::kinds::consent::ConsentSort;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// What a story is.
    StoryKind {
        /// What is new in the cooperative.
        News = "news",
        /// Somebody tells in their own words.
        Testimony = "testimony",
        /// For the press.
        Press = "press",
        /// For social networks.
        Social = "social",
        /// For the letter.
        Newsletter = "newsletter",
    }
}

words! {
    /// How far its writers are.
    StoryStatus {
        /// They write.
        Draft = "draft",
        /// Somebody is to read and approve it.
        Review = "review",
    }
}

/// Where a story stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, FromPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum StoryStage {
    /// It is being written.
    Draft,
    /// Somebody is to read and approve it.
    Review,
    /// Communication or direction approved it as it stands.
    Approved,
    /// It was approved and taken back.
    Withdrawn,
}

entry! {
    /// A story.
    Story in "stories" by Drafters, as StoryFields / StoryChanges {
        /// What it is called.
        title: Name,
        /// What it is.
        kind: Word<StoryKind>,
        /// In words.
        body: Text,
        /// Where it is to appear.
        channels: Tags,
        /// The members whom it shows or names.
        people: People,
        /// How far its writers are.
        status: Word<StoryStatus>,
        /// From which day it appears; empty for at once.
        publish_on: OpenDay,
    }
}

/// A story with what was decided about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Editorial {
    /// The story, under the identifier that the document is named after.
    pub stories: SortedMap<Ulid, Story>,
    /// The digest of what was approved last; empty while nothing was.
    pub approved: String,
    /// When (RFC 3339).
    pub approved_at: String,
    /// When it was taken back; empty while it stands.
    pub withdrawn_at: String,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Editorial {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

impl StoryKind {
    /// What those must agree to whom such a story shows: their own words, or to be seen.
    #[must_use]
    pub const fn sort(self) -> ConsentSort {
        match self {
            Self::Testimony => ConsentSort::Testimony,
            Self::News | Self::Press | Self::Social | Self::Newsletter => ConsentSort::Image,
        }
    }
}

impl Editorial {
    /// Where the story stands.
    #[must_use]
    pub fn stage(&self, story: &Story) -> StoryStage {
        match story.status {
            StoryStatus::Draft => StoryStage::Draft,
            StoryStatus::Review if self.approved != story.sha256() => StoryStage::Review,
            StoryStatus::Review if self.withdrawn_at.is_empty() => StoryStage::Approved,
            StoryStatus::Review => StoryStage::Withdrawn,
        }
    }

    /// The day from which everybody may read it, once it is approved.
    #[must_use]
    pub fn appears_on<'a>(&'a self, story: &'a Story) -> &'a str {
        let approved_on = self.approved_at.get(..10).unwrap_or_default();
        approved_on.max(&story.publish_on)
    }
}
