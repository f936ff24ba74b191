//! What crosses between the replica and whoever runs it: effects out, inputs in.
//!
//! The replica knows no clock, no storage, no network and no key: it is told what happened and answers with what must
//! be done, in order. Bytes cross as `Uint8Array`.

use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::plain::{FromPlain, PlainWriter, ToPlain};
use ts_rs::TS;

/// Bytes of randomness a replica is made with.
pub const SEED_BYTES: usize = 32;

/// Whose replica this is, and the randomness it may use: 32 bytes drawn anew each time the app opens.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct ReplicaConfig {
    /// The cooperative.
    pub coop: CoopId,
    /// The member.
    pub member: MemberId,
    /// This device.
    pub device: DeviceId,
    /// Seeds actors and the jitter of reconnections.
    #[ts(type = "Uint8Array")]
    pub seed: Vec<u8>,
    /// Names this build of the app: another one reads again what this one had to set aside.
    pub version: String,
}

/// A stored row.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct Row {
    /// The store (see [`crate::store`]).
    pub store: String,
    /// The key within it.
    pub key: String,
    /// The bytes.
    #[ts(type = "Uint8Array")]
    pub value: Vec<u8>,
}

/// The name of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(rename_all = "camelCase")]
pub struct RowKey {
    /// The store.
    pub store: String,
    /// The key within it.
    pub key: String,
}

/// What must be done, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Effect {
    /// Write all of it in one transaction, or nothing; answer `persisted` or `persistFailed`. Writes are made in the
    /// order asked.
    Persist {
        /// Names the write in its answer.
        id: u32,
        /// `durability: 'strict'`: a person is told "saved" once it is done.
        strict: bool,
        /// Rows to put.
        puts: Vec<Row>,
        /// Rows to delete.
        deletes: Vec<RowKey>,
    },
    /// Send one binary message on the open socket.
    Send {
        /// The message.
        #[ts(type = "Uint8Array")]
        bytes: Vec<u8>,
    },
    /// One exchange by `POST`; answer `postAnswer` or `postFailed`.
    Post {
        /// Names the exchange in its answer.
        id: u32,
        /// The whole body, length prefix included.
        #[ts(type = "Uint8Array")]
        bytes: Vec<u8>,
    },
    /// Open the socket; answer `opened` or `closed`.
    Connect,
    /// Close the socket; no answer.
    Disconnect,
    /// Sign with the device's key; answer `signed`.
    Sign {
        /// Names the request in its answer.
        id: u32,
        /// What to sign.
        #[ts(type = "Uint8Array")]
        bytes: Vec<u8>,
    },
    /// Get an access token (challenge and signature over HTTPS); answer `token`, `tokenRefused` or `tokenFailed`.
    NeedToken,
    /// Call `tick` once so much time has passed; replaces the last one asked for.
    WakeIn {
        /// Milliseconds.
        ms: i64,
    },
    /// A command is durable on this phone: "enregistré" may be said.
    Saved {
        /// The token its dispatch returned.
        token: u32,
    },
    /// A command could not be written and was undone: what was typed is still with the screen.
    SaveFailed {
        /// The token its dispatch returned.
        token: u32,
        /// Whether the phone is full.
        quota: bool,
    },
    /// Views that read these need to be asked for again.
    Changed {
        /// What changed.
        topics: Vec<Topic>,
    },
    /// The device was revoked: erase the rows, the key and the profile. The replica is over.
    Wipe,
    /// For the console; never holds what people wrote.
    Log {
        /// What happened.
        text: String,
    },
}

/// What views read. *Today* reads all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(rename_all = "snake_case")]
pub enum Topic {
    /// Documents of a kind.
    #[ts(untagged)]
    Of(Kind),
    /// Refused items.
    Refused,
    /// Fields to check.
    Conflicts,
    /// While you were away.
    Away,
    /// The state of sync, and with it the state of entries.
    Sync,
}

impl Topic {
    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.iter().map(|kind| Self::Of(*kind));
        kinds.chain([Self::Refused, Self::Conflicts, Self::Away, Self::Sync])
    }
}

