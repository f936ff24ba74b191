//! The name of a document.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

use super::{BadId, CoopId, ID_BYTES};
use crate::head::DocHead;

/// A document's name: the first 16 bytes of SHA-256 over what the document is (see [`DocHead::id`]), so that any
/// device names a document offline. Printed as automerge-repo does: base58 with checksum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct DocId(#[cbor(with = "minicbor::bytes")] pub [u8; ID_BYTES]);

impl DocId {
    pub(crate) fn of(coop: CoopId, head: &DocHead) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"besace-doc-1\0");
        hash.update(coop.as_bytes());
        hash.update([head.kind.number()]);
        hash.update(head.owner.as_bytes());
        hash.update((head.key.len() as u32).to_be_bytes());
        hash.update(head.key.as_bytes());
        hash.update(head.generation.to_be_bytes());
        let digest = hash.finalize();
        let mut id = [0; ID_BYTES];
        id.copy_from_slice(&digest[..ID_BYTES]);
        Self(id)
    }
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.0.to_vec();
        bytes.extend(checksum(&self.0));
        f.write_str(&bs58::encode(bytes).into_string())
    }
}

impl fmt::Debug for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DocId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        let bytes = bs58::decode(text).into_vec().map_err(|_| BadId)?;
        let (id, check) = bytes.split_first_chunk().ok_or(BadId)?;
        if *check != checksum(id) {
            return Err(BadId);
        }
        Ok(Self(*id))
    }
}

/// What base58check puts after the bytes: the start of their SHA-256's SHA-256.
fn checksum(id: &[u8; ID_BYTES]) -> [u8; 4] {
    let digest = Sha256::digest(Sha256::digest(id));
    let mut check = [0; 4];
    check.copy_from_slice(&digest[..4]);
    check
}
