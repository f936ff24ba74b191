//! Writing: one command becomes exactly one Automerge change, which touches only what differs and only what the rule
//! table lets its author touch.

use automerge::transaction::{Transactable, Transaction};
use automerge::{Automerge, ObjId, ReadDoc};

use crate::access::Grants;
use crate::doc::rules::Rules;
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::Kind;
use crate::limits::CHANGE_BYTES_MAX;

mod change;
mod entries;
mod meanwhile;
mod permission;
mod place;
mod reading;
mod scalars;
mod values;

pub use change::{Context, Made};
pub(crate) use change::{write, write_beside};
pub(crate) use place::MapPlace;

/// Operations after which the relay ends a change of its own documents and begins the next: entries that it takes on may
/// still add some.
const STEP_OPS: usize = 1_024;
/// Bytes of text after which it does.
const STEP_TEXT_BYTES: usize = CHANGE_BYTES_MAX / 4;
/// Bytes of text in one change: what remains of [`CHANGE_BYTES_MAX`] is for the operations themselves.
pub(crate) const TEXT_IN_CHANGE_MAX: usize = CHANGE_BYTES_MAX / 4 * 3;

/// An open change: every write goes through the rule table.
pub(crate) struct ChangeWriter<'d> {
    pub(crate) tx: Transaction<'d>,
    head: &'d DocHead,
    author: &'d Grants,
    rules: &'static Rules,
    /// Who created what the document is about, before this change.
    creator: Option<MemberId>,
    now: String,
    pub(crate) writes: usize,
    /// The document as it stands, where the change is made at an earlier state of it.
    meanwhile: Option<&'d Automerge>,
    /// Bytes of text written, to stay within one change.
    pub(crate) text_bytes: usize,
    /// Whether what does not fit may be written by another change.
    pub(crate) may_go_on: bool,
    /// Bytes of text that did not fit, taken out or typed.
    pub(crate) left_bytes: usize,
}

impl ChangeWriter<'_> {
    /// Who writes.
    pub(crate) fn author(&self) -> MemberId {
        self.author.member
    }

    /// The kind of document.
    pub(crate) fn kind(&self) -> Kind {
        self.head.kind
    }

    /// The document's key.
    pub(crate) fn key(&self) -> &str {
        &self.head.key
    }

    /// The time of the change (RFC 3339).
    pub(crate) fn now(&self) -> String {
        self.now.clone()
    }

    /// Whether anything was written so far.
    pub(crate) fn has_written(&self) -> bool {
        self.writes > 0
    }

    fn find_creator(&self) -> Option<MemberId> {
        let (way, field) = self.rules.creator_path()?.rsplit_once('/')?;
        // An entry that says so is named as the document is.
        let mut keys = way.split('/').map(|key| match key {
            "{ulid}" => self.key(),
            key => key,
        });
        let top = self.top(keys.next()?).ok()?;
        let place = keys.try_fold(top, |place, key| self.open(&place, key).ok()?)?;
        self.string(&place, field).parse().ok()
    }

    /// Whether the relay had better go on in another change.
    pub(crate) fn is_full(&self) -> bool {
        self.tx.pending_ops() >= STEP_OPS || self.text_bytes >= STEP_TEXT_BYTES
    }

    pub(crate) fn standing(
        &self,
        place: &MapPlace,
        key: &str,
    ) -> Vec<(automerge::Value<'_>, ObjId)> {
        self.tx.get_all(&place.object, key).unwrap_or_default()
    }
}
