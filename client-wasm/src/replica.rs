//! The replica: what a phone knows, as one machine. It is told what happened ([`Event`](crate::api::Event),
//! [`Intent`](crate::api::Intent)) and answers with what must be done ([`Effect`]). No clock, no storage, no network,
//! no randomness but its seed.
//!
//! | module | what |
//! |---|---|
//! | `handle` | something happened: it is taken in, and what must be done about it handed out |
//! | `dispatch` | a person does something |
//! | `long` | they wrote more than one change holds |
//! | `link` | the session with the relay is told what happened, and what it asks for is done |
//! | `update` | the relay says something |
//! | `verdict` | it speaks on what this phone pushed |
//! | `restart` | it starts over, and says again what it knows |
//! | `recover` | something was refused: the rest is made again on top of what the relay has |
//! | `receive` | another phone hands over what its person wrote |
//! | `pass` | what the relay gives for that |
//! | `stand` | what a person saw when they typed, and where their change is made |
//! | `sign` | the device signs what a person does |
//! | `actor` | who writes to a document |
//! | `grants` | what this member may do |
//! | `load` | the app starts |
//! | `aside` | a document ends the app when it is read: the rest goes on |
//! | `save` | what is written, one write at a time, and what became of it |

mod actor;
mod aside;
mod dispatch;
mod grants;
mod handle;
mod link;
mod load;
mod long;
mod pass;
mod receive;
mod recover;
mod reread;
mod restart;
mod save;
pub(crate) mod settle;
mod sign;
mod stand;
mod take_up;
#[cfg(test)]
mod tests;
mod update;
mod verdict;

use besace_model::access::Grants;
use besace_model::error::ErrorCode;
use besace_model::ids::{CommitHash, CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::Kind;
use besace_model::limits::ACTOR_BYTES;
use besace_model::session::phone::Phone;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::{Moment, Timestamp};

use crate::api::{Effect, ReplicaConfig, Topic};
use crate::aside::{Tell, tell_nobody};
use crate::chance::Chance;
use crate::clock::Clock;
use crate::docs::Docs;
use crate::outbox::Outbox;
use crate::store::{self, Batch, META, MetaRow, RefusedRow, STATE};
use crate::view::sync::AwayItem;
use grants::no_grants;
use long::Long;
use save::Saver;

/// How often one command is made again because the relay refused its bytes, before a person is asked.
const REPLAYS_MAX: u8 = 3;
/// How often everything is asked for again in one life of the replica because a document could not be read.
const FRESH_STARTS_MAX: u8 = 2;

/// The replica of one member on one device.
#[derive(Debug)]
pub struct Replica {
    pub(crate) coop: CoopId,
    pub(crate) member: MemberId,
    pub(crate) device: DeviceId,
    pub(crate) docs: Docs,
    pub(crate) outbox: Outbox,
    pub(crate) refused: SortedMap<u32, RefusedRow>,
    pub(crate) away: SortedMap<u32, AwayItem>,
    pub(crate) meta: MetaRow,
    pub(crate) grants: Grants,
    pub(crate) phone: Phone,
    pub(crate) unreadable_rows: u32,
    pub(crate) saver: Saver,
    pub(crate) clock: Clock,
    /// When the relay was last heard, by the clock on the wall.
    pub(crate) heard: Option<Timestamp>,
    /// Why the relay gives this device no token.
    pub(crate) barred: Option<ErrorCode>,
    /// This build of the app.
    version: String,
    chance: Chance,
    actors: SortedMap<DocId, [u8; ACTOR_BYTES]>,
    /// Own changes that are no more, and what they stood on: what people saw may still be named by them.
    gone: SortedMap<CommitHash, Vec<CommitHash>>,
    signing: SortedMap<u32, (u32, CommitHash)>,
    /// Texts that are being written change by change, by the token of the first.
    long: SortedMap<u32, Long>,
    last_sign: u32,
    fresh_starts: u8,
    start_over: bool,
    effects: Vec<Effect>,
    topics: SortedSet<Topic>,
    wake: Option<Moment>,
    wiped: bool,
}

impl Replica {
    /// A replica with nothing in it; [`Replica::load`] gives it what the phone kept.
    #[must_use]
    pub fn new(config: &ReplicaConfig) -> Self {
        Self::watched(config, tell_nobody)
    }

    /// The same, where a panic ends the app: what is being read is told to somebody who outlives it.
    #[must_use]
    pub fn watched(config: &ReplicaConfig, tell: Tell) -> Self {
        let mut chance = Chance::new(&config.seed);
        let phone = Phone::new(Moment::default(), chance.number());
        Self {
            coop: config.coop,
            member: config.member,
            device: config.device,
            docs: Docs::new(tell),
            outbox: Outbox::default(),
            refused: SortedMap::new(),
            away: SortedMap::new(),
            meta: MetaRow::default(),
            grants: no_grants(config.member),
            phone,
            unreadable_rows: 0,
            saver: Saver::default(),
            clock: Clock::default(),
            heard: None,
            barred: None,
            version: config.version.clone(),
            chance,
            actors: SortedMap::new(),
            gone: SortedMap::new(),
            signing: SortedMap::new(),
            long: SortedMap::new(),
            last_sign: 0,
            fresh_starts: 0,
            start_over: false,
            effects: Vec::new(),
            topics: SortedSet::new(),
            wake: None,
            wiped: false,
        }
    }

    /// The next number of an item. It is not written down: the app starts above every number that is.
    fn next_number(&mut self) -> u32 {
        let number = self.meta.next_item;
        self.meta.next_item += 1;
        number
    }

    /// Only for what is saved in order with what the relay says: the row holds the cursor, which must not reach the
    /// disk before the content it stands for.
    fn write_meta(&self, batch: &mut Batch) {
        batch.put(META, STATE, store::to_cbor(&self.meta));
    }

    fn touch(&mut self, kind: Kind) {
        self.topics.insert(Topic::Of(kind));
        self.topics.insert(Topic::Sync);
    }

    fn log(&mut self, text: impl Into<String>) {
        self.effects.push(Effect::Log { text: text.into() });
    }

    /// A document is missing or cannot be read: it is dropped and everything is asked for again, a bounded number of
    /// times.
    fn ask_again(&mut self, id: DocId, batch: &mut Batch) {
        if self.docs.aside().contains_key(&id) {
            return;
        }
        self.log(format!("document {id} cannot be read"));
        self.docs.forget(id, batch);
        self.unreadable_rows += 1;
        if self.fresh_starts < FRESH_STARTS_MAX {
            self.fresh_starts += 1;
            self.start_over = true;
        }
    }
}

/// The code that stands for why a command does not apply, and where.
fn command_code(error: besace_model::command::CommandError) -> (ErrorCode, String) {
    use besace_model::command::CommandError;
    match error {
        CommandError::Invalid(path) => (ErrorCode::InvalidCommand, path),
        CommandError::Forbidden(path) => (ErrorCode::Forbidden, path),
        CommandError::Transition(path) => (ErrorCode::BadTransition, path),
        CommandError::MadeMeanwhile(path) => (ErrorCode::BaseLost, path),
        CommandError::Closed(path) => (ErrorCode::Closed, path),
        CommandError::NotAsRead(path) => (ErrorCode::NotAsRead, path),
        CommandError::NoSuchEntry => (ErrorCode::NotOnThisPhone, String::new()),
        CommandError::NoChange => (ErrorCode::AlreadyMade, String::new()),
        CommandError::TooBig => (ErrorCode::TooBig, String::new()),
    }
}
