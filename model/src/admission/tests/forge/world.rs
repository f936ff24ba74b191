//! The cooperative a forger is set loose in: eleven devices of ten people, and documents of every kind that honest
//! commands made, with branches written apart and some that nobody pushed.

use automerge::legacy::OpId;
use automerge::{Automerge, Change, ChangeHash};
use ed25519_dalek::{Signer, SigningKey};

use super::dice::Dice;
use crate::access::{Grants, Role};
use crate::admission::{Author, DocIndex, Judgement, commit_hash, judge};
use crate::command::Command;
use crate::commit::{Commit, PublicKey, signing_bytes};
use crate::doc::genesis::Genesis;
use crate::doc::writer::Context;
use crate::head::DocHead;
use crate::ids::{CoopId, DeviceId, DocId, MemberId};
use crate::kind::{Kind, Record};
use crate::kinds;
use crate::kinds::coaching_log::{SessionMode, SessionStatus, SessionType};
use crate::kinds::contact_shown::ContactShown;
use crate::kinds::directory::Directory;
use crate::kinds::guests::{Guest, Guests};
use crate::kinds::membership::{Membership, Memberships};
use crate::kinds::places::Places;
use crate::kinds::register::{Register, Registered};
use crate::kinds::rides::{Ride, Rides};
use crate::kinds::roster::{Roster, Seat, Seats};
use crate::kinds::rsvp::AnswerStatus;
use crate::kinds::tests::{answers_to, more_of_a_profile, person, samples, ulid};
use crate::kinds::waitlist::Waitlist;
use crate::plain;
use crate::sorted::{SortedMap, SortedSet};
use crate::time::Timestamp;

const COOP: [u8; 16] = [5; 16];
pub(super) const NOW: Timestamp = Timestamp(1_772_700_000_000);
/// The event of which somebody outside the team is a facilitator, and another.
pub(super) const EVENTS: [u8; 2] = [60, 61];

/// Somebody with a device.
pub(super) struct Device {
    pub(super) id: DeviceId,
    key: SigningKey,
    public: PublicKey,
    pub(super) grants: Grants,
    /// The session it writes honestly in.
    pub(super) actor: [u8; 16],
}

