//! What the relay writes alone: what only one place can decide, and what it derives from documents of other kinds.
//!
//! A projection is two pure functions. Each document that it reads is taken by itself, for what it gives to every document
//! derived from it; and a derived document is made of all that was given to it. So one change costs the reading of one
//! document, and what is derived does not depend on the order in which documents came, or on what was derived before.
//!
//! Some depend on time, and then on the relay's alone: by when it had what of a document, and whether a moment is past by
//! which all was to be said. Once it is, what was counted stays.

mod derive;
mod own;
mod source;
mod span;

use automerge::Automerge;

use crate::access::Grants;
use crate::command::CommandError;
use crate::doc::writer::{self, ChangeWriter, Context, Made};
use crate::head::DocHead;
use crate::kind::Record;
use crate::limits::ACTOR_BYTES;
use crate::plain;
use crate::plain::FromPlain;
use crate::time::Timestamp;
pub use derive::{EACH, Given, Projection};
use derive::{given, made_of};
pub(crate) use own::{Derived, Own};
pub use source::{Making, Received, Source};
pub use span::Span;

/// A program for browsers only reads what the relay writes: how it is made is not in the download.
const IS_FOR_BROWSERS: bool = cfg!(target_family = "wasm");

/// Brings a document to what it is to say.
type Put = fn(&mut ChangeWriter<'_>, &Record) -> Result<(), CommandError>;

/// What a kind says whose documents the relay alone writes.
#[derive(Debug, Clone, Copy)]
pub struct Relayed {
    /// `None` in a program that is no relay.
    put: Option<Put>,
    /// What they are derived from; `None` for what the relay decides, and in a program that is no relay.
    pub projection: Option<Projection>,
}

impl Relayed {
    /// What the relay decides.
    pub(crate) const fn decided<C: Own>() -> Self {
        Self {
            put: putting::<C>(),
            projection: None,
        }
    }

    /// What the relay derives.
    pub(crate) const fn derived<C: Derived>() -> Self {
        let projection = Projection {
            reads: C::READS,
            version: plain::shape(&[("given", C::Given::SHAPE), ("version", C::VERSION)]),
            given: given::<C>,
            made_of: made_of::<C>,
            keeps_past: C::KEEPS_PAST,
        };
        Self {
            put: putting::<C>(),
            projection: if IS_FOR_BROWSERS {
                None
            } else {
                Some(projection)
            },
        }
    }

    pub(crate) fn put(
        &self,
        writer: &mut ChangeWriter<'_>,
        record: &Record,
    ) -> Result<(), CommandError> {
        let put = self.put.ok_or_else(forbidden)?;
        put(writer, record)
    }
}

/// Makes one change of the relay in a document of its own.
///
/// # Errors
/// The one of `edit`, or [`CommandError::NoChange`] when it wrote nothing.
pub(crate) fn write(
    doc: &mut Automerge,
    head: &DocHead,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
    edit: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError>,
) -> Result<Made, CommandError> {
    let context = Context {
        author: &Grants::relay(),
        now,
    };
    writer::write(doc, head, &context, actor, edit)
}

const fn putting<C: Own>() -> Option<Put> {
    if IS_FOR_BROWSERS {
        None
    } else {
        Some(put::<C>)
    }
}

fn put<C: Own>(writer: &mut ChangeWriter<'_>, record: &Record) -> Result<(), CommandError> {
    let content = C::of(record).ok_or_else(forbidden)?;
    content.put(writer)
}

fn forbidden() -> CommandError {
    CommandError::Forbidden(String::new())
}
