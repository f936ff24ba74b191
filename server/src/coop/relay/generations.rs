//! The next generation of a document: what it says, without what it said.

use automerge::Automerge;
use besace_model::admission::snapshot::guarded;
use besace_model::command::CommandError;
use besace_model::doc::writer::Made;
use besace_model::head::DocHead;
use besace_model::ids::CoopId;
use besace_model::kinds;

use super::open::{Open, Size};
use super::{Actor, RelayAuthor};
use crate::coop::CoopError;
use crate::coop::writing::Writing;
use crate::limits::{REBUILD_AFTER_BYTES, REBUILD_AFTER_SHARE};
use crate::store::docs::DocMeta;

impl RelayAuthor {
    /// Whether what was written since a document began is worth leaving behind.
    pub(super) fn is_long(&self, open: &Open) -> bool {
        let (size, base) = (open.size, open.base);
        let is_long = |size: u64, base: u64, after: u64| {
            size.saturating_sub(base)
                >= after.saturating_add(base.saturating_mul(REBUILD_AFTER_SHARE))
        };
        is_long(size.changes, base.changes, self.rebuild_after)
            || is_long(size.bytes, base.bytes, REBUILD_AFTER_BYTES)
    }

    /// Has one of the relay's documents begin anew with what it says, without what it said.
    pub(in crate::coop) fn forget_history(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        head: &DocHead,
    ) -> Result<(), CoopError> {
        let mut open = self.take(writing, coop, head)?;
        self.rebuild(writing, coop, &mut open)?;
        self.keep(head.id(coop), open);
        Ok(())
    }

    /// Puts a document that says the same without its history in the place of one: its next generation. What phones are
    /// given of it is one snapshot, so no phone ever has half of it.
    pub(super) fn rebuild(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        open: &mut Open,
    ) -> Result<(), CoopError> {
        let Some(old) = open.stored.clone() else {
            return Ok(());
        };
        let now = writing.now;
        let build = |head: &DocHead, actor| kinds::rebuild(head, &open.doc, now, actor);
        match self.begin_anew(writing, coop, &old, build)? {
            Some(next) => *open = next,
            None => open.base = open.size,
        }
        Ok(())
    }

    /// Puts a document in the place of another, as its next generation. `None`: it cannot be built, and the old one goes
    /// on as it is.
    pub(in crate::coop) fn begin_anew(
        &mut self,
        writing: &mut Writing<'_>,
        coop: CoopId,
        old: &DocMeta,
        build: impl FnOnce(&DocHead, Actor) -> Result<(Automerge, Vec<Made>), CommandError>,
    ) -> Result<Option<Open>, CoopError> {
        let head = DocHead {
            generation: old.head.generation + 1,
            ..old.head.clone()
        };
        let actor = self.actor(writing, head.id(coop));
        let Ok(Ok((doc, changes))) = guarded(|| Ok(build(&head, actor))) else {
            tracing::error!(doc = %old.id, "the document cannot be rebuilt, and goes on as it is");
            return Ok(None);
        };
        let snapshot = doc.save();
        let mut next = Open {
            head,
            stored: None,
            doc,
            actor,
            size: Size::default(),
            base: Size::default(),
            used: 0,
        };
        for made in changes {
            self.append(writing, coop, &mut next, made)?;
        }
        next.base = next.size;
        let Some(new) = &next.stored else {
            return Ok(None);
        };
        writing.supersede(old, new, &snapshot)?;
        Ok(Some(next))
    }
}
