//! Who is to be told what in time: whom the log calls since they were last here, and by which channels. Looked up in the log
//! after the fact, so nothing that was acknowledged waits for it, and a crash loses none of it; a cooperative in which nobody
//! has a channel looks at nothing. What is told, and how, is not known here.

mod calling;
mod mail;
mod push;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use besace_model::ids::{DeviceId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

pub use mail::{MailAsk, NewMail};
pub use push::Pushed;

use super::{Board, Coop, CoopError, Glance};
use crate::limits::HEARD_PER_STEP;
use crate::store::{StoreError, calls};

/// What memory knows of channels, for any thread.
#[derive(Debug, Default)]
pub(super) struct Notices {
    /// Whether somebody has a channel.
    is_any: AtomicBool,
    /// Up to which entry of the log it was looked whom they call.
    heard: AtomicU64,
    /// Whether some channel had something to tell, now or later, when it was last looked, or may have since.
    waits: AtomicBool,
    /// Who was here since the log was last looked at, and when.
    here: Mutex<BTreeMap<MemberId, Timestamp>>,
}

impl Notices {
    /// Reads it from the file.
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let heard = calls::heard(conn)?;
        Ok(Self {
            is_any: AtomicBool::new(heard.is_some()),
            heard: AtomicU64::new(heard.unwrap_or_default()),
            waits: AtomicBool::new(calls::is_any_open(conn)?),
            here: Mutex::default(),
        })
    }

    /// Whether the cooperative has somebody to tell something, now or later.
    pub(super) fn is_waiting(&self) -> bool {
        self.waits.load(Ordering::Relaxed)
    }

    fn here(&self) -> MutexGuard<'_, BTreeMap<MemberId, Timestamp>> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Glance {
    /// Whether somebody has a channel.
    #[must_use]
    pub fn has_channels(&self) -> bool {
        self.notices.is_any.load(Ordering::Relaxed)
    }

    /// Whether somebody may have to be told something: where nothing came, and nothing waits, the file is left alone.
    #[must_use]
    pub fn may_call(&self) -> bool {
        let notices = &self.notices;
        let is_new = || self.with_board(Board::head) != notices.heard.load(Ordering::Relaxed);
        self.has_channels() && (notices.is_waiting() || !notices.here().is_empty() || is_new())
    }

    /// Notes that a device's member is here: what called them before needs not be told any more.
    pub fn is_here(&self, now: Timestamp, device: DeviceId) {
        if self.has_channels()
            && let Some(entry) = self.people().device(device)
        {
            self.notices.here().insert(entry.member, now);
        }
    }
}

impl Coop {
    /// Looks at some of what came to the log since it was looked at before: whom it calls. True while there is more.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn hear(&mut self, now: Timestamp) -> Result<bool, CoopError> {
        let conn = self.store.conn();
        let head = self.head();
        let listeners = calls::listeners(conn)?;
        let Some(heard) = calls::heard(conn)? else {
            return Ok(false);
        };
        if listeners.is_empty() && !calls::is_any_open(conn)? {
            self.write(now, |inside| Ok(calls::forget_all(inside.writing.conn)?))?;
            self.notices.is_any.store(false, Ordering::Relaxed);
            self.notices.here().clear();
            return Ok(false);
        }
        // An older file has fewer entries than it says were heard.
        let heard = heard.min(head);
        let upto = head.min(heard.saturating_add(HEARD_PER_STEP));
        let is_more = upto < head;
        let called = self.called(heard, upto, &listeners)?;
        // Whoever was here had all of it: of what comes with the rest, that is not known yet.
        let here = if is_more {
            BTreeMap::new()
        } else {
            std::mem::take(&mut *self.notices.here())
        };
        self.notices.heard.store(upto, Ordering::Relaxed);
        if upto == heard && here.is_empty() {
            return Ok(false);
        }
        self.write(now, |inside| {
            let conn = inside.writing.conn;
            for call in called {
                calls::note(conn, call.member, call.concern, call.doc, call.at)?;
            }
            for (member, at) in here {
                calls::was_here(conn, member, at)?;
            }
            Ok(calls::set_heard(conn, upto)?)
        })?;
        Ok(is_more)
    }

    /// Notes whether some channel has something to tell, now or later: the cooperative rests only when none has.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn look_who_waits(&self) -> Result<(), CoopError> {
        let waits = calls::is_any_open(self.store.conn())?;
        self.notices.waits.store(waits, Ordering::Relaxed);
        Ok(())
    }

    /// Somebody has a channel now: from here on the log is looked at.
    fn begin_hearing(&mut self, now: Timestamp) -> Result<(), CoopError> {
        if calls::heard(self.store.conn())?.is_none() {
            let head = self.head();
            self.write(now, |inside| {
                Ok(calls::set_heard(inside.writing.conn, head)?)
            })?;
        }
        self.notices.waits.store(true, Ordering::Relaxed);
        self.notices.is_any.store(true, Ordering::Relaxed);
        Ok(())
    }
}
