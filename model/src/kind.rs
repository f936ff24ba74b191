//! The kinds of document: the one list of them, and what each says about itself.
//!
//! One document = one audience: whoever may read any of it gets all of it, history included.

use automerge::Automerge;
use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Serialize, Serializer};
use ts_rs::TS;

use crate::command::{CommandError, EntryCommand};
use crate::doc::commands::{Commands, Writing};
use crate::doc::rules::Table;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kinds;
use crate::plain::{self, FromPlain, PlainReader, PlainWriter, ToPlain, Unfit};
use crate::record::Conflict;

mod set;
mod spec;

pub use set::KindSet;
pub use spec::{Fetched, Spec, Watched};

/// What the content of a document may say, whatever its kind.
pub trait Said {
    /// Fields that hold several values at once.
    fn conflicts(&self) -> &[Conflict] {
        &[]
    }

    /// Who created what the document is about.
    fn creator(&self) -> Option<MemberId> {
        None
    }
}

/// The content of one kind of document.
pub trait ContentOf {
    /// A record's content, if it is of this kind.
    fn of(record: &Record) -> Option<&Self>;
}

/// Makes the kinds, and everything that goes through all of them, from a list: number, name, module in [`kinds`].
macro_rules! kinds {
    ($($(#[$doc:meta])* $number:literal $name:ident $module:ident,)+) => {
        /// A kind of document. The numbers are part of the wire format and of every document's name: never reuse one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $name,)+
            /// One that this version does not know.
            #[ts(skip)]
            Other(u8),
        }

        impl Kind {
            /// Every kind that this version knows, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// How many numbers there are.
            pub const NUMBERS: usize = u8::MAX as usize + 1;

            /// Its number.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self {
                    $(Self::$name => $number,)+
                    Self::Other(number) => number,
                }
            }

            /// The kind of a number.
            #[must_use]
            pub const fn numbered(number: u8) -> Self {
                match number {
                    $($number => Self::$name,)+
                    other => Self::Other(other),
                }
            }

            /// Its word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($module),)+
                    Self::Other(_) => "other",
                }
            }

            /// What it says about itself, if this version knows it.
            #[must_use]
            pub const fn spec(self) -> Option<&'static Spec> {
                match self {
                    $(Self::$name => Some(&kinds::$module::SPEC),)+
                    Self::Other(_) => None,
                }
            }

            /// Who may write what in its documents.
            #[must_use]
            pub fn table(self) -> Table {
                match self {
                    $(Self::$name => kinds::$module::TABLE,)+
                    Self::Other(_) => Table { maps: &[], groups: &[] },
                }
            }
        }

        /// A document of any kind as plain data.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Record {
            $($(#[$doc])* $name(kinds::$module::Content),)+
        }

        /// What a person does to documents of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
        #[ts(untagged)]
        pub enum Command {
            $($(#[$doc])* $name(kinds::$module::Command),)+
            /// What is done to an entry of any kind.
            Entry(EntryCommand),
        }

        impl Command {
            /// The document that the command of `author` changes.
            #[must_use]
            pub fn target(&self, author: MemberId) -> DocHead {
                match self {
                    $(Self::$name(it) => it.target(author),)+
                    Self::Entry(it) => it.target(author),
                }
            }

            /// What writes on where this command said more than one change holds; `None` where nothing can.
            #[must_use]
            pub fn rest(&self) -> Option<Self> {
                match self {
                    $(Self::$name(it) => it.rest().map(Self::$name),)+
                    Self::Entry(_) => None,
                }
            }

            /// Whether it is about what stands when it is given, rather than about what was seen when typing began.
            #[must_use]
            pub fn is_of_what_stands(&self) -> bool {
                match self {
                    $(Self::$name(it) => it.is_of_what_stands(),)+
                    Self::Entry(_) => false,
                }
            }

            /// Whether of two that one person gave on two devices the later simply stands.
            #[must_use]
            pub fn is_whole(&self) -> bool {
                match self {
                    $(Self::$name(it) => it.is_whole(),)+
                    Self::Entry(_) => false,
                }
            }

            pub(crate) fn writing(
                &self,
                doc: &Automerge,
                head: &DocHead,
            ) -> Result<Writing<'_>, CommandError> {
                match self {
                    $(Self::$name(it) => it.writing(doc, head),)+
                    Self::Entry(it) => it.writing(doc, head),
                }
            }
        }

        /// Commands are kept and sent as JSON, which reading does not use up.
        impl FromPlain for Command {
            const SHAPE: u64 = plain::shape(&[
                $(("", <kinds::$module::Command as FromPlain>::SHAPE),)+
                ("", <EntryCommand as FromPlain>::SHAPE),
            ]);

            fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
                $(if let Ok(command) = FromPlain::read(input) {
                    return Ok(Self::$name(command));
                })+
                FromPlain::read(input).map(Self::Entry)
            }
        }

        impl Kind {
            pub(crate) fn check_entry(
                self,
                doc: &Automerge,
                head: &DocHead,
                collection: &str,
                id: Ulid,
            ) -> Result<(), CommandError> {
                match self {
                    $(Self::$name => {
                        kinds::$module::Command::check_entry(doc, head, collection, id)
                    })+
                    Self::Other(_) => Err(CommandError::NoSuchEntry),
                }
            }
        }

        $(impl ContentOf for kinds::$module::Content {
            fn of(record: &Record) -> Option<&Self> {
                match record {
                    Record::$name(content) => Some(content),
                    _ => None,
                }
            }
        })+

        impl Record {
            /// What a document says. Total: odd content reads as empty, unknown fields stay in the document, unread.
            /// `None` for a kind that this version does not know.
            #[must_use]
            pub fn read(kind: Kind, doc: &Automerge) -> Option<Self> {
                match kind {
                    $(Kind::$name => Some(Self::$name(kinds::$module::read(doc))),)+
                    Kind::Other(_) => None,
                }
            }

            /// The packed form. It depends on the record's own kind alone: another kind that changes, or comes to be,
            /// leaves it readable.
            #[must_use]
            pub fn pack(&self) -> Vec<u8> {
                match self {
                    $(Self::$name(content) => plain::pack(content),)+
                }
            }

            /// Reads [`Record::pack`].
            ///
            /// # Errors
            /// [`Unfit`] when the bytes are not that of such a document in today's shape.
            pub fn unpack(kind: Kind, bytes: &[u8]) -> Result<Self, Unfit> {
                match kind {
                    $(Kind::$name => plain::unpack(bytes).map(Self::$name),)+
                    Kind::Other(_) => Err(Unfit),
                }
            }

            /// Whether packed bytes are in today's shape.
            #[must_use]
            pub fn is_of_today(kind: Kind, bytes: &[u8]) -> bool {
                let shape = match kind {
                    $(Kind::$name => <kinds::$module::Content as FromPlain>::SHAPE,)+
                    Kind::Other(_) => return false,
                };
                bytes.starts_with(&shape.to_be_bytes())
            }

            /// What it says beyond its own fields.
            #[must_use]
            pub fn said(&self) -> &dyn Said {
                match self {
                    $(Self::$name(content) => content,)+
                }
            }

            /// Its content, whatever its kind.
            #[must_use]
            pub fn content(&self) -> &dyn ToPlain {
                match self {
                    $(Self::$name(content) => content,)+
                }
            }
        }
    };
}

