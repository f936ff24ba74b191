//! A file that is whole: checked against its name, kept, noted. And whether there is room for one more.

use std::panic::catch_unwind;

use besace_model::error::ErrorCode;
use besace_model::ids::FileHash;
use sha2::{Digest, Sha256};

use super::key::Key;
use super::kind::kind_of;
use super::{Files, Received, Room};
use crate::coop::{Brought, CoopError, Named};
use crate::error::ApiError;
use crate::home::Tenant;
use crate::limits::FILES_UNDER_WAY_MAX;
use crate::store::files::{FileKind, FileRow};

impl Files {
    /// Checks what was received, keeps it and notes it. What is not good is thrown away; what could not be kept stays, to be
    /// handed in again.
    pub(super) async fn hand_in(
        &self,
        tenant: &Tenant,
        room: &Room,
        key: Key,
        named: &Named,
    ) -> Result<Received, ApiError> {
        let bytes = room.spool.read(key).await?;
        let checked = tokio::task::spawn_blocking(move || {
            let kind = checked(key, &bytes);
            (kind, bytes)
        });
        let (kind, bytes) = checked.await.map_err(ApiError::internal)?;
        let kind = match kind {
            Ok(kind) => kind,
            Err(code) => {
                room.spool.throw_away(key).await?;
                return Err(code.into());
            }
        };
        let hash = key.hash;
        let coop = tenant.handle.coop();
        let (known, _) = tenant.handle.file_and_room(key.member, hash).await?;
        if known.is_none() {
            self.vault.put(coop, hash, bytes).await?;
        }
        let file = FileRow {
            hash,
            bytes: key.bytes,
            kind,
        };
        let brought = Brought {
            file,
            doc: named.doc,
            member: key.member,
            member_max: self.config.member_bytes,
            coop_max: self.config.coop_bytes,
        };
        match tenant.handle.note_file(brought).await {
            // Whatever fails, there is no room for it.
            Err(CoopError::Quota) => {
                if known.is_none() {
                    self.vault.delete(coop, hash).await?;
                }
                room.spool.throw_away(key).await?;
                Err(ErrorCode::FileQuota.into())
            }
            noted => {
                noted?;
                room.spool.throw_away(key).await?;
                Ok(Received::whole(key.bytes))
            }
        }
    }

    /// Whether there is room for a file that somebody begins to bring, with all that is under way.
    pub(super) async fn make_room(
        &self,
        tenant: &Tenant,
        room: &Room,
        key: Key,
    ) -> Result<(), ApiError> {
        let (_, (own, all)) = tenant.handle.file_and_room(key.member, key.hash).await?;
        let (promised, of_all, count) = room.spool.promised(key.member).await?;
        let more = u64::from(key.bytes);
        let is_full = own + promised + more > self.config.member_bytes
            || all + of_all + more > self.config.coop_bytes
            || count >= FILES_UNDER_WAY_MAX;
        if is_full {
            return Err(ErrorCode::FileQuota.into());
        }
        Ok(())
    }
}

/// What the bytes are, if they are those that the name promises.
fn checked(key: Key, bytes: &[u8]) -> Result<FileKind, ErrorCode> {
    if bytes.len() as u64 != u64::from(key.bytes) {
        return Err(ErrorCode::FileSize);
    }
    if FileHash(Sha256::digest(bytes).into()) != key.hash {
        return Err(ErrorCode::FileMismatch);
    }
    // A header that ends its reader is none.
    let kind = catch_unwind(|| kind_of(bytes)).unwrap_or_default();
    kind.ok_or(ErrorCode::FileKind)
}
