//! Cooperatives made offline, through the same decisions, commands, signatures and admission as everywhere, and then
//! served by the relay.

use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::journal::JournalCommand;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{Automerge, ObjId, ReadDoc};
use besace_model::access::{Grants, Role};
use besace_model::command::Command as Say;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId, Ulid};
use besace_model::kinds;
use besace_model::kinds::activity::{ExpenseCategory, ExpenseFields, ExpenseKind};
use besace_model::limits::PUSH_COMMITS_MAX;
use besace_model::time::Timestamp;
use besace_model::wire::{DocName, DocPush, Verdict};
use besace_server::clock::Clock;
use besace_server::coop::{Coop, Decision, Described, Founding, NewInvitation};
use besace_server::store::people::{self, Status};
use besace_server::store::{Store, StorePlace};
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

/// A device with its key, and what its member may do.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    /// The member.
    pub(crate) member: MemberId,
    /// The device.
    pub(crate) device: DeviceId,
    /// What the member may do.
    pub(crate) grants: Grants,
    key: SigningKey,
}

impl Device {
    /// Signs anything.
    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(bytes).to_bytes()
    }

    /// Signs a change of a document.
    pub(crate) fn commit(&self, doc: DocId, change: Vec<u8>, hash: [u8; 32]) -> Commit {
        let message = signing_bytes(doc, besace_model::ids::CommitHash(hash));
        Commit {
            device: self.device,
            signature: self.sign(&message),
            change,
        }
    }
}

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
        let founding = Founding {
            coop: CoopId::from_bytes([0xC0; 16]),
            name: "Les Mesureurs".into(),
            relay_device: DeviceId::from_bytes([0xEE; 16]),
            relay_seed: [0xE5; 32],
            epoch: 7,
        };
        besace_server::private::folder(&data.join("coops")).expect("a folder");
        let path = data.join("coops").join(format!("{}.db", founding.coop));
        let now = Clock::system().now();
        let coop = Coop::create(StorePlace::File(path), &founding, now).expect("a new file");
        Self { coop, now, next: 1 }
    }

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

/// Stops the bench at anything but an acceptance.
pub(crate) fn assert_accepted(verdict: &Verdict) {
    assert!(
        matches!(verdict, Verdict::Accepted(_)),
        "not accepted: {verdict:?}"
    );
}

/// Writes to one document, as one device in one session.
pub(crate) struct Pen {
    /// The document's name.
    pub(crate) id: DocId,
    /// What it is.
    pub(crate) head: DocHead,
    doc: Automerge,
    actor: [u8; 16],
}

impl Pen {
    /// For a document that has nothing yet.
    pub(crate) fn new(coop: CoopId, head: DocHead, device: &Device) -> Self {
        let id = head.id(coop);
        let doc = Genesis::document(head.kind);
        let actor = Sha256::new_with_prefix(id.0)
            .chain_update(device.device.as_bytes())
            .finalize();
        let actor = actor[..16].try_into().expect("16 of 32 bytes");
        Self {
            id,
            head,
            doc,
            actor,
        }
    }

    /// The commit of a command.
    pub(crate) fn write(&mut self, device: &Device, say: &Say, now: Timestamp) -> Commit {
        let context = Context {
            author: &device.grants,
            now,
        };
        let made = kinds::commit(&mut self.doc, say, &context, self.actor).expect("it applies");
        device.commit(self.id, made.change, made.hash.0)
    }

    /// The commits of many commands.
    pub(crate) fn write_all(
        &mut self,
        device: &Device,
        says: impl IntoIterator<Item = Say>,
        now: Timestamp,
    ) -> Vec<Commit> {
        says.into_iter()
            .map(|say| self.write(device, &say, now))
            .collect()
    }

    /// A push of commits of this document.
    pub(crate) fn push(&self, commits: Vec<Commit>) -> DocPush {
        DocPush {
            doc: DocName::Head(self.head.clone()),
            commits,
        }
    }
}

/// A ULID that nothing else of the bench has.
pub(crate) fn ulid(number: u64) -> Ulid {
    let mut random = [7; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    Ulid::from_parts(1_790_000_000_000, random)
}

/// A new expense of a year.
pub(crate) fn expense(year: u16, number: u64) -> Say {
    Say::Activity(ActivityCommand::AddExpense {
        id: ulid(number),
        expense: ExpenseFields {
            date: format!("{year:04}-03-{:02}", number % 28 + 1),
            category: ExpenseCategory::Meal,
            label: format!("Déjeuner avec le client {number}"),
            net_cents: 1_000 + number as i64 % 977,
            vat_cents: 100,
            vat_rate_bp: Some(1000),
            kind: ExpenseKind::Cash,
        },
    })
}

/// The smallest change there is: one number of a year's forecast.
pub(crate) fn forecast(year: u16, number: u64) -> Say {
    Say::Activity(ActivityCommand::SetForecast {
        month: format!("{year:04}-{:02}", number % 12 + 1),
        cents: 100_000 + number as i64,
    })
}

/// A record of so many changes: a year's activity, a quarter new expenses and the rest single figures and lines.
pub(crate) fn record(year: u16, changes: u64) -> impl Iterator<Item = Say> {
    (0..changes).map(move |number| match number % 4 {
        0 => expense(year, number),
        1 => Say::Activity(ActivityCommand::EditExpense {
            year,
            id: ulid(number - 1),
            changes: besace_model::kinds::activity::ExpenseChanges {
                net_cents: Some(5_000 + number as i64),
                ..Default::default()
            },
        }),
        2 => forecast(year, number),
        _ => Say::Journal(JournalCommand::AddJournalEntry {
            id: ulid(number),
            date: format!("{year:04}-03-02"),
            text: "Relancé la mairie".into(),
        }),
    })
}

/// The year of a record by its number: a thousand fit one member.
pub(crate) fn year(number: usize) -> u16 {
    2000 + number as u16
}

impl Pen {
    /// Types or removes one character of a journal line that stands: the smallest change of a text, made without
    /// comparing the whole of it.
    pub(crate) fn type_one(
        &mut self,
        device: &Device,
        entry: Ulid,
        place: usize,
        removes: bool,
    ) -> Commit {
        let journal = child(&self.doc, &automerge::ROOT, "journal");
        let entry = child(&self.doc, &journal, &entry.to_string());
        let text = child(&self.doc, &entry, "text");
        let mut tx = self.doc.transaction();
        let (removed, typed) = if removes { (1, "") } else { (0, "e") };
        tx.splice_text(&text, place, removed, typed)
            .expect("a character");
        tx.commit_with(CommitOptions::default().with_time(0));
        let change = self.doc.get_last_local_change().expect("just made");
        device.commit(self.id, change.raw_bytes().to_vec(), change.hash().0)
    }
}

fn child(doc: &Automerge, parent: &ObjId, key: &str) -> ObjId {
    doc.get(parent, key)
        .expect("it can be asked")
        .expect("it stands")
        .1
}