kinds! {
    /// Names, roles and assignments of the cooperative; written by the relay.
    1 Directory directory,
    /// What a member shows to all.
    2 Profile profile,
    /// A member's activity of one calendar year: journal, expenses, mileage, pipeline, forecast.
    3 Activity activity,
    /// Goals, sessions, actions and asks between a member and their coaches.
    4 CoachingLog coaching_log,
    /// A coach's private notes about one member. Owner: the coach; key: the member.
    5 CoachNotes coach_notes,
    /// One event of the cooperative.
    6 Event event,
    /// A member's answers to events.
    7 Rsvp rsvp,
    /// Who has a seat at one event, and how many wait; written by the relay.
    8 Roster roster,
    /// A post on the board, with its answers. Owner: its author; key: a ULID.
    9 Post post,
    /// Dates and signatures of a member's sessions, and none of their text; derived by the relay.
    10 Register register,
    /// Those who answered one event, with diet, car and words; derived by the relay.
    11 Guests guests,
    /// Lifts offered to one event; derived by the relay.
    12 Rides rides,
    /// The waiting list of one event; written by the relay.
    13 Waitlist waitlist,
    /// A member's own places in waiting lists; written by the relay.
    14 Places places,
    /// A member's journal of one calendar year.
    20 Journal journal,
    /// How a member is reached.
    21 Contact contact,
    /// How a member is reached, as they show it to everyone; derived by the relay.
    22 ContactShown contact_shown,
    /// Where each member stands; written by the relay for the team.
    23 Membership membership,
}

impl Kind {
    /// Whether the relay alone writes documents of this kind.
    #[must_use]
    pub fn is_relays(self) -> bool {
        self.spec().is_some_and(|spec| spec.relayed.is_some())
    }

    /// Whether a document may begin anew without its history, in its next generation.
    #[must_use]
    pub fn begins_anew(self) -> bool {
        let spec = self.spec();
        spec.is_some_and(|spec| spec.relayed.is_some() || !spec.moved.is_empty())
    }

    /// Whether a document is one entry, rather than maps of them.
    #[must_use]
    pub fn is_one_entry(self) -> bool {
        self.spec().is_some_and(|spec| spec.is_one_entry)
    }

    /// Maps and texts that members may make in one document.
    #[must_use]
    pub fn objects_max(self) -> u32 {
        self.spec().map_or(0, |spec| spec.objects_max)
    }
}

impl<C> Encode<C> for Kind {
    fn encode<W: Write>(
        &self,
        out: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        out.u8(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Kind {
    fn decode(input: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        input.u8().map(Self::numbered)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.as_str())
    }
}

impl ToPlain for Kind {
    fn write(&self, out: &mut PlainWriter) {
        out.text(self.as_str());
    }
}

impl FromPlain for Kind {
    const SHAPE: u64 = plain::shape(&[("word", 0)]);

    fn read(input: &mut PlainReader<'_>) -> Result<Self, Unfit> {
        let word = input.text()?;
        let mut all = Self::ALL.iter().copied();
        all.find(|kind| kind.as_str() == word).ok_or(Unfit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_number_and_one_of_another_version_keeps_it() {
        for kind in Kind::ALL {
            assert_eq!(Kind::numbered(kind.number()), *kind);
        }
        let strange = Kind::numbered(200);
        assert_eq!(strange, Kind::Other(200));
        let bytes = minicbor::to_vec(strange).unwrap();
        assert_eq!(minicbor::decode::<Kind>(&bytes).unwrap(), strange);
        assert!(strange.spec().is_none());
    }
}
