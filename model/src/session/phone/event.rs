//! What happened to a phone, and what it does about it.

use crate::error::ErrorCode;
use crate::wire::Update;

/// What happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// The socket is open.
    Opened,
    /// The socket closed, or never opened.
    Closed,
    /// A message of the socket.
    Frame(&'a [u8]),
    /// An access token came.
    Token(String),
    /// The relay refused to give one.
    TokenRefused(ErrorCode),
    /// None came.
    TokenFailed,
    /// The body that answers a one-shot exchange.
    Answer(u32, &'a [u8]),
    /// A one-shot exchange failed.
    AnswerFailed(u32),
    /// There is a network.
    Online,
    /// There is none.
    Offline,
    /// Somebody wants to be up to date now.
    Now,
    /// The outbox may have something to say.
    Work,
    /// The time asked for has come.
    Tick,
}

/// What to do, in order.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open the socket.
    Connect,
    /// Close it.
    Disconnect,
    /// Send a message on it.
    Send(Vec<u8>),
    /// One exchange by `POST`.
    Post(u32, Vec<u8>),
    /// Get an access token.
    NeedToken,
    /// Take an update in, then tell [`Event::Work`].
    Update(Box<Update>),
    /// The device was revoked.
    Wipe,
}
