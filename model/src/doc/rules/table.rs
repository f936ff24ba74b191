//! The lines of a table: where, what, by whom, after what.

use super::{Course, Value};
use crate::access::Who;

/// What a value is to the signatures that close an entry: once the document's owner and somebody else have signed the same
/// content, nothing in the entry changes any more, but what who was signed for says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// Part of what is signed, when it stands in such an entry; nothing elsewhere.
    Content,
    /// Not part of what is signed.
    Aside,
    /// The digest of what was signed, in a map named after its signer.
    Digest,
    /// Beside a digest: its signer says that it is not theirs.
    Contest,
    /// Beside a digest: its signer says that it is theirs.
    Confirm,
}

/// What a word seals: once another than these stands, nobody writes any more at these paths and below them. Their
/// wildcards mean the same keys as those of the word's own path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// The words that leave it open; while none stands, it is open too.
    pub open: &'static [&'static str],
    /// What is sealed.
    pub over: &'static [&'static str],
}

/// One line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Where.
    pub path: &'static str,
    /// What.
    pub value: Value,
    /// By whom.
    pub who: Who,
    /// Whether the key may be deleted again (an optional field cleared, a member of a set taken out).
    pub clear: bool,
    /// After what.
    pub course: Course,
    /// What it is to signatures.
    pub signing: Signing,
    /// What it seals.
    pub seals: Option<Seal>,
    /// Whether the member who stands there holds the map it stands in: other rows of that map may ask for them.
    pub holds: bool,
}

impl Rule {
    /// Whether it says who created what the document is about: whoever holds that says so, once.
    #[must_use]
    pub fn names_creator(&self) -> bool {
        self.value == Value::Author
            && self.course == Course::Once
            && matches!(
                self.who,
                Who::Organisers | Who::Creator | Who::Facilitators | Who::Convenors
            )
    }

    /// The same rule, for what plays this part in signatures.
    #[must_use]
    pub const fn signing(self, signing: Signing) -> Self {
        Self { signing, ..self }
    }

    /// The same rule, for a word that seals others.
    #[must_use]
    pub const fn seals(self, seal: Seal) -> Self {
        Self {
            seals: Some(seal),
            ..self
        }
    }
}

/// A rule for a value that is set and overwritten, never deleted.
#[must_use]
pub const fn set(path: &'static str, value: Value, who: Who) -> Rule {
    Rule {
        path,
        value,
        who,
        clear: false,
        course: Course::Free,
        signing: Signing::Content,
        seals: None,
        holds: false,
    }
}

/// A rule for a value that keeps to a course.
#[must_use]
pub const fn along(path: &'static str, value: Value, course: Course, who: Who) -> Rule {
    Rule {
        course,
        ..set(path, value, who)
    }
}

/// A rule for a value that may also be deleted.
#[must_use]
pub const fn clearable(path: &'static str, value: Value, who: Who) -> Rule {
    Rule {
        clear: true,
        ..set(path, value, who)
    }
}

/// The rules of one kind. `maps` are the top-level maps its genesis makes; nobody replaces them.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Top-level maps made by the genesis change.
    pub maps: &'static [&'static str],
    /// The rules, in groups.
    pub groups: &'static [&'static [Rule]],
}

impl Table {
    /// The rules.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.groups.iter().copied().flatten()
    }

    /// The texts that the genesis change makes inside one of its maps: those whose path holds no wildcard. Made by
    /// two phones apart, one of two texts would be hidden.
    pub fn texts_of(&self, map: &str) -> impl Iterator<Item = &'static str> {
        self.rules()
            .filter(|rule| rule.value == Value::Text)
            .filter_map(move |rule| rule.path.strip_prefix(map)?.strip_prefix('/'))
            .filter(|key| !key.contains(['/', '{']))
    }
}
