//! A device in memory: it performs every effect at once and keeps what was sent.

use besace_model::kinds::activity::ActivityCommand;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::Automerge;
use besace_model::access::Grants;
use besace_model::admission::commit_hash;
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, CoopId, DeviceId, DocId, MemberId, Ulid};
use besace_model::kinds;
use besace_model::kinds::activity::{ExpenseCategory, ExpenseFields, ExpenseKind};
use besace_model::time::{Moment, Now, Timestamp};
use besace_model::wire::{
    self, CommitVerdict, Cursor, DocName, DocUpdate, Hello, Logged, Receipt, ToPhone, ToRelay,
    Update, Verdict,
};

use crate::api::{DispatchResult, Effect, Event, Intent, ReplicaConfig, Row};
use crate::aside::Mark;
use crate::kinds::activity::{ActivityAnswer, ActivityRequest, ExpenseRow};
use crate::replica::Replica;
use crate::store;
use crate::view::sync::{RefusedItem, SyncView};
use crate::view::{View, ViewRequest, Window};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;

pub(super) const NOW: Timestamp = Timestamp(1_772_400_000_000);
pub(super) const ALL: Window = Window {
    offset: 0,
    limit: 100,
};

pub(super) fn me() -> MemberId {
    MemberId::from_bytes([7; 16])
}

pub(super) fn coop() -> CoopId {
    CoopId::from_bytes([1; 16])
}

thread_local! {
    /// What the replica said it is reading.
    static READING: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The documents that end the app when they are read.
    static FATAL: RefCell<Vec<DocId>> = const { RefCell::new(Vec::new()) };
}

fn tell(mark: &[u8]) {
    READING.set(mark.to_vec());
    let fatal = |mark: Mark| FATAL.with_borrow(|all| all.contains(&mark.doc));
    assert!(!Mark::read(mark).is_some_and(fatal), "the app ends");
}

/// From now on, reading these documents ends the app of this thread.
pub(super) fn make_fatal(docs: &[DocId]) {
    FATAL.set(docs.to_vec());
}

/// A device and its disk.
pub(super) struct Device {
    pub(super) replica: Replica,
    pub(super) disk: BTreeMap<(String, String), Vec<u8>>,
    pub(super) sent: Vec<ToRelay>,
    pub(super) saved: Vec<u32>,
    pub(super) failed: Vec<u32>,
    pub(super) network: bool,
    pub(super) disk_full: bool,
    /// Bytes the disk takes in one write.
    pub(super) disk_room: usize,
    /// Whether writes wait for [`Device::write_next`].
    pub(super) disk_slow: bool,
    writes: VecDeque<Effect>,
    pub(super) wiped: bool,
    pub(super) now: Timestamp,
    /// How far its clock on the wall was set forward.
    pub(super) set_forward_ms: i64,
}

impl Device {
    pub(super) fn new() -> Self {
        Self::open(BTreeMap::new(), 1)
    }

    pub(super) fn open(disk: BTreeMap<(String, String), Vec<u8>>, life: u8) -> Self {
        Self::open_with(disk, life, "one")
    }

    fn open_with(disk: BTreeMap<(String, String), Vec<u8>>, life: u8, version: &str) -> Self {
        let config = ReplicaConfig {
            coop: coop(),
            member: me(),
            device: DeviceId::from_bytes([9; 16]),
            seed: vec![life; 32],
            version: version.to_owned(),
        };
        let mut device = Self {
            replica: Replica::watched(&config, tell),
            disk,
            sent: Vec::new(),
            saved: Vec::new(),
            failed: Vec::new(),
            network: false,
            disk_full: false,
            disk_room: usize::MAX,
            disk_slow: false,
            writes: VecDeque::new(),
            wiped: false,
            now: NOW,
            set_forward_ms: 0,
        };
        let rows = device
            .disk
            .iter()
            .map(|((store, key), value)| Row {
                store: store.clone(),
                key: key.clone(),
                value: value.clone(),
            })
            .collect();
        let effects = device.replica.load(rows, NOW.into());
        device.perform(effects);
        device
    }

    /// The app is closed and opened again.
    pub(super) fn reopen(self) -> Self {
        Self::open(self.disk, 2)
    }

    /// The app is opened again in another version.
    pub(super) fn renew(self, version: &str) -> Self {
        Self::open_with(self.disk, 3, version)
    }

