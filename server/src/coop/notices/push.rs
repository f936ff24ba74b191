//! Channels by Web Push: begun and ended by their device, and what becomes of what is sent.

use std::collections::BTreeSet;

use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::Concern;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError};
use crate::limits::{NOTICE_TRIES_MAX, PUSH_REFUSALS_MAX};
use crate::store::log::DeviceRow;
use crate::store::{calls, channels};
use channels::{Failed, PushCall, PushChannel};

/// What became of a message to a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pushed {
    /// The push service has it.
    Told,
    /// The channel is no more.
    Gone,
    /// It is to be tried again.
    Later(Timestamp),
    /// The push service does not take it, nor will it likely later.
    Refused(Timestamp),
}

impl Coop {
    /// A device's channel.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn push_of(&self, device: DeviceId) -> Result<Option<PushChannel>, CoopError> {
        let (row, _) = self.device(device)?;
        Ok(channels::find_push(self.store.conn(), row)?)
    }

    /// Begins a device's channel, or changes it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn put_push(
        &mut self,
        now: Timestamp,
        device: DeviceId,
        channel: &PushChannel,
    ) -> Result<(), CoopError> {
        let whose = self.device(device)?;
        self.begin_hearing(now)?;
        let put = self.write(now, |inside| {
            Ok(channels::put_push(
                inside.writing.conn,
                whose,
                channel,
                now,
            )?)
        });
        put.map(drop)
    }

    /// Ends a device's channel.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn end_push(&mut self, now: Timestamp, device: DeviceId) -> Result<(), CoopError> {
        let (row, _) = self.device(device)?;
        let ended = self.write(now, |inside| {
            Ok(channels::remove_push(inside.writing.conn, row, None)?)
        });
        ended.map(drop)
    }

    fn device(&self, device: DeviceId) -> Result<(DeviceRow, MemberId), CoopError> {
        let people = self.people();
        let entry = people.device(device).ok_or(CoopError::NotFound)?;
        Ok((entry.row, entry.member))
    }

    /// What devices are to be told, those aside whose members may not connect, and those that hear everything by themselves
    /// on a live link.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn push_calls(
        &mut self,
        now: Timestamp,
        live: &BTreeSet<DeviceId>,
    ) -> Result<Vec<PushCall>, CoopError> {
        let mut due = channels::push_calls(self.store.conn(), now)?;
        let people = self.people();
        due.retain(|call| people.may_connect(call.member, call.device));
        let (live, due): (Vec<_>, Vec<_>) = due
            .into_iter()
            .partition(|call| live.contains(&call.device));
        let hearing: BTreeSet<DeviceRow> = live.iter().map(|call| call.row).collect();
        if !hearing.is_empty() {
            self.write(now, |inside| {
                let conn = inside.writing.conn;
                let mut hearing = hearing.into_iter();
                Ok(hearing.try_for_each(|row| channels::hears_itself(conn, row, now))?)
            })?;
        }
        Ok(due)
    }

    /// Notes what became of messages. A channel that is no more goes, and so does one that was refused too often; a message that
    /// failed too often is given up.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn note_pushed(
        &mut self,
        now: Timestamp,
        all: &[(PushCall, Pushed)],
    ) -> Result<(), CoopError> {
        if all.is_empty() {
            return Ok(());
        }
        let noted = self.write(now, |inside| {
            let conn = inside.writing.conn;
            for (call, pushed) in all {
                // Nobody takes up what another channel of the device was told meanwhile.
                let found = channels::find_push(conn, call.row)?;
                if found.is_none_or(|it| it.endpoint != call.channel.endpoint) {
                    continue;
                }
                let (failed, retry_at) = match pushed {
                    Pushed::Told => (Failed::default(), Timestamp(0)),
                    Pushed::Gone => (
                        Failed {
                            failures: 0,
                            refusals: PUSH_REFUSALS_MAX,
                        },
                        now,
                    ),
                    Pushed::Later(at) => (more(call.failed, 0), *at),
                    Pushed::Refused(at) => (more(call.failed, 1), *at),
                };
                if failed.refusals >= PUSH_REFUSALS_MAX {
                    channels::remove_push(conn, call.row, Some(&call.channel.endpoint))?;
                    continue;
                }
                let is_given_up = failed.failures >= NOTICE_TRIES_MAX;
                if *pushed == Pushed::Told || is_given_up {
                    told(conn, call.member, call.row, call.concern, now)?;
                }
                let failed = if is_given_up {
                    Failed::default()
                } else {
                    failed
                };
                channels::note_push(conn, call.row, failed, retry_at)?;
            }
            Ok(())
        });
        noted.map(drop)
    }
}

fn more(failed: Failed, refusals: u32) -> Failed {
    Failed {
        failures: failed.failures + 1,
        refusals: failed.refusals + refusals,
    }
}

fn told(
    conn: &rusqlite::Connection,
    member: MemberId,
    device: DeviceRow,
    concern: Concern,
    now: Timestamp,
) -> Result<(), crate::store::StoreError> {
    calls::note_told(conn, member, device, concern, now)
}
