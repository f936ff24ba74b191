//! What is derived from a document, and when.

use crate::head::DocHead;
use crate::kind::Record;
use crate::time::Timestamp;

/// By when the relay had what of a document: its log, in its own time.
pub trait Received {
    /// When it had the last of it.
    fn last(&self) -> Timestamp;

    /// What the document said by all that it had until then; `None` when that cannot be read any more.
    fn as_of(&self, at: Timestamp) -> Option<Record>;

    /// When it had what stands at each of these places of the document, keys from the root: of a map, that it was made.
    /// `None` where nothing stands, or that cannot be told any more.
    fn since(&self, places: &[&[&str]]) -> Vec<Option<Timestamp>>;
}

/// A document that something is derived from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What it is.
    pub head: &'a DocHead,
    /// What it says.
    pub record: &'a Record,
    /// By when the relay had what of it.
    pub received: &'a dyn Received,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Source")
            .field("head", self.head)
            .finish_non_exhaustive()
    }
}

/// When a derived document is made.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    /// Everything that the relay had until then was given.
    pub upto: Timestamp,
    /// What the document says so far.
    pub before: &'a Record,
}
