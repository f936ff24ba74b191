//! Who may not write to a document at all, and how refusals are remembered: so that the same question gets the same
//! answer.

use std::collections::BTreeSet;

use besace_model::error::{ErrorCode, Refusal};
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, DocId};
use besace_model::wire::{Receipt, Verdict};

use super::Inside;
use super::admit::{Delivery, Destination, Signer};
use crate::store::log::DeviceRow;
use crate::store::people::Status;
use crate::store::verdicts::{self, Rejected};
use crate::store::{StoreError, grants, log};

/// Why somebody may not write to a document at all.
pub(super) enum Bar {
    /// There is none, as far as they may know, or nobody writes to it: nothing is looked up and nothing remembered.
    Hidden(ErrorCode),
    /// They could once: what was accepted then still is.
    Late(ErrorCode),
}

impl Inside<'_> {
    /// The receipt of a change whose acknowledgement was lost before its author lost their rights. The writer looks no
    /// further than what it has at hand or was brought.
    pub(super) fn accepted_before(
        &mut self,
        delivery: &Delivery,
        hash: &CommitHash,
    ) -> Result<Option<Receipt>, StoreError> {
        let Destination::Stored(doc) = &delivery.target else {
            return Ok(None);
        };
        if self.indexes.has(doc.row) {
            return self.known(doc, hash);
        }
        if self.judging.relies_on_readers {
            return Ok(delivery.ready.receipt(hash));
        }
        let wanted = BTreeSet::from([*hash]);
        let (receipts, _) = log::receipts(self.writing.conn, doc.row, &wanted)?;
        Ok(receipts.get(hash).copied())
    }

    /// Why somebody may not write to the document at all: a revoked device, someone who left, someone who never could
    /// read it (as if there were no such document), someone who no longer can.
    pub(super) fn bar(
        &self,
        signer: &Signer<'_>,
        head: &DocHead,
    ) -> Result<Option<Bar>, StoreError> {
        if head.kind.is_relays() {
            // The relay alone writes these, and never through here.
            return Ok(Some(Bar::Hidden(ErrorCode::Forbidden)));
        }
        if signer.device.revoked_at.is_some() {
            return Ok(Some(Bar::Late(ErrorCode::DeviceRevoked)));
        }
        let audience = head.audience();
        let is_active = signer.status == Status::Active;
        if is_active && signer.grants.reads(audience) {
            return Ok(None);
        }
        let ever_read = match self.writing.known_audience(audience) {
            Some(row) => grants::ever_read(self.writing.conn, signer.device.member, row)?,
            None => false,
        };
        Ok(Some(match (ever_read, is_active) {
            (false, _) => Bar::Hidden(ErrorCode::NotFound),
            (true, true) => Bar::Late(ErrorCode::Forbidden),
            (true, false) => Bar::Late(ErrorCode::Unauthorized),
        }))
    }

    /// Refuses a commit for good. Nothing of its content is kept here: its words stay on the phone.
    pub(super) fn refuse(
        &mut self,
        device: DeviceRow,
        doc: DocId,
        hash: CommitHash,
        refusal: Refusal,
    ) -> Result<Verdict, StoreError> {
        self.judging.refusing.insert(device);
        self.judging.recorded.insert(device);
        let refused = Rejected {
            doc,
            hash,
            device,
            code: refusal.code,
            path: &refusal.path,
            at: self.writing.now,
        };
        verdicts::record(self.writing.conn, &refused)?;
        Ok(Verdict::Refused(refusal.code, refusal.path))
    }
}
