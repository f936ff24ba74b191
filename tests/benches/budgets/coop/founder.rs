//! A cooperative in the making: members, their devices, and what they wrote.

use std::path::{Path, PathBuf};

use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, MemberId};
use besace_model::limits::PUSH_COMMITS_MAX;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocPush};
use besace_server::clock::Clock;
use besace_server::coop::{Coop, Decision, Founding};
use besace_server::store::StorePlace;

use super::assert_accepted;

mod members;

/// A cooperative that no relay serves yet.
pub(crate) struct Founder {
    /// The cooperative.
    pub(crate) coop: Coop,
    /// The instant.
    pub(crate) now: Timestamp,
    next: u64,
}

/// The folder of a bench's cooperative, empty.
pub(crate) fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("budgets")
        .join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old folder can be removed");
    }
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

impl Founder {
    /// Founds a cooperative in a data folder.
    pub(crate) fn new(data: &Path) -> Self {
        Self::numbered(data, 0)
    }

    /// One of several in a data folder: no id of it is another one's.
    pub(crate) fn numbered(data: &Path, number: u32) -> Self {
        let mut id = [0xC0; 16];
        for (byte, other) in id.iter_mut().zip(number.to_be_bytes()) {
            *byte ^= other;
        }
        let founding = Founding {
            coop: CoopId::from_bytes(id),
            name: "Les Mesureurs".into(),
            relay_device: DeviceId::from_bytes([0xEE; 16]),
            relay_seed: [0xE5; 32],
            epoch: 7,
        };
        besace_server::private::folder(&data.join("coops")).expect("a folder");
        let path = data.join("coops").join(format!("{}.db", founding.coop));
        let now = Clock::system().now();
        let coop = Coop::create(StorePlace::File(path), &founding, now).expect("a new file");
        let next = (u64::from(number) << 32) + 1;
        Self { coop, now, next }
    }

    /// Goes on with the one cooperative of a folder.
    pub(crate) fn open(data: &Path) -> Self {
        let files = std::fs::read_dir(data.join("coops")).expect("the folder is there");
        let path = files
            .filter_map(|file| Some(file.ok()?.path()))
            .find(|path| path.extension().is_some_and(|ending| ending == "db"))
            .expect("a cooperative");
        let coop = Coop::open(StorePlace::File(path), 7).expect("it opens");
        Self {
            coop,
            now: Clock::system().now(),
            next: 1 << 32,
        }
    }

    fn fresh(&mut self) -> [u8; 16] {
        let mut bytes = [0xAB; 16];
        bytes[..8].copy_from_slice(&self.next.to_be_bytes());
        self.next += 1;
        bytes
    }

    /// Carries out a decision.
    pub(crate) fn decide(&mut self, command: &Decision) {
        let decided = self.coop.decide(self.now, MemberId::RELAY, command);
        decided.expect("the decision is possible");
    }

    /// Admits a document's commits, a hundred at a time.
    pub(crate) fn admit(&mut self, head: &DocHead, commits: &[Commit]) {
        for commits in commits.chunks(PUSH_COMMITS_MAX) {
            let push = DocPush {
                doc: DocName::Head(head.clone()),
                commits: commits.to_vec(),
            };
            let outcome = self
                .coop
                .admit_one(self.now, vec![push])
                .expect("the file takes it");
            for verdict in outcome.verdicts.iter().flatten() {
                assert_accepted(&verdict.verdict);
            }
        }
    }

    /// Builds the snapshots that are due, and closes the file in order.
    pub(crate) fn close(mut self) -> CoopId {
        let id = self.coop.id();
        while self
            .coop
            .compact(self.now, 64)
            .expect("snapshots can be built")
            > 0
        {}
        self.coop.close().expect("the file closes");
        id
    }
}
