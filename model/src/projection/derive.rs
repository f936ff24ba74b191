//! What documents give to those derived from them.

use super::{Derived, Making, Source};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::{Kind, Record};
use crate::plain;
use crate::time::Timestamp;

/// What one document gives to one derived from it, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The derived document, in its first generation.
    pub to: DocHead,
    /// What it gives.
    pub part: Vec<u8>,
}

/// Makes what a derived document says, and says when it is to be made again.
type MadeOf = fn(&[Vec<u8>], &Making<'_>) -> (Record, Option<Timestamp>);

/// How the documents of a kind are derived.
#[derive(Debug, Clone, Copy)]
pub struct Projection {
    /// The kinds it reads.
    pub reads: &'static [Kind],
    /// Another one, and everything is derived again.
    pub version: u64,
    /// Whether what a derived document said stays in its history.
    pub keeps_past: bool,
    pub(super) given: fn(&Source<'_>) -> Vec<Given>,
    pub(super) made_of: MadeOf,
}

impl Projection {
    /// Every projection, by the kind that it derives.
    pub fn all() -> impl Iterator<Item = (Kind, Self)> {
        let kinds = Kind::ALL.iter();
        kinds.filter_map(|kind| Some((*kind, kind.spec()?.relayed?.projection?)))
    }

    /// What a document gives.
    #[must_use]
    pub fn given(&self, source: &Source<'_>) -> Vec<Given> {
        (self.given)(source)
    }

    /// What a derived document says, by all that was given to it; and when it is to be made again, if it is. What another
    /// version packed is left out.
    #[must_use]
    pub fn made_of(&self, parts: &[Vec<u8>], making: &Making<'_>) -> (Record, Option<Timestamp>) {
        (self.made_of)(parts, making)
    }
}

pub(super) fn given<C: Derived>(source: &Source<'_>) -> Vec<Given> {
    let given = C::given_of(source).into_iter();
    given
        .map(|(to, given)| Given {
            to,
            part: plain::pack(&given),
        })
        .collect()
}

pub(super) fn made_of<C: Derived>(
    parts: &[Vec<u8>],
    making: &Making<'_>,
) -> (Record, Option<Timestamp>) {
    let given = parts.iter().filter_map(|part| plain::unpack(part).ok());
    C::made_at(given.collect(), making)
}

/// The key of what stands for all documents of a kind: none has it.
pub const EACH: &str = "*";

impl DocHead {
    /// All documents of a kind, whosever they are, for what is given to each of them.
    #[must_use]
    pub(crate) fn each(kind: Kind) -> Self {
        Self::new(kind, MemberId::RELAY, EACH.to_owned())
    }
}