impl ToPlain for Topic {
    fn write(&self, out: &mut PlainWriter) {
        match self {
            Self::Of(kind) => kind.write(out),
            Self::Refused => out.text("refused"),
            Self::Conflicts => out.text("conflicts"),
            Self::Away => out.text("away"),
            Self::Sync => out.text("sync"),
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Event {
    /// The socket is open.
    Opened,
    /// The socket closed, or never opened.
    Closed,
    /// A binary message of the socket.
    Frame {
        /// The message.
        #[ts(type = "Uint8Array")]
        bytes: Vec<u8>,
    },
    /// A signature.
    Signed {
        /// The request.
        id: u32,
        /// 64 bytes.
        #[ts(type = "Uint8Array")]
        signature: Vec<u8>,
    },
    /// An access token.
    Token {
        /// The JWT.
        jwt: String,
    },
    /// The relay refused to give a token.
    TokenRefused {
        /// Why.
        code: ErrorCode,
    },
    /// No token: the relay could not be reached, or its answer was not one (a captive portal).
    TokenFailed,
    /// A write is done.
    Persisted {
        /// The write.
        id: u32,
    },
    /// A write failed; nothing of it was stored.
    PersistFailed {
        /// The write.
        id: u32,
        /// Whether the phone is full.
        quota: bool,
    },
    /// The answer to an exchange.
    PostAnswer {
        /// The exchange.
        id: u32,
        /// The whole body.
        #[ts(type = "Uint8Array")]
        bytes: Vec<u8>,
    },
    /// An exchange failed, or its answer was not one.
    PostFailed {
        /// The exchange.
        id: u32,
    },
    /// The browser says there is a network.
    Online,
    /// The browser says there is none.
    Offline,
    /// The app is in somebody's hand again.
    Visible,
    /// A person asks to sync now.
    SyncNow,
    /// The time asked for by `wakeIn` has passed.
    Tick,
}

/// What a person does: a command of the domain, or something about this phone alone.
#[derive(Debug, Clone, PartialEq, Eq, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Intent {
    /// A command.
    Do {
        /// The command.
        command: Command,
        /// What the person saw when they began to type (`base` of what was shown): the change is made there. `null`:
        /// as things stand now.
        base: Option<String>,
    },
    /// Chooses one of the values of a field to check.
    Settle {
        /// The conflict's `id`.
        conflict: String,
        /// Which value, by its place in the list.
        choice: u32,
    },
    /// Does a refused thing again, as it was or corrected.
    Retry {
        /// The item's `id`.
        item: u32,
        /// The corrected command; `null` for the same again.
        command: Option<Command>,
        /// What the person saw when they corrected it; `null`: as things stand now.
        base: Option<String>,
    },
    /// Prose that was changed in two places at once was read: the mark goes, for everybody where the document can say so.
    Reread {
        /// The mark's `id`.
        reread: String,
    },
    /// Forgets a refused item.
    Discard {
        /// The item's `id`.
        item: u32,
    },
    /// Writes on where a long text did not fit into one change (see [`DispatchResult::Part`]).
    GoOn {
        /// The text's `part`.
        part: u32,
    },
    /// "While you were away" was looked at.
    AwaySeen,
    /// Downloads a document that was set aside again, and reads it.
    ReadAgain {
        /// The document.
        doc: String,
    },
}

/// What came of an intent, and what must be done about it.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(rename_all = "camelCase")]
pub struct Dispatched {
    /// What came of it.
    pub result: DispatchResult,
    /// What must be done.
    pub effects: Vec<Effect>,
}

/// What came of an intent.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(
    tag = "outcome",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum DispatchResult {
    /// Shown at once; say "saved" when the effect `saved` names this token.
    Done {
        /// The token.
        token: u32,
        /// The entry concerned.
        entry: Option<Ulid>,
    },
    /// So much of a long text is shown, and nothing of it written down: [`Intent::GoOn`] is to be given until this is no
    /// more the answer. All of it is then saved in one write.
    Part {
        /// Names the text.
        part: u32,
        /// How many bytes of it are made into changes.
        done: u32,
        /// Of how many.
        total: u32,
    },
    /// Nothing would change: nothing to save.
    NoChange,
    /// Not done.
    Rejected {
        /// Why.
        code: ErrorCode,
        /// The field or path; empty when the whole is concerned.
        field: String,
    },
}

impl DispatchResult {
    /// A rejection of the whole.
    #[must_use]
    pub fn rejected(code: ErrorCode) -> Self {
        Self::Rejected {
            code,
            field: String::new(),
        }
    }
}
