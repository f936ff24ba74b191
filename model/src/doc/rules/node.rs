//! The tree that a table is compiled to, one node for each key of its paths.

use super::{Rule, Sealed, is_clean};
use crate::ids::{FileHash, MemberId, Ulid};
use crate::limits::KEY_BYTES_MAX;
use crate::sorted::SortedMap;
use crate::time::days_from_date;

/// A place of the compiled table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u16);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyForm {
    Ulid,
    Member,
    Month,
    Tag,
    File,
}

impl KeyForm {
    pub(super) fn parse(segment: &str) -> Option<Self> {
        match segment {
            "{ulid}" => Some(Self::Ulid),
            "{member}" => Some(Self::Member),
            "{month}" => Some(Self::Month),
            "{tag}" => Some(Self::Tag),
            "{sha256}" => Some(Self::File),
            _ => None,
        }
    }

    pub(super) fn accepts(self, key: &str) -> bool {
        match self {
            Self::Ulid => key.parse::<Ulid>().is_ok(),
            Self::Member => key.parse::<MemberId>().is_ok(),
            Self::Month => key.len() == 7 && days_from_date(&format!("{key}-01")).is_some(),
            Self::File => key.parse::<FileHash>().is_ok(),
            Self::Tag => !key.is_empty() && key.len() <= KEY_BYTES_MAX && is_clean(key, false),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    pub(super) literal: SortedMap<&'static str, NodeId>,
    pub(super) wildcard: Option<(KeyForm, NodeId)>,
    pub(super) rule: Option<Rule>,
    pub(super) is_wildcard: bool,
    pub(super) made_by_genesis: bool,
    /// An entry that signatures close.
    pub(super) is_closable: bool,
    /// On the way from such an entry to a signature in it.
    pub(super) is_of_signatures: bool,
    /// The word that seals it.
    pub(super) sealed: Option<Sealed>,
    /// The key at which a map here names who holds it.
    pub(super) holder: Option<&'static str>,
}
