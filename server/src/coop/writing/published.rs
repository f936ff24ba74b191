//! What a transaction came to, for those who hear of it.

use std::sync::Arc;

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::time::Timestamp;

use crate::store::docs::{AudienceRow, DocRow};

/// What a committed transaction tells the live links.
#[derive(Debug, Default)]
pub struct Published {
    /// New commits, in the log's order.
    pub entries: Vec<Arc<PublishedEntry>>,
    /// Who reads more or less than before.
    pub readers: Vec<ReaderChange>,
    /// Documents that were frozen.
    pub frozen: Vec<DocRow>,
    /// Documents that others took the place of.
    pub superseded: Vec<DocRow>,
    /// Members and devices that may no longer be connected were changed: links ask again whether they may stay.
    pub people_changed: bool,
    /// The log's last entry now.
    pub head: u64,
    /// When.
    pub at: Timestamp,
}

/// A commit that became durable.
#[derive(Debug)]
pub struct PublishedEntry {
    /// Its place.
    pub seq: u64,
    /// What a cursor at this place remembers of it.
    pub mark: u32,
    /// Who reads it.
    pub audience: AudienceRow,
    /// The document.
    pub doc: DocId,
    /// Its kind.
    pub kind: Kind,
    /// Its row.
    pub row: DocRow,
    /// The document's entry before this one; 0: there is none.
    pub follows: u64,
    /// What it is, when this commit made it.
    pub made: Option<DocHead>,
    /// The raw change.
    pub change: Vec<u8>,
    /// Which submission of the group brought it; `None`: the relay itself.
    pub submission: Option<usize>,
}

impl PublishedEntry {
    /// Whether the relay wrote it.
    #[must_use]
    pub fn is_relays(&self) -> bool {
        self.submission.is_none()
    }
}

/// A member reads more or less from an entry on.
#[derive(Debug, Clone)]
pub struct ReaderChange {
    /// The member.
    pub member: MemberId,
    /// The entry.
    pub seq: u64,
    /// Audiences read from now on.
    pub gained: Vec<AudienceRow>,
    /// Audiences no longer read.
    pub lost: Vec<AudienceRow>,
}
