//! Events: what happened.

use besace_model::error::ErrorCode;
use ts_rs::TS;

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
        /// What came with it for meeting other phones without network (see `besace_model::certificate`); none from a relay
        /// of before.
        #[ts(type = "Uint8Array | null")]
        pass: Option<Vec<u8>>,
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
