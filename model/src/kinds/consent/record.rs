//! A member's consents as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{self, Day, Field, Flag, Kept, Line, Name, OpenDay, Prose, Word};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::Ulid;
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// What somebody agrees to.
    ConsentSort {
        /// To be seen and named.
        Image = "image",
        /// To have their own words told.
        Testimony = "testimony",
    }
}

entry! {
    /// What a member agrees to in general.
    Consent in "consents" by Owner, as ConsentFields / ConsentChanges {
        /// What they agree to.
        sort: Word<ConsentSort>,
        /// What for, in words.
        purpose: Prose,
        /// From which day.
        since: Day,
        /// Up to which day; empty until they take it back.
        until: OpenDay,
        /// Whether they took it back.
        revoked: Flag,
    }
}

entry! {
    /// What a member is asked to agree to: the story that shows them, as it is to appear.
    Request in "requests" by Editors, as RequestFields / RequestChanges {
        /// What they are asked for.
        sort: Word<ConsentSort>,
        /// The story's title.
        title: Name,
        /// Its text, word for word.
        text: Prose,
        /// Where it is to appear.
        channels: Line,
    }
}

/// What a member answers to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct ConsentAnswer {
    /// Whether they agree.
    pub agrees: bool,
    /// The digest of what they read.
    pub shown: String,
    /// When (RFC 3339).
    pub at: String,
}

/// What a member agrees to be shown by.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Consents {
    /// In general.
    pub consents: SortedMap<Ulid, Consent>,
    /// What they are asked, by story.
    pub requests: SortedMap<Ulid, Request>,
    /// What they answered, by story.
    pub answers: SortedMap<Ulid, ConsentAnswer>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Consents {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
