//! Taking a device from its member.

use besace_model::ids::{DeviceId, MemberId};

use super::Notes;
use crate::coop::{CoopError, Inside};
use crate::store::invitations::Ending;
use crate::store::people;
use crate::store::revocations::Entry;

impl Inside<'_> {
    pub(super) fn revoke_device(
        &mut self,
        actor: MemberId,
        device: DeviceId,
        notes: &mut Notes,
    ) -> Result<(), CoopError> {
        let known = self.people.device(device);
        let owner = known
            .map(|device| device.member)
            .filter(|owner| *owner != MemberId::RELAY)
            .ok_or(CoopError::NotFound)?;
        let by = Some(actor).filter(|actor| *actor != MemberId::RELAY);
        people::revoke_device(self.writing.conn, device, by, self.writing.now)?;
        self.touched.devices.insert(device);
        let ended = self.end_invitations(Ending::From(device, owner))?;
        notes.ended.extend(ended);
        notes.entries.push(Entry::Device(device));
        notes.audit("revoke_device", "");
        Ok(())
    }
}
