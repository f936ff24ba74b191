//! Where something is shown in the app.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::{self, FromPlain, ToPlain, Unfit};
use ts_rs::TS;

use crate::kinds;

/// Where something is shown in the app: an entry of a document, or the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct Place {
    /// The document's kind.
    pub kind: Kind,
    /// Whose document; the relay for shared ones.
    pub owner: MemberId,
    /// Which of theirs: a year, an event, a member.
    pub key: String,
    /// The map that the entry stands in; empty for the document itself.
    pub collection: String,
    /// What the entry is found by there: an identifier, a month, a member; empty for the document itself.
    pub id: String,
}

impl Place {
    /// Where an entry of a document is shown.
    #[must_use]
    pub fn new(head: &DocHead, collection: &str, id: &str) -> Self {
        Self {
            kind: head.kind,
            owner: head.owner,
            key: head.key.clone(),
            collection: collection.to_owned(),
            id: id.to_owned(),
        }
    }
}

impl FromPlain for Place {
    const SHAPE: u64 = plain::shape(&[("place", 0)]);

    fn read(input: &mut plain::PlainReader<'_>) -> Result<Self, Unfit> {
        input.open()?;
        if let Some(word) = input.said::<String>("place")? {
            return kinds::before::place(&word, input);
        }
        Ok(Self {
            kind: input.field("kind")?,
            owner: input.field("owner")?,
            key: input.field("key")?,
            collection: input.field("collection")?,
            id: input.field("id")?,
        })
    }
}
