//! The closed list of reasons that crosses the wire. Each has one sentence for people in the app's catalogues.

mod refusal;

use minicbor::{Decode, Decoder, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plain::{FromPlain, ToPlain};
pub use refusal::Refusal;

/// Why something was not taken. The numbers are part of the wire format: never reuse one.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    Serialize,
    Deserialize,
    ToPlain,
    FromPlain,
    TS,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The bytes are not one plain, canonical change chunk.
    #[n(1)]
    BadChunk,
    /// The change declares more operations than allowed.
    #[n(2)]
    TooManyOps,
    /// The change, or something in it, is longer than allowed.
    #[n(3)]
    TooBig,
    /// The operation's place does not exist in documents of this kind.
    #[n(4)]
    BadPath,
    /// The operation does not fit what it refers to.
    #[n(5)]
    BadShape,
    /// The change's first operation number is not the one its dependencies ask for.
    #[n(6)]
    BadStartOp,
    /// The sequence number does not follow the actor's last one.
    #[n(7)]
    BadSeq,
    /// The sequence number was already used by that actor for another change: a copied or restored device.
    #[n(8)]
    Fork,
    /// The actor is malformed or belongs to another device.
    #[n(9)]
    BadActor,
    /// The author is missing, repeated, or not the device's member.
    #[n(10)]
    BadAuthor,
    /// The rules do not let this member do that there.
    #[n(11)]
    Forbidden,
    /// The value has the wrong type, size or form.
    #[n(12)]
    BadValue,
    /// The dependencies are too many, repeated, or not of this document; or they leave too much of it unseen.
    #[n(13)]
    BadDeps,
    /// An identifier has the wrong form, or a document's name does not match what it claims to be.
    #[n(14)]
    BadId,
    /// The document reached its size; a new one must be opened.
    #[n(15)]
    DocFull,
    /// The signature is not the device's.
    #[n(16)]
    BadSignature,
    /// The device was revoked.
    #[n(17)]
    DeviceRevoked,
    /// The document was superseded or erased.
    #[n(18)]
    Gone,
    /// Applying the change failed although its form is right.
    #[n(19)]
    TrialFailed,
    /// Something made at the same time stands there already; the same command done again on top of it is welcome.
    #[n(20)]
    AlreadyMade,
    /// What stands cannot become that any more: it has moved on meanwhile, or was settled for good.
    #[n(21)]
    BadTransition,
    /// Both sides signed it: it stays as it is, and is only amended.
    #[n(22)]
    Closed,
    /// The frame is not a message of this protocol.
    #[n(30)]
    BadMessage,
    /// The app or the relay is too old for the other.
    #[n(31)]
    Upgrade,
    /// The access token is missing, expired or not ours.
    #[n(32)]
    Unauthorized,
    /// Too much at once; try again later.
    #[n(33)]
    RateLimited,
    /// The relay cannot store right now; nothing was taken; try again.
    #[n(34)]
    Retry,
    /// The page or program is not one the relay answers.
    #[n(35)]
    BadOrigin,
    /// No such thing, or none that you may see.
    #[n(36)]
    NotFound,
    /// There is no such invitation.
    #[n(37)]
    BadInvitation,
    /// Too many devices, sockets, documents or invitations.
    #[n(38)]
    Quota,
    /// What was typed does not make a valid command.
    #[n(50)]
    InvalidCommand,
    /// What the command changes is not on this phone.
    #[n(51)]
    NotOnThisPhone,
    /// The document could not be read on this phone, which set it aside.
    #[n(52)]
    SetAside,
    /// What the person saw when they began to type is not on this phone any more: they see both and choose.
    #[n(53)]
    BaseLost,
    /// What was read before signing is not what stands: somebody changed it meanwhile.
    #[n(54)]
    NotAsRead,
    /// What another phone handed over is not whole, or was changed on the way.
    #[n(55)]
    ParcelBroken,
    /// What another phone handed over is of another cooperative.
    #[n(56)]
    ParcelForeign,
    /// Nothing that the relay signed proves whose work was handed over.
    #[n(57)]
    ParcelUnproven,
    /// What was handed over builds on something that this phone does not have yet.
    #[n(58)]
    ParcelAhead,
    /// This phone has nothing of the relay yet by which it could hand over, or tell whose work it is handed.
    #[n(59)]
    NoPass,
    /// The invitation was used, or taken back.
    #[n(60)]
    InvitationUsed,
    /// The invitation's time is over.
    #[n(61)]
    InvitationExpired,
    /// The event is over: nobody says any more that they come.
    #[n(62)]
    EventOver,
    /// The piece does not begin where what was received of the file ends.
    #[n(63)]
    FileOffset,
    /// The bytes of the file are not those that its name promised.
    #[n(64)]
    FileMismatch,
    /// The file is no picture and no document of the kinds that are taken, or a picture that is too large.
    #[n(65)]
    FileKind,
    /// The file has more bytes, or fewer, than was said of it.
    #[n(66)]
    FileSize,
    /// There is no room left for files of this member, or of the cooperative.
    #[n(67)]
    FileQuota,
    /// A reason that this version does not know.
    #[n(99)]
    UnknownReason,
}

impl ErrorCode {
    /// Reads a code, also one of a later version: its sentence is not known, what it means for the link is.
    ///
    /// # Errors
    /// Where no number stands.
    pub(crate) fn of_any_version<C>(
        input: &mut Decoder<'_>,
        context: &mut C,
    ) -> Result<Self, minicbor::decode::Error> {
        let start = input.position();
        Self::decode(input, context).or_else(|_| {
            input.set_position(start);
            input.u32().map(|_| Self::UnknownReason)
        })
    }
}
