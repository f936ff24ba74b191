//! What a kind says about itself.

use super::Calls;
use crate::access::Readers;
use crate::head::Named;
use crate::moving::Moved;
use crate::projection::Relayed;

/// What a kind says about itself.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// What its documents are named after.
    pub named: Named,
    /// Who reads them.
    pub readers: Readers,
    /// How the relay writes them, where it alone does.
    pub relayed: Option<Relayed>,
    /// When a phone that has none gets them.
    pub fetched: Fetched,
    /// Whether a document is one entry, rather than maps of them.
    pub is_one_entry: bool,
    /// Whether what others did to it is told after an absence.
    pub is_told: bool,
    /// Whom a change of its documents calls.
    pub calls: Calls,
    /// Maps and texts that members may make in one document.
    pub objects_max: u32,
    /// What of it the relay decides by, if anything.
    pub watched: Option<Watched>,
    /// What stood in its documents and stands in others now.
    pub moved: &'static [Moved],
}

/// What of a kind the relay decides by: maps at these depths below the root, and fields in them.
#[derive(Debug, Clone, Copy)]
pub struct Watched {
    /// How deep the maps lie.
    pub depths: &'static [u8],
    /// The map that they lie in, where others do not count.
    pub map: Option<&'static str>,
    /// The fields.
    pub fields: &'static [&'static str],
}

impl Spec {
    /// What a kind whose documents members write about themselves says, but for names and readers.
    pub const fn of_members(named: Named, readers: Readers) -> Self {
        Self {
            named,
            readers,
            relayed: None,
            fetched: Fetched::ByOwner,
            is_one_entry: false,
            is_told: true,
            calls: Calls::Nobody,
            objects_max: u32::MAX,
            watched: None,
            moved: &[],
        }
    }
}

/// When a phone that has none of a kind's documents gets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// Before all others: what is needed to show anything.
    First,
    /// One's own next, then those of members one accompanies, and others' after everything else.
    ByOwner,
    /// After these: what comes up soon.
    Soon,
    /// Once the rest is there.
    Late,
}
