//! Eleven devices of ten people.

use ed25519_dalek::SigningKey;

use crate::access::{Grants, Role};
use crate::commit::PublicKey;
use crate::ids::DeviceId;
use crate::kinds::tests::{person, ulid};

/// Somebody with a device.
pub(in crate::admission::tests::forge) struct Device {
    pub(in crate::admission::tests::forge) id: DeviceId,
    pub(super) key: SigningKey,
    pub(super) public: PublicKey,
    pub(in crate::admission::tests::forge) grants: Grants,
    /// The session it writes honestly in.
    pub(in crate::admission::tests::forge) actor: [u8; 16],
}

/// Number of the person, roles, whom they coach, what they facilitate.
pub(in crate::admission::tests) type Part = (u8, &'static [Role], &'static [u8], &'static [u8]);

pub(in crate::admission::tests) const PARTS: [Part; 11] = [
    (1, &[Role::Entrepreneur], &[], &[]),
    (2, &[Role::Coach], &[1], &[]),
    (3, &[Role::Entrepreneur], &[], &[]),
    (4, &[Role::Coach, Role::Entrepreneur], &[3], &[]),
    (5, &[Role::Finance], &[], &[]),
    (6, &[Role::Comms], &[], &[]),
    (7, &[Role::Director], &[], &[]),
    (8, &[Role::Entrepreneur], &[], &[60]),
    (9, &[Role::Entrepreneur], &[], &[]),
    (10, &[Role::Coach], &[], &[]),
    // The first one's other device.
    (1, &[Role::Entrepreneur], &[], &[]),
];

/// What somebody may do who takes such a part.
pub(in crate::admission::tests) fn grants_of(
    (member, roles, coached, facilitates): Part,
) -> Grants {
    Grants {
        member: person(member),
        roles: roles.iter().copied().collect(),
        coached: coached.iter().map(|number| person(*number)).collect(),
        facilitates: facilitates.iter().map(|number| ulid(*number)).collect(),
    }
}

impl Device {
    pub(super) fn new(number: usize, part: Part) -> Self {
        let key = SigningKey::from_bytes(&[number as u8 + 1; 32]);
        let public = PublicKey::from_bytes(key.verifying_key().as_bytes()).unwrap();
        Self {
            id: DeviceId::from_bytes([number as u8 + 100; 16]),
            key,
            public,
            grants: grants_of(part),
            actor: [number as u8 * 16 + 8; 16],
        }
    }

    /// The same, writing in another session.
    pub(super) fn in_session(&self, actor: [u8; 16]) -> Self {
        Self {
            id: self.id,
            key: self.key.clone(),
            public: self.public,
            grants: self.grants.clone(),
            actor,
        }
    }
}