    /// Does something that ends the app, and opens it again with what was written down of that.
    pub(super) fn crash(mut self, fatal: impl FnOnce(&mut Self)) -> Self {
        let crashed = catch_unwind(AssertUnwindSafe(|| fatal(&mut self)));
        assert!(crashed.is_err(), "the app lives on");
        let key = (store::APPLYING.to_owned(), store::NOW.to_owned());
        self.disk.insert(key.clone(), READING.take());
        let mut device = self.reopen();
        device.disk.remove(&key);
        device
    }

    pub(super) fn handle(&mut self, event: Event) {
        let effects = self.replica.handle(self.clocks(), event);
        self.perform(effects);
    }

    /// Both clocks: the one on the wall may have been set.
    fn clocks(&self) -> Now {
        Now {
            wall: self.now.plus_ms(self.set_forward_ms),
            moment: Moment(self.now.0),
        }
    }

    /// So much time passes.
    pub(super) fn pass(&mut self, ms: i64) {
        self.now = self.now.plus_ms(ms);
        let effects = self.replica.handle(self.clocks(), Event::Tick);
        self.perform(effects);
    }

    pub(super) fn connect(&mut self) {
        self.network = true;
        self.handle(Event::Online);
    }

    pub(super) fn cut(&mut self) {
        self.network = false;
        self.handle(Event::Closed);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            let answer = self.answer(effect);
            if let Some(event) = answer {
                queue.extend(self.replica.handle(self.clocks(), event));
            }
        }
    }

    /// The disk does the oldest write that waits; false when there is none.
    pub(super) fn write_next(&mut self) -> bool {
        let Some(effect) = self.writes.pop_front() else {
            return false;
        };
        if let Some(event) = self.write(effect) {
            self.handle(event);
        }
        true
    }

    fn write(&mut self, effect: Effect) -> Option<Event> {
        let Effect::Persist {
            id, puts, deletes, ..
        } = effect
        else {
            return None;
        };
        let size: usize = puts.iter().map(|row| row.value.len()).sum();
        if self.disk_full || size > self.disk_room {
            return Some(Event::PersistFailed { id, quota: true });
        }
        for row in puts {
            self.disk.insert((row.store, row.key), row.value);
        }
        for key in deletes {
            self.disk.remove(&(key.store, key.key));
        }
        Some(Event::Persisted { id })
    }

    fn answer(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Persist { .. } if self.disk_slow => self.writes.push_back(effect),
            Effect::Persist { .. } => return self.write(effect),
            Effect::Sign { id, .. } => {
                return Some(Event::Signed {
                    id,
                    signature: vec![3; 64],
                });
            }
            Effect::NeedToken if self.network => {
                return Some(Event::Token {
                    jwt: "token".to_owned(),
                });
            }
            Effect::NeedToken => return Some(Event::TokenFailed),
            Effect::Connect if self.network => return Some(Event::Opened),
            Effect::Connect => return Some(Event::Closed),
            Effect::Send { bytes } => self.sent.push(wire::decode(&bytes).unwrap()),
            Effect::Saved { token } => self.saved.push(token),
            Effect::SaveFailed { token, .. } => self.failed.push(token),
            Effect::Wipe => self.wiped = true,
            _ => {}
        }
        None
    }

    /// Does what a person asks, to the end.
    pub(super) fn dispatch(&mut self, intent: Intent) -> DispatchResult {
        let mut result = self.dispatch_once(intent);
        while let DispatchResult::Part { part, .. } = result {
            result = self.dispatch_once(Intent::GoOn { part });
        }
        result
    }

    pub(super) fn dispatch_once(&mut self, intent: Intent) -> DispatchResult {
        let dispatched = self.replica.dispatch(intent, self.clocks());
        self.perform(dispatched.effects);
        dispatched.result
    }

    /// Records an expense; its entry.
    pub(super) fn expense(&mut self, number: u8, cents: i64) -> Ulid {
        let id = Ulid([number; 16]);
        let command = add_expense(id, cents);
        let result = self.dispatch(Intent::Do {
            command,
            base: None,
        });
        assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
        id
    }

    /// The relay speaks.
    pub(super) fn hear(&mut self, update: Update) {
        let bytes = wire::encode(&ToPhone::Update(update));
        self.handle(Event::Frame { bytes });
    }

    /// The last hello.
    pub(super) fn hello(&self) -> &Hello {
        let hello = self.sent.iter().rev().find_map(|frame| match frame {
            ToRelay::Hello(hello) => Some(hello),
            _ => None,
        });
        hello.unwrap()
    }

    /// The hashes pushed since the last hello, it included, in order.
    pub(super) fn pushed(&self) -> Vec<CommitHash> {
        let from = self
            .sent
            .iter()
            .rposition(|frame| matches!(frame, ToRelay::Hello(_)))
            .unwrap();
        commits_of(&self.sent[from..])
    }

    /// The hashes ever pushed, in order.
    pub(super) fn ever_pushed(&self) -> Vec<CommitHash> {
        commits_of(&self.sent)
    }

    pub(super) fn expenses(&self) -> Vec<ExpenseRow> {
        let request = ViewRequest::Activity(ActivityRequest::Expenses {
            member: None,
            year: 2026,
            month: None,
            window: ALL,
        });
        match self.replica.view(&request, self.now) {
            View::Activity(ActivityAnswer::Expenses(page)) => page.rows,
            other => panic!("{other:?}"),
        }
    }

    /// The amounts shown, in order of making.
    pub(super) fn amounts(&self) -> Vec<i64> {
        let mut rows = self.expenses();
        rows.sort_by_key(|row| row.info.id);
        rows.iter().map(|row| row.fields.net_cents).collect()
    }

    pub(super) fn refused(&self) -> Vec<RefusedItem> {
        match self.replica.view(
            &ViewRequest::Whole(WholeRequest::Refused { window: ALL }),
            self.now,
        ) {
            View::Whole(WholeAnswer::Refused(page)) => page.rows,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn sync(&self) -> SyncView {
        match self
            .replica
            .view(&ViewRequest::Whole(WholeRequest::Sync), self.now)
        {
            View::Whole(WholeAnswer::Sync(view)) => view,
            other => panic!("{other:?}"),
        }
    }
}

fn commits_of(frames: &[ToRelay]) -> Vec<CommitHash> {
    frames
        .iter()
        .flat_map(|frame| match frame {
            ToRelay::Hello(hello) => hello.pushes.clone(),
            ToRelay::Push(pushes) => pushes.clone(),
            _ => Vec::new(),
        })
        .flat_map(|push| push.commits)
        .map(|commit| hash_of(&commit.change))
        .collect()
}

pub(super) fn add_expense(id: Ulid, cents: i64) -> Command {
    Command::Activity(ActivityCommand::AddExpense {
        id,
        expense: ExpenseFields {
            date: "2026-03-01".to_owned(),
            category: ExpenseCategory::Meal,
            label: format!("Repas {cents}"),
            net_cents: cents,
            vat_cents: 0,
            vat_rate_bp: None,
            kind: ExpenseKind::Cash,
        },
    })
}

pub(super) fn hash_of(change: &[u8]) -> CommitHash {
    commit_hash(change)
}

pub(super) fn my_activity() -> DocHead {
    DocHead::activity(me(), 2026)
}

/// An update at the relay's clock, with nothing in it.
pub(super) fn update(place: u8) -> Update {
    Update {
        now: NOW.plus_ms(5_000),
        cursor: Some(Cursor(vec![place])),
        ..Update::default()
    }
}

pub(super) fn verdict(hash: CommitHash, verdict: Verdict) -> CommitVerdict {
    CommitVerdict {
        doc: my_activity().id(coop()),
        hash,
        verdict,
    }
}

pub(super) fn accepted(hash: CommitHash) -> CommitVerdict {
    let at = NOW.plus_ms(4_000);
    verdict(hash, Verdict::Accepted(Receipt { seq: 1, at }))
}

/// One's other device: a document of its own, and the changes it makes.
pub(super) struct Other {
    pub(super) doc: Automerge,
    actor: u8,
}

impl Other {
    pub(super) fn new(actor: u8) -> Self {
        Self::of(&my_activity(), actor)
    }

    pub(super) fn of(head: &DocHead, actor: u8) -> Self {
        Self {
            doc: Genesis::document(head.kind),
            actor,
        }
    }

    pub(super) fn make(&mut self, command: &Command) -> Vec<u8> {
        let grants = Grants {
            member: me(),
            ..Grants::relay()
        };
        let context = Context {
            author: &grants,
            now: NOW,
        };
        kinds::commit(&mut self.doc, command, &context, [self.actor; 16])
            .unwrap()
            .change
    }
}

pub(super) fn logged(changes: Vec<Vec<u8>>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(my_activity()),
        piece: None,
        changes: changes
            .into_iter()
            .map(|change| Logged {
                age_ms: 1_000,
                change,
            })
            .collect(),
    }
}
