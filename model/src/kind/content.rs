//! What the content of a document may say, whatever its kind.

use super::Record;
use crate::files::NamedFile;
use crate::ids::MemberId;
use crate::record::Conflict;

/// What the content of a document may say, whatever its kind.
pub trait Said {
    /// Fields that hold several values at once.
    fn conflicts(&self) -> &[Conflict] {
        &[]
    }

    /// The files that it names, what was removed included: that may come back.
    fn files(&self) -> Vec<NamedFile> {
        Vec::new()
    }

    /// Who created what the document is about.
    fn creator(&self) -> Option<MemberId> {
        None
    }

    /// Whom the entry names as its holder that a path leads into, where the rules ask for one.
    fn holder(&self, _path: &[&str]) -> Option<MemberId> {
        None
    }
}

/// The content of one kind of document.
pub trait ContentOf {
    /// A record's content, if it is of this kind.
    fn of(record: &Record) -> Option<&Self>;
}
