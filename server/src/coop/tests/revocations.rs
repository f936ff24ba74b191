//! The journal beside the keys: an older file gives back no right that was taken since it was copied.

mod damage;
mod restoring;

use std::fs;
use std::path::{Path, PathBuf};

use besace_model::access::Role;

use super::world::*;
use crate::coop::{Changes, Coop, Decision, People};
use crate::journal::Journal;
use crate::store::StorePlace;
use crate::store::people::Status;

/// A data folder with one cooperative and its journal.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
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

    pub(super) fn world(&self) -> World {
        let mut world = World::at(StorePlace::File(self.file()));
        world.keep(self.journal());
        world
    }

    /// Closes the cooperative in order and copies its file.
    pub(super) fn back_up(&self, world: World) -> (World, Vec<u8>) {
        let again = world.close();
        let copy = fs::read(self.file()).unwrap();
        (self.open(again).0, copy)
    }

    /// Puts a copy in the place of the file, and opens it; how much was taken again.
    pub(super) fn restore(&self, world: World, copy: &[u8]) -> (World, usize) {
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
