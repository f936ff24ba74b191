//! A commit: one Automerge change with the signature of the device that made it. Its author is proven by the
//! signature, not by who carried it, so it can travel by any road.

use ed25519_dalek::{Signature, VerifyingKey};
use minicbor::{Decode, Encode};

use crate::ids::{CommitHash, DeviceId, DocId};

/// Bytes of a device's public key.
pub const PUBLIC_KEY_BYTES: usize = 32;
/// Bytes of a signature.
pub const SIGNATURE_BYTES: usize = 64;

const DOMAIN: &[u8] = b"besace-commit-1\0";

/// A signed change.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Commit {
    /// The device that signed.
    #[n(0)]
    pub device: DeviceId,
    /// Ed25519 over [`signing_bytes`]; `None` where that of a later commit, pushed with it, proves this one too.
    #[cbor(n(1), with = "signature")]
    pub signature: Option<[u8; SIGNATURE_BYTES]>,
    /// The raw, uncompressed Automerge change chunk.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub change: Vec<u8>,
}

/// What a device signs for one change of one document: the domain, the document, and the SHA-256 that names the
/// change.
#[must_use]
pub fn signing_bytes(doc: DocId, hash: CommitHash) -> Vec<u8> {
    [DOMAIN, &doc.0, &hash.0].concat()
}

/// A device's public key, read once: what a signature must answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key of these bytes; `None` when they are no point of the curve, or a weak one that any signature fits.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; PUBLIC_KEY_BYTES]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        (!key.is_weak()).then_some(Self(key))
    }

    /// Its bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; PUBLIC_KEY_BYTES] {
        self.0.to_bytes()
    }

    /// Whether `signature` over `message` is that of the key (strict verification, RFC 8032).
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8; SIGNATURE_BYTES]) -> bool {
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).is_ok()
    }
}

/// A signature on the wire: its bytes, or no bytes.
pub(crate) mod signature {
    use minicbor::decode::Error;
    use minicbor::encode::Write;
    use minicbor::{Decoder, Encoder};

    use super::SIGNATURE_BYTES;

    pub(crate) fn encode<C, W: Write>(
        signature: &Option<[u8; SIGNATURE_BYTES]>,
        out: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let bytes = signature.as_ref().map_or(&[][..], |bytes| bytes);
        out.bytes(bytes)?.ok()
    }

    pub(crate) fn decode<C>(
        input: &mut Decoder<'_>,
        _: &mut C,
    ) -> Result<Option<[u8; SIGNATURE_BYTES]>, Error> {
        match input.bytes()? {
            [] => Ok(None),
            bytes => match bytes.try_into() {
                Ok(bytes) => Ok(Some(bytes)),
                Err(_) => Err(Error::message("not a signature")),
            },
        }
    }
}
