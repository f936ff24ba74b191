//! What a person does to documents of a kind: which document a command changes, and what it writes there.

use automerge::Automerge;

use super::writer::ChangeWriter;
use crate::command::CommandError;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{self, FromPlain, PlainReader, ToPlain, Unfit};

/// What a command writes, once it has read what it needs.
pub(crate) type Writing<'a> =
    Box<dyn FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError> + 'a>;

/// For a command that reads nothing first.
pub(crate) fn writes<'a>(
    write: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError> + 'a,
) -> Result<Writing<'a>, CommandError> {
    Ok(Box::new(write))
}

/// The commands of a kind.
pub(crate) trait Commands: Sized {
    /// The document that the command of `author` changes. A date that cannot be read names the year 0, whose document
    /// is not well formed: writing refuses the command for its date before anything is named after it.
    fn target(&self, author: MemberId) -> DocHead;

    /// What writes on where this command said more than one change holds; `None` where nothing can.
    fn rest(&self) -> Option<Self> {
        None
    }

    /// Whether it is about what stands when it is given, rather than about what was seen when typing began.
    fn is_of_what_stands(&self) -> bool {
        false
    }

    /// Whether of two that one person gave on two devices the later simply stands.
    fn is_whole(&self) -> bool {
        false
    }

    /// Reads what it needs of the document as it stands, and says what it writes.
    ///
    /// # Errors
    /// [`CommandError`] when it does not apply, of what shows before anything is written.
    fn writing(&self, doc: &Automerge, head: &DocHead) -> Result<Writing<'_>, CommandError>;

    /// Whether an entry of such a document may be removed, brought back or marked as read.
    ///
    /// # Errors
    /// [`CommandError`] when it may not, for another reason than the rule table's.
    fn check_entry(
        _doc: &Automerge,
        _head: &DocHead,
        _collection: &str,
        _id: Ulid,
    ) -> Result<(), CommandError> {
        Ok(())
    }
}

/// For kinds that the relay alone writes: there is none.
#[derive(Debug, Clone, PartialEq, Eq, ts_rs::TS)]
pub enum NoCommand {}

impl Commands for NoCommand {
    fn target(&self, _: MemberId) -> DocHead {
        match *self {}
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        match *self {}
    }
}

impl ToPlain for NoCommand {
    fn write(&self, _: &mut plain::PlainWriter) {
        match *self {}
    }
}

impl FromPlain for NoCommand {
    const SHAPE: u64 = plain::shape(&[]);

    fn read(_: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        Err(Unfit)
    }
}
