//! Writing what is derived, a few documents at a time.

use automerge::Automerge;
use besace_model::command::CommandError;
use besace_model::head::DocHead;
use besace_model::kind::Record;
use besace_model::kinds;
use besace_model::projection::Making;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError, Inside, Published};
use crate::limits::{DERIVED_PER_STEP, PARTS_PER_STEP};
use crate::store::derived;

impl Coop {
    /// Whether derived documents are to be written: call [`Coop::write_derived`].
    #[must_use]
    pub fn is_derived_due(&self, now: Timestamp) -> bool {
        self.deriving.is_due(now)
    }

    /// Writes a few of the derived documents that are to say something else, or carries over what one document holds of
    /// what stands elsewhere now.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn write_derived(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        if let Some((kind, version)) = self.deriving.untold.last().copied() {
            let ((), published) = self.write(now, |inside| {
                unless_unreadable(inside.renew_directory())?;
                Ok(derived::set_version(inside.writing.conn, kind, version)?)
            })?;
            self.deriving.untold.pop();
            return Ok(published);
        }
        if let Some(doc) = self.deriving.leaving.keys().next().copied() {
            let ((), published) =
                self.write(now, |inside| unless_unreadable(inside.carry_over(doc)))?;
            self.deriving.leaving.remove(&doc);
            return Ok(published);
        }
        let upto = self.deriving.read_upto(now);
        let (next_due, published) = self.write(now, |inside| inside.write_derived(upto))?;
        self.deriving.next_due = next_due;
        Ok(published)
    }
}

impl Inside<'_> {
    /// When there is more to write afterwards.
    pub(super) fn write_derived(
        &mut self,
        upto: Timestamp,
    ) -> Result<Option<Timestamp>, CoopError> {
        let conn = self.writing.conn;
        let mut looked = 0;
        for _ in 0..DERIVED_PER_STEP {
            let due = derived::first_due(conn, upto)?.filter(|_| looked < PARTS_PER_STEP);
            let Some(head) = due else { break };
            derived::clear_due(conn, &head)?;
            looked += self.write_one(&head, upto)?;
        }
        Ok(derived::next_due(conn)?)
    }

    /// Writes a derived document by all that was read up to a time; how many parts it is made of.
    fn write_one(&mut self, head: &DocHead, upto: Timestamp) -> Result<usize, CoopError> {
        let relayed = head.kind.spec().and_then(|spec| spec.relayed);
        let Some(projection) = relayed.and_then(|relayed| relayed.projection) else {
            return Ok(0);
        };
        let conn = self.writing.conn;
        let parts = derived::parts_of(conn, head)?;
        let (now, coop) = (self.writing.now, self.row.coop);
        let mut made: Option<(Record, Option<Timestamp>)> = None;
        let mut changes = 0;
        let step = |doc: &mut Automerge, actor| {
            let before = Record::read(head.kind, doc);
            let before = before.ok_or_else(|| CommandError::Forbidden(String::new()))?;
            let (record, _) = made.get_or_insert_with(|| {
                let making = Making {
                    upto,
                    before: &before,
                };
                projection.made_of(&parts, &making)
            });
            let brought = kinds::bring(doc, head, record, now, actor)?;
            changes += 1;
            Ok(brought)
        };
        let mut written = self.relay.write(&mut self.writing, coop, head, step);
        if let Some((_, Some(again))) = made {
            derived::set_due_at(conn, head, again)?;
        }
        // What nobody gives any more is not to be read in its past either.
        let is_past_over = parts.is_empty() || changes > 0 && !projection.keeps_past;
        if written.is_ok() && is_past_over {
            written = self.relay.forget_history(&mut self.writing, coop, head);
        }
        unless_unreadable(written)?;
        Ok(parts.len())
    }
}

/// A document that cannot be written must not stop the others.
fn unless_unreadable(result: Result<(), CoopError>) -> Result<(), CoopError> {
    match result {
        Err(CoopError::RelayDocument) => {
            tracing::error!("one of the relay's own documents cannot be written");
            Ok(())
        }
        other => other,
    }
}
