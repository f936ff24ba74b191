//! Documents of the relay's that it rebuilds without their history: the new one takes the place of the one before.

use automerge::Automerge;
use besace_model::access::Role;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::kinds::directory::{Directory, DirectoryMember};
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocUpdate, Piece, Update};

use super::device::{Device, me, update};
use crate::store;

/// The directory, when I hold one role.
fn said(role: Role) -> Automerge {
    let member = DirectoryMember {
        name: "Camille".into(),
        roles: [role].into(),
        active: true,
        ..DirectoryMember::default()
    };
    let said = Directory {
        coop_name: "Les Abeilles".into(),
        members: [(me(), member)].into(),
    };
    let mut doc = Genesis::document(Kind::Directory);
    let mut members = said.members.iter().map(|(id, member)| (*id, Some(member)));
    directory::write(
        &mut doc,
        &said.coop_name,
        &mut members,
        Timestamp(0),
        [9; 16],
    )
    .unwrap();
    doc
}

/// A generation's snapshot, from one byte to another.
fn piece(generation: u32, bytes: &[u8], from: usize, to: usize) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(DocHead {
            generation,
            ..DocHead::directory()
        }),
        piece: Some(Piece {
            snapshot: generation.into(),
            offset: from as u32,
            total: bytes.len() as u32,
            bytes: bytes[from..to].to_vec(),
        }),
        changes: Vec::new(),
    }
}

fn whole(generation: u32, role: Role) -> DocUpdate {
    let bytes = said(role).save();
    piece(generation, &bytes, 0, bytes.len())
}

fn hear(device: &mut Device, place: u8, restart: bool, docs: Vec<DocUpdate>) {
    device.hear(Update {
        docs,
        restart,
        ..update(place)
    });
}

fn is(device: &Device, role: Role) -> bool {
    device.replica.grants.has(role)
}

#[test]
fn the_one_before_serves_until_the_new_one_is_here_whole() {
    let mut device = Device::new();
    device.connect();
    hear(&mut device, 1, false, vec![whole(0, Role::Coach)]);
    assert!(is(&device, Role::Coach));
    let next = said(Role::Finance).save();
    let cut = next.len() / 2;
    hear(&mut device, 2, false, vec![piece(1, &next, 0, cut)]);
    assert!(is(&device, Role::Coach), "half of it is nothing yet");
    let mut device = device.reopen();
    device.connect();
    assert!(is(&device, Role::Coach));
    hear(
        &mut device,
        3,
        false,
        vec![piece(1, &next, cut, next.len())],
    );
    assert!(is(&device, Role::Finance) && !is(&device, Role::Coach));
    // Away for a month: it gets the last one alone.
    hear(&mut device, 4, false, vec![whole(7, Role::Director)]);
    let device = device.reopen();
    assert!(is(&device, Role::Director));
    assert_eq!(device.sync().docs, 1);
    let rows = device
        .disk
        .keys()
        .filter(|(store, _)| store == store::SNAPSHOTS);
    assert_eq!(rows.count(), 1, "nothing of those before is left");
}

#[test]
fn a_phone_ahead_of_a_restored_relay_follows_it_back() {
    let mut device = Device::new();
    device.connect();
    hear(&mut device, 9, false, vec![whole(5, Role::Coach)]);
    device.hear(Update {
        docs: vec![whole(3, Role::Finance)],
        restart: true,
        remaining: 1,
        ..update(1)
    });
    assert_eq!(device.sync().docs, 2, "until all is said");
    hear(&mut device, 2, false, Vec::new());
    assert!(is(&device, Role::Finance) && !is(&device, Role::Coach));
    hear(&mut device, 3, false, vec![whole(4, Role::Comms)]);
    hear(&mut device, 4, false, vec![whole(5, Role::Director)]);
    let device = device.reopen();
    assert!(is(&device, Role::Director));
    assert_eq!(device.sync().docs, 1);
}
