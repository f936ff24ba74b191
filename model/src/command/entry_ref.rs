//! An entry of a document, by its document, its map and its name.

use ts_rs::TS;

use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kind::Kind;
use crate::kinds;
use crate::plain::{self, FromPlain, PlainReader, ToPlain, Unfit};

/// An entry of a document.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct EntryRef {
    /// The document's kind.
    pub kind: Kind,
    /// Its owner; `None` for oneself.
    pub owner: Option<MemberId>,
    /// Its key.
    pub key: String,
    /// The map that the entry stands in.
    pub collection: String,
    /// The entry.
    pub id: Ulid,
}

impl EntryRef {
    /// An entry in a map of a document.
    #[must_use]
    pub fn new(doc: DocHead, collection: &str, id: Ulid) -> Self {
        Self {
            kind: doc.kind,
            owner: Some(doc.owner),
            key: doc.key,
            collection: collection.to_owned(),
            id,
        }
    }

    pub(super) fn read_fields(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            kind: input.field("kind")?,
            owner: input.field("owner")?,
            key: input.field("key")?,
            collection: input.field("collection")?,
            id: input.field("id")?,
        })
    }

    /// The document it stands in.
    pub(super) fn target(&self, author: MemberId) -> DocHead {
        DocHead {
            kind: self.kind,
            owner: self.owner.unwrap_or(author),
            key: self.key.clone(),
            generation: 0,
        }
    }
}

impl FromPlain for EntryRef {
    const SHAPE: u64 = plain::shape(&[("entry", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        input.open()?;
        if let Some(word) = input.said::<String>("type")? {
            return kinds::before::entry(&word, input);
        }
        Self::read_fields(input)
    }
}
