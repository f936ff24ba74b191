//! Who signed a change.

use crate::access::Grants;
use crate::commit::PublicKey;
use crate::ids::DeviceId;

/// Who signed, as the relay's tables say at this moment: looked up by the commit's device, never taken from it.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    /// The device.
    pub device: DeviceId,
    /// Its public key.
    pub public_key: &'a PublicKey,
    /// Whether it is enrolled and not revoked.
    pub alive: bool,
    /// What its member may do now.
    pub grants: &'a Grants,
}
