//! The document that a push goes to: one of the file, one that its first commit makes, or none.

use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId};
use besace_model::wire::DocName;

use crate::coop::Inside;
use crate::coop::prepared::Prepared;
use crate::coop::ready::Ready;
use crate::limits::{DOCS_PER_OWNER_MAX, SHARED_DOCS_MAX};
use crate::store::StoreError;
use crate::store::docs::DocMeta;

/// Where a push goes.
pub(in crate::coop) enum Destination {
    /// A document of the file.
    Stored(Arc<DocMeta>),
    /// One that its first accepted commit makes.
    New(DocHead),
    /// None, or none anyone may hear of.
    Refused(ErrorCode),
    /// One of a kind that this version does not know, and the next one may.
    Newer,
}

/// One push on its way.
pub(in crate::coop) struct Delivery {
    pub(super) submission: usize,
    pub(in crate::coop) id: DocId,
    pub(in crate::coop) target: Destination,
    pub(in crate::coop) ready: Ready,
}

impl Inside<'_> {
    /// Finds the document a push names. Heads are checked before anything is asked of the file.
    pub(super) fn target(&mut self, push: &Prepared) -> Result<Destination, StoreError> {
        if let DocName::Head(head) = &push.doc
            && !head.is_well_formed()
        {
            let is_newer = head.kind.spec().is_none();
            return Ok(if is_newer {
                Destination::Newer
            } else {
                Destination::Refused(ErrorCode::BadId)
            });
        }
        if let Some(doc) = self.indexes.find(self.writing.conn, push.id)? {
            return Ok(Destination::Stored(doc));
        }
        let DocName::Head(head) = &push.doc else {
            return Ok(Destination::Refused(ErrorCode::NotFound));
        };
        Ok(self.newcomer(head))
    }

    /// Whether a document that nobody has written to yet may come to be.
    fn newcomer(&self, head: &DocHead) -> Destination {
        let about = head.about();
        let known = |member: MemberId| self.people.member(member).is_some();
        let is_known = head.owner == MemberId::RELAY || known(head.owner);
        if !is_known || about.is_some_and(|member| !known(member)) || head.generation != 0 {
            return Destination::Refused(ErrorCode::NotFound);
        }
        Destination::New(head.clone())
    }

    /// Whether an owner has as many documents as one may have.
    pub(super) fn has_all_documents(&mut self, owner: MemberId) -> Result<bool, StoreError> {
        let most = if owner == MemberId::RELAY {
            SHARED_DOCS_MAX
        } else {
            DOCS_PER_OWNER_MAX
        };
        Ok(self.indexes.count_of(self.writing.conn, owner)? >= most)
    }
}
