//! Challenges: what a device signs to get an access token. One use, short life, kept in memory: after a restart a
//! phone asks again.

use std::collections::{HashMap, VecDeque};

use besace_model::ids::DeviceId;
use besace_model::time::Moment;

/// Bytes of a challenge.
pub const NONCE_BYTES: usize = 16;
/// Life of a challenge.
pub const NONCE_LIFE_MS: i64 = 60_000;
/// Challenges open at once; the oldest go first.
const OPEN_MAX: usize = 100_000;

const DOMAIN: &[u8] = b"besace-challenge-1\0";

/// What a device signs: the domain, its id, the challenge.
#[must_use]
pub fn signing_bytes(device: DeviceId, nonce: &[u8; NONCE_BYTES]) -> Vec<u8> {
    [DOMAIN, device.as_bytes(), nonce].concat()
}

/// The challenges given out and not yet used.
#[derive(Debug, Default)]
pub struct Challenges {
    open: HashMap<[u8; NONCE_BYTES], (DeviceId, Moment)>,
    order: VecDeque<[u8; NONCE_BYTES]>,
}

impl Challenges {
    /// Remembers a challenge given to a device.
    pub fn open(&mut self, now: Moment, device: DeviceId, nonce: [u8; NONCE_BYTES]) {
        while let Some(oldest) = self.order.front() {
            let is_live = self.open.get(oldest).is_some_and(|(_, until)| *until > now);
            if is_live && self.order.len() < OPEN_MAX {
                break;
            }
            self.open.remove(oldest);
            self.order.pop_front();
        }
        self.open
            .insert(nonce, (device, now.plus_ms(NONCE_LIFE_MS)));
        self.order.push_back(nonce);
    }

    /// Whether that device was given that challenge and it still holds; it does not afterwards.
    pub fn take(&mut self, now: Moment, device: DeviceId, nonce: &[u8; NONCE_BYTES]) -> bool {
        self.open
            .remove(nonce)
            .is_some_and(|(to, until)| to == device && until > now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_works_once_in_time_and_for_its_device() {
        let (device, other) = (DeviceId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]));
        let now = Moment(1_000);
        let mut challenges = Challenges::default();
        for nonce in 0..4 {
            challenges.open(now, device, [nonce; 16]);
        }
        assert!(challenges.take(now, device, &[0; 16]));
        assert!(!challenges.take(now, device, &[0; 16]), "used");
        assert!(!challenges.take(now, other, &[1; 16]), "another device's");
        assert!(
            !challenges.take(now.plus_ms(NONCE_LIFE_MS), device, &[2; 16]),
            "too late"
        );
        assert!(!challenges.take(now, device, &[9; 16]), "never given");
    }

    #[test]
    fn old_challenges_are_forgotten() {
        let device = DeviceId::from_bytes([1; 16]);
        let mut challenges = Challenges::default();
        challenges.open(Moment(0), device, [1; 16]);
        challenges.open(Moment(NONCE_LIFE_MS), device, [2; 16]);
        assert_eq!(challenges.open.len(), 1);
        assert_eq!(challenges.order.len(), 1);
    }
}
