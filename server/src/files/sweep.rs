//! What no document names any more goes, and so does what nobody goes on with: step by step, beside everything else.

use std::ops::Range;
use std::sync::PoisonError;

use besace_model::ids::FileHash;

use super::{Files, Found, Room, VaultError, Wanted, since};
use crate::error::ApiError;
use crate::home::Tenant;
use crate::limits::FILES_LOOKED_EVERY_MS;
use crate::store::files::FileRow;

impl Files {
    /// Whether it is time to look at the files of a cooperative; it counts as looked at then.
    #[must_use]
    pub fn is_due(&self, tenant: &Tenant) -> bool {
        let now = self.clock.moment();
        let room = self.room(tenant.handle.coop());
        let mut looked = room.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = looked.is_none_or(|at| now.since_ms(at) >= FILES_LOOKED_EVERY_MS);
        if is_due {
            *looked = Some(now);
        }
        is_due
    }

    /// Looks at all documents of a cooperative that have files, and lets go what none has named for long enough.
    ///
    /// # Errors
    /// Whatever the cooperative or the place of the files says: what is left is looked at the next time.
    pub async fn sweep(&self, tenant: &Tenant) -> Result<(), ApiError> {
        let room = self.room(tenant.handle.coop());
        room.spool.throw_old_away(self.clock.now()).await?;
        let since = since(self.clock.now(), self.config.kept_days);
        let mut place = Some(0);
        while let Some(after) = place {
            place = tenant.handle.check_files(after, since).await?;
        }
        loop {
            let gone = tenant.handle.gone_files().await?;
            if gone.is_empty() {
                return Ok(());
            }
            for hash in gone {
                self.let_go(tenant, &room, hash).await?;
            }
        }
    }

    /// Lets go the bytes of a file that no document has, unless somebody brought it again meanwhile.
    async fn let_go(&self, tenant: &Tenant, room: &Room, hash: FileHash) -> Result<(), ApiError> {
        let _turn = room.turn(hash).lock().await;
        if !tenant.handle.is_file_gone(hash).await? {
            return Ok(());
        }
        self.vault.delete(tenant.handle.coop(), hash).await?;
        Ok(tenant.handle.forget_file(hash, false).await?)
    }

    /// All bytes of a file, for who takes the cooperative away.
    ///
    /// # Errors
    /// Whatever the place of the files says.
    pub async fn bytes_of(&self, tenant: &Tenant, file: &FileRow) -> Result<Vec<u8>, VaultError> {
        let coop = tenant.handle.coop();
        self.vault.whole(coop, file.hash).await
    }

    /// Some bytes of a file that is here. One whose bytes are missing, as after a backup that lacks them, is forgotten: phones
    /// that still have it bring it again.
    ///
    /// # Errors
    /// Whatever the place of the files says.
    pub async fn open(
        &self,
        tenant: &Tenant,
        wanted: Wanted,
        range: Range<u64>,
    ) -> Result<Found, ApiError> {
        let coop = tenant.handle.coop();
        let found = self.vault.get(coop, wanted.hash, range).await;
        match found {
            Err(error) if error.is_missing() => {
                tracing::error!(%coop, hash = %wanted.hash, "the bytes of a file are missing");
                let room = self.room(coop);
                let _turn = room.turn(wanted.hash).lock().await;
                tenant.handle.forget_file(wanted.hash, true).await?;
                Err(besace_model::error::ErrorCode::NotFound.into())
            }
            found => Ok(found?),
        }
    }
}
