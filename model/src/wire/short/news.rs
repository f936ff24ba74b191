//! An update in short: changes without what the frame says already, verdicts in lines.

use std::mem;

use minicbor::{Decode, Encode};

use super::super::told::{self, Told};
use super::super::{DocName, DocUpdate, Logged, Piece, Update, WireError};
use super::{Chain, Short};
use crate::ids::CommitHash;

/// The verdicts and documents of an [`Update`].
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShortNews {
    /// The verdicts.
    #[n(0)]
    pub told: Vec<Told>,
    /// The documents.
    #[n(1)]
    pub docs: Vec<ShortDoc>,
}

/// What [`DocUpdate`] says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShortDoc {
    /// The document.
    #[n(0)]
    pub doc: DocName,
    /// A piece of its snapshot.
    #[n(1)]
    pub piece: Option<Piece>,
    /// Changes the relay accepted, in its order.
    #[n(2)]
    pub changes: Vec<ShortLogged>,
}

/// What [`Logged`] says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ShortLogged {
    /// As in [`Logged::age_ms`].
    #[n(0)]
    pub age_ms: u64,
    /// The change.
    #[n(1)]
    pub change: Short,
}

impl Update {
    /// The update in short.
    #[must_use]
    pub fn in_short(mut self) -> Self {
        let verdicts = mem::take(&mut self.verdicts);
        let docs = mem::take(&mut self.docs);
        self.short = Some(ShortNews {
            told: told::in_lines(verdicts),
            docs: docs.into_iter().map(ShortDoc::of).collect(),
        });
        self
    }

    /// The update in full, by the hashes of what was pushed and not answered, in the order pushed.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when it speaks of other commits, or a change is to follow one that is not there.
    pub fn whole(mut self, pushed: impl Iterator<Item = CommitHash>) -> Result<Self, WireError> {
        let Some(short) = self.short.take() else {
            return Ok(self);
        };
        self.verdicts = told::one_by_one(short.told, pushed)?;
        let docs = short.docs.into_iter().map(ShortDoc::whole);
        self.docs = docs.collect::<Result<_, _>>()?;
        Ok(self)
    }
}

impl ShortDoc {
    fn of(update: DocUpdate) -> Self {
        let mut chain = Chain::default();
        let changes = update.changes.into_iter().map(|logged| ShortLogged {
            age_ms: logged.age_ms,
            change: chain.shorten(&logged.change),
        });
        Self {
            doc: update.doc,
            piece: update.piece,
            changes: changes.collect(),
        }
    }

    fn whole(self) -> Result<DocUpdate, WireError> {
        let mut chain = Chain::default();
        let changes = self.changes.into_iter().map(|logged| {
            Ok(Logged {
                age_ms: logged.age_ms,
                change: chain.restore(logged.change)?,
            })
        });
        Ok(DocUpdate {
            doc: self.doc,
            piece: self.piece,
            changes: changes.collect::<Result<_, _>>()?,
        })
    }
}
