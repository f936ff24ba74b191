//! Documents of which nothing is pushed for now.

use besace_model::ids::DocId;
use besace_model::kind::KindSet;
use besace_model::time::Moment;

use super::{Item, Outbox};
use crate::view::sync::Waits;

/// The longest that a document is held back because the relay asks to wait.
pub const HOLD_MS_MAX: i64 = 3_600_000;

impl Outbox {
    /// Pushes nothing of a document until then.
    pub fn hold(&mut self, doc: DocId, until: Moment) {
        let held = self.held.get_or_insert_with(doc, || until);
        *held = until.max(*held);
    }

    /// Pushes nothing of a document while it is set aside.
    pub fn keep_back(&mut self, doc: DocId) {
        self.kept_back.insert(doc);
    }

    /// Pushes again what waits for a document that was set aside.
    pub fn let_go(&mut self, doc: DocId) {
        self.kept_back.remove(&doc);
    }

    /// Keeps what is of a kind that the relay does not know: an older one would take the whole link for broken.
    pub fn set_relay_knows(&mut self, kinds: KindSet) {
        self.relay_knows = kinds;
    }

    pub(super) fn is_blocked(&self, item: &Item) -> bool {
        self.held.contains_key(&item.doc)
            || self.kept_back.contains(&item.doc)
            || !self.relay_knows.contains(item.row.head.kind)
    }

    /// Holds a document back no longer.
    pub fn release(&mut self, doc: DocId) {
        self.held.remove(&doc);
    }

    /// Holds nothing back any longer.
    pub fn release_all(&mut self) {
        self.held.clear();
    }

    /// Holds back no longer what waited until now; whether there was anything.
    pub fn release_due(&mut self, now: Moment) -> bool {
        let before = self.held.len();
        self.held.retain(|_, until| now < *until);
        self.held.len() < before
    }

    /// When a document is next held back no longer.
    #[must_use]
    pub fn release_at(&self) -> Option<Moment> {
        self.held.values().min().copied()
    }

    /// What an item waits for, besides a network.
    #[must_use]
    pub fn waits_for(&self, item: &Item) -> Waits {
        let first = self.of(item.doc).next();
        if self.kept_back.contains(&item.doc) {
            Waits::Aside
        } else if !self.relay_knows.contains(item.row.head.kind) {
            Waits::Newer
        } else if !item.saved {
            Waits::Saving
        } else if first.is_some_and(|first| first.number < item.number) {
            Waits::Before
        } else if self.held.contains_key(&item.doc) {
            Waits::Pace
        } else {
            Waits::Turn
        }
    }
}
