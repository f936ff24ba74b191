//! What documents give to those derived from them.

use super::Derived;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::plain;

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
    pub(super) given: fn(&DocHead, &Record) -> Vec<Given>,
    pub(super) made_of: fn(&[Vec<u8>]) -> Record,
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

pub(super) fn given<C: Derived>(head: &DocHead, record: &Record) -> Vec<Given> {
    let given = C::given(head, record).into_iter();
    given
        .map(|(to, given)| Given {
            to,
            part: plain::pack(&given),
        })
        .collect()
}

pub(super) fn made_of<C: Derived>(parts: &[Vec<u8>]) -> Record {
    let parts = parts.iter();
    C::made_of(parts.filter_map(|part| plain::unpack(part).ok()).collect())
}
