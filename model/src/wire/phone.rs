//! What a phone says.

use minicbor::{Decode, Encode};

use super::short::ShortPush;
use super::{Cursor, DocName};
use crate::commit::Commit;
use crate::kind::KindSet;

/// From a phone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum ToRelay {
    /// Opens a link, or is the whole exchange over HTTPS.
    #[n(0)]
    Hello(#[n(0)] Hello),
    /// More commits.
    #[n(1)]
    Push(#[n(0)] Vec<DocPush>),
    /// A fresh access token for the same device.
    #[n(2)]
    Token(#[n(0)] String),
    /// Are you there?
    #[n(3)]
    Ping,
    /// More commits, in short: to a relay that said it reads them.
    #[n(4)]
    Short(#[n(0)] Vec<ShortPush>),
    /// Opens a link with the outbox in short: a relay that does not read that refuses it, and loses nothing of it.
    #[n(5)]
    ShortHello(#[n(0)] Hello, #[n(1)] Vec<ShortPush>),
}

/// The first frame of a phone.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Hello {
    /// The protocol the phone speaks.
    #[n(0)]
    pub protocol: u16,
    /// The access token (a JWT).
    #[n(1)]
    pub token: String,
    /// Where the phone stands; `None` on a fresh phone.
    #[n(2)]
    pub cursor: Option<Cursor>,
    /// Whether the link stays open.
    #[n(3)]
    pub live: bool,
    /// The outbox, or its beginning.
    #[n(4)]
    pub pushes: Vec<DocPush>,
    /// The last of this phone's commits that the relay accepted, as far as the phone knows.
    #[n(5)]
    pub witness: Option<Witness>,
    /// The kinds of document that the phone knows: it is sent no others. A phone that does not say knows
    /// [`KindSet::SPINE`].
    #[n(6)]
    pub kinds: Option<KindSet>,
    /// The phone reads the short form.
    #[n(7)]
    pub reads_short: Option<bool>,
}

/// A commit that was accepted and where. A relay that has another entry at that place, or none, lost the end of its
/// log, whatever the cursor says: a phone that downloads everything anew has none, and one may be older than the loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Witness {
    /// Its place in the log.
    #[n(0)]
    pub seq: u64,
    /// The change's [`crate::ids::CommitHash::mark`].
    #[n(1)]
    pub mark: u32,
}

/// Commits for one document, in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DocPush {
    /// The document.
    #[n(0)]
    pub doc: DocName,
    /// The commits.
    #[n(1)]
    pub commits: Vec<Commit>,
}
