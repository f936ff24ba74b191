//! The randomness of one life of the replica: SHA-256 of its seed and of how often it was asked. It names actors and
//! spreads reconnections; no secret is made of it.

use sha2::{Digest, Sha256};

use crate::api::SEED_BYTES;

/// A stream of random bytes from a seed.
#[derive(Debug)]
pub(crate) struct Chance {
    seed: [u8; SEED_BYTES],
    drawn: u64,
}

impl Chance {
    /// The stream of a seed, of which missing bytes are zero.
    pub(crate) fn new(seed: &[u8]) -> Self {
        let mut whole = [0; SEED_BYTES];
        for (slot, byte) in whole.iter_mut().zip(seed) {
            *slot = *byte;
        }
        Self {
            seed: whole,
            drawn: 0,
        }
    }

    /// The next bytes: at most 32.
    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        self.drawn += 1;
        let digest = Sha256::new()
            .chain_update(self.seed)
            .chain_update(self.drawn.to_be_bytes())
            .finalize();
        let mut bytes = [0; N];
        bytes.copy_from_slice(&digest[..N]);
        bytes
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> u64 {
        u64::from_be_bytes(self.bytes())
    }
}
