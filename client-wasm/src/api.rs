//! What crosses between the replica and whoever runs it: effects out, inputs in.
//!
//! The replica knows no clock, no storage, no network and no key: it is told what happened and answers with what must
//! be done, in order. Bytes cross as `Uint8Array`.

mod effect;
mod event;
mod intent;
mod topic;

use besace_model::ids::{CoopId, DeviceId, MemberId};
use ts_rs::TS;

pub use effect::Effect;
pub use event::Event;
pub use intent::{DispatchResult, Dispatched, Intent};
pub use topic::Topic;

/// Bytes of randomness a replica is made with.
pub const SEED_BYTES: usize = 32;

/// Whose replica this is, and the randomness it may use: 32 bytes drawn anew each time the app opens.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct ReplicaConfig {
    /// The cooperative.
    pub coop: CoopId,
    /// The member.
    pub member: MemberId,
    /// This device.
    pub device: DeviceId,
    /// Seeds actors and the jitter of reconnections.
    #[ts(type = "Uint8Array")]
    pub seed: Vec<u8>,
    /// Names this build of the app: another one reads again what this one had to set aside.
    pub version: String,
}

/// A stored row.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct Row {
    /// The store (see [`crate::store`]).
    pub store: String,
    /// The key within it.
    pub key: String,
    /// The bytes.
    #[ts(type = "Uint8Array")]
    pub value: Vec<u8>,
}

/// The name of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(rename_all = "camelCase")]
pub struct RowKey {
    /// The store.
    pub store: String,
    /// The key within it.
    pub key: String,
}
