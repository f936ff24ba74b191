//! What happens to a link at the relay, and what the relay does about it.

use std::collections::BTreeSet;

use crate::error::ErrorCode;
use crate::ids::{CoopId, DeviceId, MemberId};
use crate::kind::KindSet;
use crate::time::Moment;
use crate::wire::{CommitVerdict, Cursor, DocPush, Reads, Update, Witness};

/// What a good access token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The cooperative.
    pub coop: CoopId,
    /// The member.
    pub member: MemberId,
    /// Their device.
    pub device: DeviceId,
    /// When the token expires.
    pub expires_at: Moment,
}

/// What happened.
#[derive(Debug)]
pub enum Event<'a> {
    /// Bytes came.
    Frame(&'a [u8]),
    /// Answer to [`Effect::CheckToken`].
    Token(Result<Access, ErrorCode>),
    /// Answer to [`Effect::Admit`]: the verdicts, or `None` when they already stand in the link's queue.
    Admitted(Option<Vec<CommitVerdict>>),
    /// Answer to [`Effect::Admit`]: the device pushes too fast; these may come again after so many milliseconds.
    NotNow(Vec<DocPush>, u32),
    /// Answer to [`Effect::Read`]: what is new, and where the log stood if that is all.
    Page(Box<Update>, Option<u64>),
    /// The file could not be read, or the relay is going away: the phone may come back after so many milliseconds.
    Unavailable(u32),
    /// Live: the queue ran over or the readers changed; read on from here. Also the answer to an [`Effect::Listen`]
    /// that came too late.
    Behind(Cursor, Vec<u64>),
    /// Live: the member or device may no longer be here.
    Dismissed(ErrorCode),
    /// Time passed.
    Wakeup,
}

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Verify an access token.
    CheckToken(String),
    /// Judge and store these. Answers come in the order asked; more may be asked meanwhile.
    Admit(Vec<DocPush>),
    /// Read one page after the cursor, without the entries the phone just pushed; from the beginning, as a restart, when
    /// the log does not hold what the phone knows was accepted. Documents of other kinds are not for this phone.
    Read(Option<Cursor>, Option<Witness>, BTreeSet<u64>, KindSet),
    /// From this place in the log on, queue what is new to the link and as the phone reads it.
    Listen(u64, Reads),
    /// Send a frame.
    Send(Vec<u8>),
    /// End the link with a close code, after what was sent.
    Close(u16),
}
