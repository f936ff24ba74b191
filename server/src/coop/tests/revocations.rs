//! The journal beside the keys: an older file gives back no right that was taken since it was copied.

use std::fs;
use std::path::{Path, PathBuf};

use besace_model::access::{Readers, Role};
use besace_model::ids::{MemberId, Ulid};
use sha2::{Digest, Sha256};

use super::world::*;
use crate::coop::{Changes, Coop, CoopError, Decision, NewInvitation, People};
use crate::journal::Journal;
use crate::store::StorePlace;
use crate::store::people::Status;

/// A data folder with one cooperative and its journal.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("besace-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("coop.db")
    }

    fn journal(&self) -> PathBuf {
        self.0.join("coop.revocations")
    }

    fn world(&self) -> World {
        let mut world = World::at(StorePlace::File(self.file()));
        world.keep(self.journal());
        world
    }

    /// Closes the cooperative in order and copies its file.
    fn back_up(&self, world: World) -> (World, Vec<u8>) {
        let again = world.close();
        let copy = fs::read(self.file()).unwrap();
        (self.open(again).0, copy)
    }

    /// Puts a copy in the place of the file, and opens it; how much was taken again.
    fn restore(&self, world: World, copy: &[u8]) -> (World, usize) {
        let again = world.close();
        fs::write(self.file(), copy).unwrap();
        self.open(again)
    }

    fn open(&self, again: impl Fn(Coop) -> World) -> (World, usize) {
        let mut world = again(Coop::open(StorePlace::File(self.file()), 1).unwrap());
        let taken = world.keep(self.journal());
        (world, taken)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl World {
    /// Closes the cooperative in order; what goes on with it, opened again.
    fn close(self) -> impl Fn(Coop) -> World {
        let World { coop, now, secrets } = self;
        coop.close().unwrap();
        move |coop| World { coop, now, secrets }
    }

    fn keep(&mut self, journal: impl AsRef<Path>) -> usize {
        let now = self.tick();
        let journal = Journal::open(journal.as_ref()).unwrap();
        self.coop.keep_journal(journal, now, 4_242).unwrap()
    }

    fn roles(&mut self, who: u8, roles: &[Role]) {
        self.decide(Decision::Change {
            member: member(who),
            changes: Changes {
                roles: Some(roles.iter().copied().collect()),
                ..Changes::default()
            },
        });
    }

    fn status(&mut self, who: u8, status: Status) {
        self.decide(Decision::Change {
            member: member(who),
            changes: Changes {
                status: Some(status),
                ..Changes::default()
            },
        });
    }

    fn epoch(&self) -> u64 {
        self.coop.glance().with_board(|board| board.epoch())
    }
}

fn status_of(people: &People, who: u8) -> Status {
    people.member(member(who)).unwrap().row.status
}

fn has(people: &People, who: u8, role: Role) -> bool {
    people.member(member(who)).unwrap().grants.has(role)
}

#[test]
fn a_restored_file_gives_back_no_right_that_was_taken() {
    let folder = Folder::new("restored");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance]);
    let anne = world.join(3, &[Role::Entrepreneur]);
    world.join(4, &[Role::Entrepreneur]);
    world.join(5, &[Role::Entrepreneur]);
    let lost = world.enrol(3, 33);
    world.assign(2, 3);
    let event = Ulid([9; 16]);
    world.decide(Decision::SetFacilitator {
        event,
        member: member(3),
        facilitates: true,
    });
    for (secret, who) in [(b"used", 3), (b"open", 4)] {
        let now = world.tick();
        world.decide(Decision::Invite {
            member: member(who),
            invitation: NewInvitation {
                secret_hash: Sha256::digest(secret).into(),
                expires_at: now.plus_ms(3_600_000),
                device: None,
            },
        });
    }
    let enrol = |secret: &[u8], device: u8| Decision::Enrol {
        secret: secret.to_vec(),
        public_key: ed25519_dalek::SigningKey::from_bytes(&[device; 32])
            .verifying_key()
            .to_bytes(),
        device: besace_model::ids::DeviceId::from_bytes([device; 16]),
        name: String::new(),
    };
    let (mut world, copy) = folder.back_up(world);
    let before = world.epoch();

    world.decide(Decision::RevokeDevice {
        device: lost.device,
    });
    world.decide(enrol(b"used", 44));
    world.roles(2, &[Role::Coach]);
    world.unassign(2, 3);
    world.decide(Decision::SetFacilitator {
        event,
        member: member(3),
        facilitates: false,
    });
    world.status(4, Status::Left);
    world.status(5, Status::Suspended);

    let (mut world, taken) = folder.restore(world, &copy);
    // A device, a used and a cancelled invitation, a role, a coach, a facilitator, two members.
    assert_eq!(taken, 8);
    assert_ne!(world.epoch(), before, "phones push again what is missing");
    let check = |world: &mut World| {
        let people = world.coop.people();
        assert!(people.device(lost.device).unwrap().revoked_at.is_some());
        assert!(people.device(anne.device).unwrap().revoked_at.is_none());
        assert!(!has(&people, 2, Role::Finance) && has(&people, 2, Role::Coach));
        assert!(!people.reads(member(2), Readers::Coaching.about(member(3).0)));
        let facilitates = &people.member(member(3)).unwrap().grants.facilitates;
        assert!(facilitates.is_empty());
        assert_eq!(status_of(&people, 4), Status::Left);
        assert_eq!(status_of(&people, 5), Status::Suspended);
        world.coop.glance().with_board(|board| {
            let row = board.row(Readers::Coaching.about(member(3).0)).unwrap();
            assert!(!board.reads(member(2), row), "readers follow");
        });
        for secret in [&b"used"[..], b"open"] {
            let now = world.tick();
            let answer = world.coop.decide(now, MemberId::RELAY, &enrol(secret, 45));
            assert!(matches!(answer, Err(CoopError::InvitationUsed)));
        }
    };
    check(&mut world);
    let epoch = world.epoch();
    let (mut world, taken) = folder.open(world.close());
    assert_eq!((taken, world.epoch()), (0, epoch), "once is enough");
    check(&mut world);
    // Decisions go on from there, and a second restore takes them too.
    world.roles(3, &[]);
    let (world, taken) = folder.restore(world, &copy);
    assert_eq!(taken, 9);
    assert!(!has(&world.coop.people(), 3, Role::Entrepreneur));
}