/// Number of the person, roles, whom they coach, what they facilitate.
type Part = (u8, &'static [Role], &'static [u8], &'static [u8]);

const PARTS: [Part; 11] = [
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

impl Device {
    fn new(number: usize, (member, roles, coached, facilitates): Part) -> Self {
        let key = SigningKey::from_bytes(&[number as u8 + 1; 32]);
        let public = PublicKey::from_bytes(key.verifying_key().as_bytes()).unwrap();
        Self {
            id: DeviceId::from_bytes([number as u8 + 100; 16]),
            key,
            public,
            grants: Grants {
                member: person(member),
                roles: roles.iter().copied().collect(),
                coached: coached.iter().map(|number| person(*number)).collect(),
                facilitates: facilitates.iter().map(|number| ulid(*number)).collect(),
            },
            actor: [number as u8 * 16 + 8; 16],
        }
    }

    /// The same, writing in another session.
    fn in_session(&self, actor: [u8; 16]) -> Self {
        Self {
            id: self.id,
            key: self.key.clone(),
            public: self.public,
            grants: self.grants.clone(),
            actor,
        }
    }
}

/// Everybody, and every document.
pub(super) struct World {
    pub(super) devices: Vec<Device>,
    pub(super) scenes: Vec<Scene>,
}

/// An honest change and the device that makes it.
#[derive(Clone)]
pub(super) struct Honest {
    pub(super) by: usize,
    pub(super) raw: Vec<u8>,
}

/// One document: what the relay accepted, what a replica holds that was long away, what is honestly done next.
pub(super) struct Scene {
    pub(super) head: DocHead,
    pub(super) id: DocId,
    pub(super) index: DocIndex,
    /// What was accepted, in its order.
    pub(super) log: Vec<(Vec<u8>, Option<DeviceId>)>,
    pub(super) full: Automerge,
    /// An earlier state, and what a replica that stayed there wrote on its own.
    pub(super) base: Automerge,
    pub(super) aside: Vec<Change>,
    pub(super) honest: Vec<Honest>,
    pub(super) commands: Vec<(usize, Command)>,
    /// Names of the operations in it, and of its changes: what is worth referring to.
    pub(super) names: Vec<OpId>,
    pub(super) hashes: Vec<ChangeHash>,
    /// How much of the log is honest.
    start: usize,
}

impl World {
    pub(super) fn new() -> Self {
        let parts = PARTS.into_iter().enumerate();
        let devices: Vec<_> = parts
            .map(|(number, part)| Device::new(number, part))
            .collect();
        let commands = every_command();
        let mut heads: Vec<DocHead> = Vec::new();
        for (by, command) in &commands {
            let head = command.target(devices[*by].grants.member);
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
        let mut scenes: Vec<_> = heads
            .into_iter()
            .map(|head| {
                let own = commands
                    .iter()
                    .filter(|(by, command)| command.target(devices[*by].grants.member) == head);
                Scene::of(head.clone(), own.cloned().collect(), &devices)
            })
            .collect();
        for head in [
            DocHead::directory(),
            DocHead::roster(ulid(EVENTS[0])),
            DocHead::register(person(1)),
            DocHead::contact_shown(person(1)),
            DocHead::membership(),
            DocHead::guests(ulid(EVENTS[0])),
            DocHead::rides(ulid(EVENTS[0])),
            DocHead::waitlist(ulid(EVENTS[0])),
            DocHead::places(person(1)),
        ] {
            scenes.push(Scene::of_the_relay(head));
        }
        Self { devices, scenes }
    }

    /// Judges a change for a document, signed by a device.
    pub(super) fn judge(&self, scene: &Scene, by: usize, raw: &[u8]) -> Judgement {
        let device = &self.devices[by];
        let message = signing_bytes(scene.id, commit_hash(raw));
        let commit = Commit {
            device: device.id,
            signature: device.key.sign(&message).to_bytes(),
            change: raw.to_vec(),
        };
        let author = Author {
            device: device.id,
            public_key: &device.public,
            alive: true,
            grants: &device.grants,
        };
        judge(&scene.index, scene.id, &author, &commit)
    }

    /// An honest change by one of a document's commands: on top of everything, or by a new session on what stood long
    /// ago.
    pub(super) fn honest(&self, scene: &Scene, dice: &mut Dice, is_late: bool) -> Option<Honest> {
        if scene.commands.is_empty() {
            return None;
        }
        let (by, command) = dice.pick(&scene.commands);
        let device = &self.devices[*by];
        let seconds = dice.roll(100_000) as i64;
        let raw = if is_late {
            let device =
                device.in_session([dice.next().to_be_bytes(); 2].concat().try_into().ok()?);
            act(&mut scene.base.clone(), &device, command, seconds)
        } else {
            act(&mut scene.full.clone(), device, command, seconds)
        };
        Some(Honest { by: *by, raw: raw? })
    }
}

/// Does a command on a document; the change, when it applies.
fn act(doc: &mut Automerge, device: &Device, command: &Command, seconds: i64) -> Option<Vec<u8>> {
    let context = Context {
        author: &device.grants,
        now: NOW.plus_ms(seconds * 1000),
    };
    let made = kinds::commit(doc, command, &context, device.actor).ok()?;
    Some(made.change)
}

/// The commands of the samples, then the same of another member, coach and event.
fn every_command() -> Vec<(usize, Command)> {
    let mut first: Vec<(u8, Command)> = samples::every_command();
    first.extend(answers_to(&EVENTS));
    first.extend(more_of_a_profile());
    let swaps = [(person(1), person(3)), (person(2), person(4))];
    let mut all = Vec::new();
    for (by, command) in &first {
        all.push((usize::from(*by) - 1, command.clone()));
    }
    for (by, command) in &first {
        let mut json = plain::to_json(command);
        for (from, to) in swaps {
            json = json.replace(&from.to_string(), &to.to_string());
        }
        json = json.replace(&ulid(EVENTS[0]).to_string(), &ulid(EVENTS[1]).to_string());
        let command = plain::from_json(json.as_bytes()).unwrap();
        all.push((usize::from(*by) + 1, command));
    }
    all
}

fn change(raw: &[u8]) -> Change {
    Change::from_bytes(raw.to_vec()).unwrap()
}

impl Scene {
    fn empty(head: DocHead) -> Self {
        Self {
            id: head.id(CoopId::from_bytes(COOP)),
            index: DocIndex::new(head.clone()),
            log: Vec::new(),
            full: Genesis::document(head.kind),
            base: Genesis::document(head.kind),
            aside: Vec::new(),
            honest: Vec::new(),
            commands: Vec::new(),
            names: Vec::new(),
            hashes: Vec::new(),
            start: 0,
            head,
        }
    }

    fn of(head: DocHead, commands: Vec<(usize, Command)>, devices: &[Device]) -> Self {
        let mut scene = Self::empty(head);
        let half = commands.len() / 2;
        let mut seconds = 0..;
        let mut time = || seconds.next().unwrap_or_default();
        for (by, command) in &commands[..half] {
            let device = &devices[*by];
            if let Some(raw) = act(&mut scene.full, device, command, time()) {
                scene.log.push((raw, Some(device.id)));
            }
        }
        scene.base = scene.full.clone();
        // One branch is pushed, one is not.
        let mut apart = scene.base.clone();
        for (turn, (by, command)) in commands[half..].iter().enumerate() {
            let device = &devices[*by];
            if turn % 2 == 0 {
                if let Some(raw) = act(&mut scene.full, device, command, time()) {
                    scene.log.push((raw, Some(device.id)));
                }
            } else {
                let elsewhere = device.in_session([device.actor[0] + 1; 16]);
                if let Some(raw) = act(&mut apart, &elsewhere, command, time()) {
                    scene.aside.push(change(&raw));
                }
            }
        }
        for (by, command) in &commands {
            for (on, session) in [(&scene.base, 2), (&scene.full, 0)] {
                let device = devices[*by].in_session([devices[*by].actor[0] + session; 16]);
                if let Some(raw) = act(&mut on.clone(), &device, command, time()) {
                    scene.honest.push(Honest { by: *by, raw });
                }
            }
        }
        // What phones write that do not know yet that a session is closed.
        for (by, raw) in unaware(&scene, devices) {
            scene.honest.push(Honest { by, raw });
        }
        scene.commands = commands;
        scene.start = scene.log.len();
        scene.begin_again();
        scene
    }

    /// A document that the relay alone writes.
    fn of_the_relay(head: DocHead) -> Self {
        let mut scene = Self::empty(head);
        let actor = [250; 16];
        for step in 1..6i64 {
            let said = said_by_the_relay(scene.head.kind, step);
            let made = kinds::bring(&mut scene.full, &scene.head, &said, NOW, actor);
            let raw = made.unwrap().change;
            if step == 5 {
                scene.honest.extend((0..3).map(|by| Honest {
                    by,
                    raw: raw.clone(),
                }));
            } else {
                scene.log.push((raw, None));
            }
            if step == 3 {
                scene.base = scene.full.clone();
            }
        }
        scene.start = scene.log.len();
        scene.begin_again();
        scene
    }

    /// Forgets what forgers added.
    pub(super) fn begin_again(&mut self) {
        self.log.truncate(self.start);
        self.index = DocIndex::new(self.head.clone());
        for (raw, device) in &self.log {
            let hash = commit_hash(raw);
            self.index.replay(raw.clone(), hash, *device).unwrap();
        }
        self.full = Genesis::document(self.head.kind);
        let log: Vec<_> = self.log.iter().map(|(raw, _)| change(raw)).collect();
        (self.names, self.hashes) = (Vec::new(), Vec::new());
        self.learn(&change(&Genesis::of(self.head.kind).change));
        log.iter().for_each(|change| self.learn(change));
        self.full.apply_changes(log).unwrap();
    }

    fn learn(&mut self, change: &Change) {
        self.hashes.push(change.hash());
        let names = change.start_op().get()..=change.max_op();
        let actor = change.actor_id();
        self.names
            .extend(names.map(|counter| OpId(counter, actor.clone())));
    }

    /// How many changes forgers added.
    pub(super) fn forged(&self) -> usize {
        self.log.len() - self.start
    }

    /// Takes in what was just accepted.
    pub(super) fn keep(&mut self, accepted: &crate::admission::Accepted, device: DeviceId) {
        self.index.record(accepted).unwrap();
        let raw = accepted.parsed().raw().to_vec();
        let change = change(&raw);
        self.learn(&change);
        self.full.apply_changes([change]).unwrap();
        self.log.push((raw, Some(device)));
    }
}

/// Edits of the session that is closed later, made when it had just been logged.
fn unaware(scene: &Scene, devices: &[Device]) -> Vec<(usize, Vec<u8>)> {
    let mut early = Genesis::document(scene.head.kind);
    let first = scene.log.first().map(|(raw, _)| change(raw));
    if early.apply_changes(first).is_err() || !super::oracle::is_first(&scene.head) {
        return Vec::new();
    }
    let mut made = Vec::new();
    for (by, command) in (0..4).flat_map(|_| samples::too_late()) {
        let device = devices[by].in_session([devices[by].actor[0] + 3; 16]);
        let raw = act(&mut early.clone(), &device, &command, made.len() as i64);
        made.extend(raw.map(|raw| (by, raw)));
    }
    made
}

/// What the relay writes in a document of its own, each time something more.
fn said_by_the_relay(kind: Kind, step: i64) -> Record {
    match kind {
        Kind::Directory => Record::Directory(directory(step as u8)),
        Kind::Roster => Record::Roster(Roster {
            seats: seats(step),
            waiting: (step..step * 2).collect(),
            tentative: step,
            declined: step * 2,
        }),
        Kind::Register => Record::Register(Register {
            sessions: (1..=step as u8).map(|n| (ulid(n), registered())).collect(),
        }),
        Kind::ContactShown => Record::ContactShown(ContactShown {
            phone: format!("06 00 00 00 0{step}"),
            email: String::new(),
        }),
        Kind::Membership => Record::Membership(Memberships {
            members: (1..=step as u8)
                .map(|n| (person(n), Membership::default()))
                .collect(),
        }),
        Kind::Guests => Record::Guests(Guests {
            guests: SortedMap::from([(person(step as u8), guest())]),
        }),
        Kind::Rides => Record::Rides(Rides {
            rides: SortedMap::from([(
                person(step as u8),
                Ride {
                    seats: step,
                    from: "Gare".to_owned(),
                },
            )]),
        }),
        Kind::Waitlist => Record::Waitlist(Waitlist {
            places: seats(step),
        }),
        Kind::Places => Record::Places(Places {
            ranks: (1..=step as u8).map(|n| (ulid(n), step)).collect(),
        }),
        other => panic!("people write {other:?}"),
    }
}

fn seats(step: i64) -> Seats {
    let seat = |rank| Seat {
        rank,
        at: NOW.rfc3339(),
    };
    (1..=step).map(|n| (person(n as u8), seat(n))).collect()
}

fn guest() -> Guest {
    Guest {
        status: AnswerStatus::Accepted,
        comment: "Un mot".to_owned(),
        diet: "Sans gluten".to_owned(),
        carpool_seats: 2,
        carpool_from: "Gare".to_owned(),
        responded_at: NOW.rfc3339(),
    }
}

fn registered() -> Registered {
    Registered {
        starts_at: NOW.rfc3339(),
        minutes: 60,
        mode: SessionMode::Office,
        session_type: SessionType::Statutory,
        statutory: true,
        status: SessionStatus::Done,
        member_present: Some(true),
        signed_by: SortedSet::from([person(1), person(2)]),
        contested: false,
        amends: None,
        counts: true,
        annulled: false,
    }
}

fn directory(step: u8) -> Directory {
    let entry = |number: u8| crate::kinds::directory::DirectoryMember {
        name: format!("Personne {number}"),
        roles: SortedSet::from([Role::Entrepreneur]),
        coaches: SortedSet::from([MemberId(ulid(2))]),
        branch: String::new(),
        stage: None,
        associate: false,
        active: true,
        facilitates: SortedSet::new(),
    };
    Directory {
        coop_name: "Les Abeilles".into(),
        members: (1..=step).map(|n| (person(n), entry(n))).collect(),
    }
}
