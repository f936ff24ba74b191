//! Members and their devices, as the relay takes them in.

use std::collections::BTreeSet;
use std::path::Path;

use besace_model::access::{Grants, Role};
use besace_model::ids::{DeviceId, MemberId};
use besace_server::coop::{Decision, Described, NewInvitation};
use besace_server::store::people::{self, Status};
use besace_server::store::{Store, StorePlace};
use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use super::Founder;
use crate::coop::Device;

impl Founder {
    /// Founds a cooperative with a crowd of entrepreneurs, one device each, written to its file at once.
    pub(crate) fn crowd(data: &Path, members: usize) -> (Self, Vec<Device>) {
        let founder = Self::new(data);
        let (coop, now) = (founder.coop.id(), founder.now);
        founder.coop.close().expect("the file is ours");
        let path = data.join("coops").join(format!("{coop}.db"));
        let mut store = Store::open(StorePlace::File(path)).expect("the file is ours");
        let tx = store.begin().expect("nobody else writes");
        let crowd: Vec<Device> = (0..members as u64)
            .map(|number| {
                let mut bytes = [0xCD; 16];
                bytes[..8].copy_from_slice(&number.to_be_bytes());
                let (member, device) = (MemberId::from_bytes(bytes), DeviceId::from_bytes(bytes));
                let key = SigningKey::from_bytes(&Sha256::digest(bytes).into());
                let name = format!("Personne {number}");
                people::insert_member(&tx, member, &name, Status::Active, now).expect("a row");
                people::set_roles(&tx, member, [Role::Entrepreneur]).expect("a row");
                let public = key.verifying_key().to_bytes();
                people::insert_device(&tx, device, member, &public, "", now).expect("a row");
                let grants = Grants {
                    member,
                    ..Grants::relay()
                };
                Device {
                    member,
                    device,
                    grants,
                    key,
                }
            })
            .collect();
        tx.commit().expect("the disk takes it");
        store.close().expect("the file is ours");
        (Self::open(data), crowd)
    }

    /// Adds a member.
    pub(crate) fn member(&mut self, roles: &[Role]) -> MemberId {
        let member = MemberId::from_bytes(self.fresh());
        let described = Described {
            name: format!("Membre {}", self.next),
            ..Described::default()
        };
        let roles: BTreeSet<Role> = roles.iter().copied().collect();
        self.decide(&Decision::add(member, described, roles));
        member
    }

    /// Enrols a device of a member.
    pub(crate) fn device(&mut self, member: MemberId) -> Device {
        let device = DeviceId::from_bytes(self.fresh());
        let seed: [u8; 32] = Sha256::digest(device.as_bytes()).into();
        let key = SigningKey::from_bytes(&seed);
        let secret = device.as_bytes().to_vec();
        self.decide(&Decision::Invite {
            member,
            invitation: NewInvitation {
                secret_hash: Sha256::digest(&secret).into(),
                expires_at: self.now.plus_ms(1_000_000),
                device: None,
            },
        });
        self.decide(&Decision::Enrol {
            secret,
            public_key: key.verifying_key().to_bytes(),
            device,
            name: String::new(),
        });
        let people = self.coop.people();
        let grants = people.member(member).expect("just added").grants.clone();
        Device {
            member,
            device,
            grants,
            key,
        }
    }
}