#[test]
fn a_right_that_was_given_back_is_not_taken_by_an_older_file() {
    let folder = Folder::new("given-back");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance]);
    let (mut world, with) = folder.back_up(world);
    world.roles(2, &[Role::Coach]);
    world.status(2, Status::Suspended);
    let (mut world, without) = folder.back_up(world);
    world.roles(2, &[Role::Coach, Role::Finance]);
    world.status(2, Status::Active);
    let (world, after) = folder.back_up(world);

    let (world, _) = folder.restore(world, &with);
    let people = world.coop.people();
    assert!(has(&people, 2, Role::Finance), "it had it, and has it");
    assert_eq!(status_of(&people, 2), Status::Active);
    let (world, _) = folder.restore(world, &after);
    assert!(has(&world.coop.people(), 2, Role::Finance));
    let (world, _) = folder.restore(world, &without);
    let people = world.coop.people();
    assert!(!has(&people, 2, Role::Finance), "nothing is given");
    assert_eq!(status_of(&people, 2), Status::Suspended);
}

#[test]
fn who_directed_when_the_file_was_copied_does_not_direct_again_for_want_of_another() {
    let folder = Folder::new("director");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    let (mut world, copy) = folder.back_up(world);
    world.join(2, &[Role::Director]);
    world.roles(1, &[]);
    let (mut world, _) = folder.restore(world, &copy);
    assert!(!has(&world.coop.people(), 1, Role::Director));
    // The operator names another.
    world.join(3, &[Role::Director]);
}

#[test]
fn a_damaged_or_lost_journal_hides_no_other_line_and_is_completed_from_the_file() {
    let folder = Folder::new("journal");
    let mut world = folder.world();
    world.join(1, &[Role::Director]);
    world.join(2, &[Role::Coach, Role::Finance, Role::Comms]);
    let (mut world, copy) = folder.back_up(world);
    world.roles(2, &[Role::Coach, Role::Finance]);
    world.roles(2, &[Role::Coach]);
    world.roles(2, &[]);
    let text = fs::read_to_string(folder.journal()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines.len(),
        5,
        "two invitations that were used, three roles: {text}"
    );

    // The process was killed while it wrote the last line: the file has it all.
    let torn = &text[..text.len() - 7];
    fs::write(folder.journal(), torn).unwrap();
    let (world, taken) = folder.open(world.close());
    assert_eq!(taken, 0);
    assert_eq!(fs::read_to_string(folder.journal()).unwrap(), text);

    // A line that nobody can read.
    let spoilt = text.replace(lines[3], "\u{fffd} nonsense");
    fs::write(folder.journal(), spoilt).unwrap();
    let (world, taken) = folder.restore(world, &copy);
    assert_eq!(taken, 2);
    let people = world.coop.people();
    assert!(!has(&people, 2, Role::Comms) && !has(&people, 2, Role::Coach));

    // The journal is gone, as on a new machine: the file alone counts.
    let again = world.close();
    fs::remove_file(folder.journal()).unwrap();
    let (world, taken) = folder.open(again);
    assert_eq!(taken, 0);
    assert_eq!(
        fs::read_to_string(folder.journal())
            .unwrap()
            .lines()
            .count(),
        4
    );
    drop(world);
}
