//! What the relay writes alone: what only one place can decide, and what it derives from documents of other kinds.
//!
//! A projection is two pure functions. Each document that it reads is taken by itself, for what it gives to every document
//! derived from it; and a derived document is made of all that was given to it. So one change costs the reading of one
//! document, and what is derived does not depend on the order in which documents came, or on what was derived before.

use automerge::Automerge;

use crate::access::Grants;
use crate::command::CommandError;
use crate::doc::writer::{self, ChangeWriter, Context, Made};
use crate::head::DocHead;
use crate::kind::{ContentOf, Kind, Record};
use crate::limits::ACTOR_BYTES;
use crate::plain::{self, FromPlain, ToPlain};
use crate::time::Timestamp;

/// What a kind says whose documents the relay alone writes.
#[derive(Debug, Clone, Copy)]
pub struct Relayed {
    put: fn(&mut ChangeWriter<'_>, &Record) -> Result<(), CommandError>,
    /// What they are derived from; `None` for what the relay decides.
    pub projection: Option<Projection>,
}

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

    /// What a document gives, and to which: at most once to each.
    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self::Given)>;

    /// What is made of all that was given, in whatever order.
    fn made_of(given: Vec<Self::Given>) -> Record;
}

/// What one document gives to one derived from it, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The derived document, in its first generation.
    pub to: DocHead,
    /// What it gives.
    pub part: Vec<u8>,
}

/// How the documents of a kind are derived.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    /// The kinds it reads.
    pub reads: &'static [Kind],
    /// Another one, and everything is derived again.
    pub version: u64,
    given: fn(&DocHead, &Record) -> Vec<Given>,
    made_of: fn(&[Vec<u8>]) -> Record,
}

impl Projection {
    /// Every projection, by the kind that it derives.
    pub fn all() -> impl Iterator<Item = (Kind, Self)> {
        let kinds = Kind::ALL.iter();
        kinds.filter_map(|kind| Some((*kind, kind.spec()?.relayed?.projection?)))
    }

    /// What a document gives.
    #[must_use]
    pub fn given(&self, head: &DocHead, record: &Record) -> Vec<Given> {
        (self.given)(head, record)
    }

    /// What a derived document says, by all that was given to it. What another version packed is left out.
    #[must_use]
    pub fn made_of(&self, parts: &[Vec<u8>]) -> Record {
        (self.made_of)(parts)
    }
}

impl Relayed {
    /// What the relay decides.
    pub(crate) const fn decided<C: Own>() -> Self {
        Self {
            put: put::<C>,
            projection: None,
        }
    }

    /// What the relay derives.
    pub(crate) const fn derived<C: Derived>() -> Self {
        Self {
            put: put::<C>,
            projection: Some(Projection {
                reads: C::READS,
                version: plain::shape(&[("given", C::Given::SHAPE), ("version", C::VERSION)]),
                given: given::<C>,
                made_of: made_of::<C>,
            }),
        }
    }

    pub(crate) fn put(
        &self,
        writer: &mut ChangeWriter<'_>,
        record: &Record,
    ) -> Result<(), CommandError> {
        (self.put)(writer, record)
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

fn put<C: Own>(writer: &mut ChangeWriter<'_>, record: &Record) -> Result<(), CommandError> {
    let content = C::of(record).ok_or_else(|| CommandError::Forbidden(String::new()))?;
    content.put(writer)
}

fn given<C: Derived>(head: &DocHead, record: &Record) -> Vec<Given> {
    let given = C::given(head, record).into_iter();
    given
        .map(|(to, given)| Given {
            to,
            part: plain::pack(&given),
        })
        .collect()
}

fn made_of<C: Derived>(parts: &[Vec<u8>]) -> Record {
    let parts = parts.iter();
    C::made_of(parts.filter_map(|part| plain::unpack(part).ok()).collect())
}
