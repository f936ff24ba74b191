//! What the content of a kind must know whose documents the relay alone writes.

use super::{Making, Source, Span};
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

    /// Whether what a derived document said stays in its history. Otherwise it begins anew whenever it says something else.
    const KEEPS_PAST: bool = true;

    /// What a document gives, and to which: at most once to each. What it gives to [`DocHead::each`] goes to all of the
    /// kind.
    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self::Given)>;

    /// The same where it matters by when the relay had what of the document.
    fn given_of(source: &Source<'_>) -> Vec<(DocHead, Self::Given)> {
        Self::given(source.head, source.record)
    }

    /// When something given counts; outside of that it is as if it were not given.
    fn holds(_given: &Self::Given) -> Span {
        Span::default()
    }

    /// What is made of all that was given, in whatever order.
    fn made_of(given: Vec<Self::Given>) -> Record;

    /// The same where it matters when it is made; and when it is to be made again, whatever is given until then.
    fn made_at(given: Vec<Self::Given>, making: &Making<'_>) -> (Record, Option<Timestamp>) {
        let spans = given.iter().map(Self::holds);
        let next = spans
            .filter_map(|span| span.changes_after(making.upto))
            .min();
        let standing = given.into_iter();
        let standing = standing.filter(|given| Self::holds(given).holds(making.upto));
        (Self::made_of(standing.collect()), next)
    }
}
