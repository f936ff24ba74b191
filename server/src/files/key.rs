//! What tells one file under way from another, and the name of its bytes in the spool.

use besace_model::ids::{FileHash, MemberId};
use besace_model::time::Timestamp;

use super::Wanted;
use crate::coop::Named;
use crate::store::docs::DocRow;

/// A file that a member brings for a document: nobody adds to what somebody else brings. How many bytes it is to have is part
/// of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) member: MemberId,
    pub(super) doc: DocRow,
    pub(super) hash: FileHash,
    pub(super) bytes: u32,
}

impl Key {
    pub(super) fn new(wanted: Wanted, named: &Named) -> Self {
        Self {
            member: wanted.member,
            doc: named.doc,
            hash: wanted.hash,
            bytes: named.bytes,
        }
    }

    /// The name of a file that somebody began to bring then.
    pub(super) fn file_name(&self, since: Timestamp) -> String {
        let Self {
            member,
            doc,
            hash,
            bytes,
        } = self;
        format!("{member}.{doc}.{hash}.{bytes}.{}", since.0)
    }

    /// Reads [`Key::file_name`].
    pub(super) fn read(name: &str) -> Option<(Self, Timestamp)> {
        let mut parts = name.split('.');
        let key = Self {
            member: parts.next()?.parse().ok()?,
            doc: parts.next()?.parse().ok()?,
            hash: parts.next()?.parse().ok()?,
            bytes: parts.next()?.parse().ok()?,
        };
        let since = Timestamp(parts.next()?.parse().ok()?);
        let is_ours = key.file_name(since) == name;
        is_ours.then_some((key, since))
    }
}
