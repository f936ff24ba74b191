//! The actors that a change mentions, and which of them it really uses.

use super::super::bytes::Malformed;
use super::super::prescan::{ActorBytes, LocalId};

/// The actors a change mentions, and which of them it really uses.
pub(super) struct Actors<'a> {
    pub(super) own: &'a ActorBytes,
    pub(super) others: &'a [ActorBytes],
    pub(super) used: Vec<bool>,
}

impl Actors<'_> {
    pub(super) fn id(&mut self, actor: u64, counter: u64) -> Result<LocalId, Malformed> {
        let index = usize::try_from(actor).map_err(|_| Malformed)?;
        let counter = u32::try_from(counter).map_err(|_| Malformed)?;
        *self.used.get_mut(index).ok_or(Malformed)? = true;
        if counter == 0 {
            return Err(Malformed);
        }
        Ok(LocalId {
            actor: u16::try_from(index).map_err(|_| Malformed)?,
            counter,
        })
    }

    pub(super) fn bytes(&self, actor: u16) -> ActorBytes {
        let other = actor
            .checked_sub(1)
            .map(|other| self.others.get(other as usize));
        *other.flatten().unwrap_or(self.own)
    }
}
