//! What stands in other documents now than it did (see the model's `moving`): the relay carries it over as it finds it, one
//! document at a time. What members signed stays in the log, and nobody is sent it any more.

use besace_model::admission::snapshot::guarded;
use besace_model::moving;

use crate::coop::{CoopError, Inside, stored};
use crate::store::StoreError;
use crate::store::docs::{self, DocRow};

impl Inside<'_> {
    /// Carries over what a document holds of what stands elsewhere now. One that cannot be read, or said again, stays as it
    /// is.
    pub(super) fn carry_over(&mut self, row: DocRow) -> Result<(), CoopError> {
        let conn = self.writing.conn;
        let meta = docs::get(conn, row)?;
        if meta.is_frozen || meta.is_superseded {
            return Ok(());
        }
        let doc = match stored::load(conn, &meta, u64::MAX) {
            Err(StoreError::Damaged(_)) => return Ok(()),
            doc => doc?,
        };
        let leaving = match guarded(|| Ok(moving::leaving(&meta.head, &doc))) {
            Ok(Ok(leaving)) => leaving,
            Ok(Err(error)) => {
                tracing::warn!(doc = %meta.id, %error, "the document holds what cannot be carried over");
                None
            }
            Err(error) => {
                tracing::error!(doc = %meta.id, %error, "the document cannot be carried over");
                None
            }
        };
        let Some(leaving) = leaving else {
            return Ok(());
        };
        let (now, coop) = (self.writing.now, self.row.coop);
        for (to, carried) in &leaving.to {
            let say = |doc: &mut _, actor| carried.say(doc, now, actor);
            let into = self.relay.add_to(&mut self.writing, coop, to, say)?;
            self.changed_by_the_relay(into);
        }
        let begin = |head: &_, actor| leaving.stays(head, now, actor);
        self.relay
            .begin_anew(&mut self.writing, coop, &meta, begin)?;
        self.changed_by_the_relay(Some(row));
        Ok(())
    }

    /// Forgets what memory knows of a document that members write.
    fn changed_by_the_relay(&mut self, row: Option<DocRow>) {
        if let Some(row) = row {
            self.indexes.forget(row);
            self.trials.forget(row);
        }
    }
}
