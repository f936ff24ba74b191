//! When devices were last seen, to the day. A phone's first contact of a day is one touch in memory; the writer notes
//! many of them at once, when it has nothing else to do. A crash loses no more than such a day.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::{Mutex, MutexGuard, PoisonError};

use besace_model::ids::DeviceId;
use besace_model::time::{DAY_MS, Timestamp};

use super::people::People;
use super::{Coop, CoopError, Glance};
use crate::store::people as rows;

/// First contacts that are not written down yet.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<BTreeMap<DeviceId, Timestamp>>);

impl Seen {
    fn waiting(&self) -> MutexGuard<'_, BTreeMap<DeviceId, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Glance {
    /// Notes that a device was seen, once a day. Whether the writer must be told that something waits to be written.
    #[must_use]
    pub fn see(&self, now: Timestamp, device: DeviceId) -> bool {
        let day = |at: Timestamp| at.0.div_euclid(DAY_MS);
        let people = self.people();
        let known = people.device(device);
        if known.is_none_or(|entry| day(entry.last_seen) == day(now)) {
            return false;
        }
        let mut waiting = self.seen.waiting();
        let is_first = waiting.is_empty();
        waiting.entry(device).or_insert(now);
        is_first
    }
}

impl Coop {
    /// Whether devices were seen of which nothing is written yet.
    #[must_use]
    pub fn has_seen(&self) -> bool {
        !self.seen.waiting().is_empty()
    }

    /// Writes down which devices were seen, all in one transaction.
    ///
    /// # Errors
    /// Whatever the store says: then nothing is written, and phones that come again today are noted again.
    pub fn write_seen(&mut self) -> Result<(), CoopError> {
        let seen = std::mem::take(&mut *self.seen.waiting());
        let Some(now) = seen.values().max().copied() else {
            return Ok(());
        };
        self.write(now, |inside| {
            for (device, at) in &seen {
                rows::touch_device(inside.writing.conn, *device, *at)?;
            }
            let mut people = People::clone(&inside.people);
            people.see(&seen);
            inside.changed = Some(Arc::new(people));
            Ok(())
        })?;
        Ok(())
    }
}
