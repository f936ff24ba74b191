//! What the content of a kind must know whose documents the relay alone writes.

use super::{Making, Source};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::kind::{ContentOf, Kind, Record};
use crate::plain::{FromPlain, ToPlain};
use crate::time::Timestamp;

/// A document's content that the relay alone writes.
pub(crate) trait Own: ContentOf {
    /// Brings a document to this content, touching only what differs, and stops when the change is full: called again
    /// until nothing changes.
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError>;
}

/// A document's content that the relay derives.
pub(crate) trait Derived: Own {
    /// What one document gives to a derived one.
    type Given: ToPlain + FromPlain;
    /// The kinds that give.
    const READS: &'static [Kind];
    /// Raised when the same documents give something else than before.
    const VERSION: u64;

    /// What a document gives, and to which: at most once to each. What it gives to [`DocHead::each`] goes to all of the
    /// kind.
    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self::Given)>;

    /// The same where it matters by when the relay had what of the document.
    fn given_of(source: &Source<'_>) -> Vec<(DocHead, Self::Given)> {
        Self::given(source.head, source.record)
    }

    /// What is made of all that was given, in whatever order.
    fn made_of(given: Vec<Self::Given>) -> Record;

    /// The same where it matters when it is made; and when it is to be made again, whatever is given until then.
    fn made_at(given: Vec<Self::Given>, _making: &Making<'_>) -> (Record, Option<Timestamp>) {
        (Self::made_of(given), None)
    }
}
