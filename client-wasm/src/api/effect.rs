//! Effects: what must be done.

use ts_rs::TS;

use super::{Row, RowKey, Topic};

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
