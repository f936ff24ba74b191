//! A file as it comes: how much of it is here, and one piece more.

use besace_model::error::ErrorCode;

use super::key::Key;
use super::{Files, PieceError, Received, Room, Wanted};
use crate::coop::Named;
use crate::error::ApiError;
use crate::home::Tenant;
use crate::store::files::FileKind;

impl Files {
    /// How much of a file is here. One whose last answer was lost is handed in now.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] where they do not read the document, or it does not name the file.
    pub async fn state(&self, tenant: &Tenant, wanted: Wanted) -> Result<Received, ApiError> {
        let room = self.room(tenant.handle.coop());
        let _turn = room.turn(wanted.hash).lock().await;
        let (named, key) = look_at_spool(tenant, &room, wanted).await?;
        if named.here.is_some() {
            return Ok(Received::whole(named.bytes));
        }
        let received = room.spool.received(key).await?;
        if received < named.bytes {
            return Ok(Received::so_far(received));
        }
        match self.hand_in(tenant, &room, key, &named).await {
            Err(ApiError::Refused(code)) if code != ErrorCode::Retry => Ok(Received::so_far(0)),
            handed_in => handed_in,
        }
    }

    /// Takes a piece of a file, and checks and keeps the file with the last one.
    ///
    /// # Errors
    /// [`PieceError::Offset`], and the codes for files; what was received of a file that is not good is thrown away.
    pub async fn receive(
        &self,
        tenant: &Tenant,
        wanted: Wanted,
        at: u32,
        piece: Vec<u8>,
    ) -> Result<Received, PieceError> {
        let room = self.room(tenant.handle.coop());
        let _turn = room.turn(wanted.hash).lock().await;
        let (named, key) = look_at_spool(tenant, &room, wanted).await?;
        if named.here.is_some() {
            return Ok(Received::whole(named.bytes));
        }
        let now = self.clock.now();
        if !room.spool.goes_on(key, now).await? {
            self.make_room(tenant, &room, key).await?;
        }
        let received = room.spool.received(key).await?;
        if at != received {
            return Err(PieceError::Offset(received));
        }
        let rest = named.bytes - received.min(named.bytes);
        if piece.len() as u64 > u64::from(rest) {
            room.spool.throw_away(key).await?;
            return Err(ErrorCode::FileSize.into());
        }
        let received = room.spool.append(key, now, piece).await?;
        if received < named.bytes {
            return Ok(Received::so_far(received));
        }
        Ok(self.hand_in(tenant, &room, key, &named).await?)
    }

    /// A file that is here, for somebody who reads a document that has it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] where any of that is not so.
    pub async fn find(&self, tenant: &Tenant, wanted: Wanted) -> Result<(u32, FileKind), ApiError> {
        let named = look(tenant, wanted).await?;
        let kind = named.here.ok_or(ErrorCode::NotFound)?;
        Ok((named.bytes, kind))
    }
}

/// A file that a document names, and the key of what the spool has of it: of one that is here, nothing any more. The relay may
/// have ended before that was thrown away.
async fn look_at_spool(
    tenant: &Tenant,
    room: &Room,
    wanted: Wanted,
) -> Result<(Named, Key), ApiError> {
    let named = look(tenant, wanted).await?;
    let key = Key::new(wanted, &named);
    if named.here.is_some() {
        room.spool.throw_away(key).await?;
    }
    Ok((named, key))
}

async fn look(tenant: &Tenant, wanted: Wanted) -> Result<Named, ApiError> {
    let Wanted { member, doc, hash } = wanted;
    Ok(tenant.handle.look_for_file(member, doc, hash).await?)
}
