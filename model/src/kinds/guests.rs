//! Who comes to an event, with what those who hold it must know: diet, car and a word. The relay derives it from the
//! members' answers, and takes nothing else of them.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Record, Said, Spec};
use crate::kinds::rsvp::{Answer, AnswerStatus};
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Derived, Own, Relayed};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Guests>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Guests)
};

/// Those who answered an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Guests {
    /// Their answers, by member.
    pub guests: SortedMap<MemberId, Guest>,
}

/// What one of them answered. Of who does not come, neither diet nor car.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Guest {
    /// The answer.
    pub status: AnswerStatus,
    /// A word to the organisers.
    pub comment: String,
    /// What they cannot eat.
    pub diet: String,
    /// Seats offered in a car.
    pub carpool_seats: i64,
    /// From where.
    pub carpool_from: String,
    /// When they answered (RFC 3339).
    pub responded_at: String,
}

/// What an event or an answer to it gives: nothing is made of answers to what is no event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    is_event: bool,
    guests: SortedMap<MemberId, Guest>,
}

impl DocHead {
    /// Those who answered an event.
    #[must_use]
    pub fn guests(event: Ulid) -> Self {
        Self::new(Kind::Guests, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Guests;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Guests {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["guests"]
    rules {
        clearable("guests/{member}", Value::Map, Who::Relay),
        set("guests/{member}/status", Value::Choice(AnswerStatus::WORDS), Who::Relay),
        set("guests/{member}/comment", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/diet", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/carpool_seats", Value::Int(0, 50), Who::Relay),
        set("guests/{member}/carpool_from", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("guests/{member}/responded_at", Value::Instant, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Guests {
    let tree = Tree::read(doc, no_rank);
    let guests = tree.map("guests").entries();
    Guests {
        guests: guests.map(|(member, map)| (member, guest(map))).collect(),
    }
}

fn guest(map: Map<'_>) -> Guest {
    Guest {
        status: map.choice("status"),
        comment: map.string("comment"),
        diet: map.string("diet"),
        carpool_seats: map.number("carpool_seats"),
        carpool_from: map.string("carpool_from"),
        responded_at: map.string("responded_at"),
    }
}

impl From<&Answer> for Guest {
    fn from(answer: &Answer) -> Self {
        let comes = answer.status != AnswerStatus::Declined;
        let of_who_comes = |words: &str| if comes { words } else { "" }.to_owned();
        Self {
            status: answer.status,
            comment: answer.comment.clone(),
            diet: of_who_comes(&answer.diet),
            carpool_seats: if comes { answer.carpool_seats } else { 0 },
            carpool_from: of_who_comes(&answer.carpool_from),
            responded_at: answer.responded_at.clone(),
        }
    }
}

impl Derived for Guests {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::Event, Kind::Rsvp];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        match (record, head.key.parse()) {
            (Record::Event(Some(_)), Ok(event)) => {
                let part = Part {
                    is_event: true,
                    ..Part::default()
                };
                vec![(DocHead::guests(event), part)]
            }
            (Record::Rsvp(rsvp), _) => {
                let given = rsvp.answers.iter();
                let given = given.filter(|(_, it)| it.status != AnswerStatus::NeedsAction);
                given
                    .map(|(event, answer)| {
                        let part = Part {
                            guests: SortedMap::from([(head.owner, answer.into())]),
                            ..Part::default()
                        };
                        (DocHead::guests(*event), part)
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn made_of(given: Vec<Part>) -> Record {
        let is_event = given.iter().any(|part| part.is_event);
        let guests = given.into_iter().filter(|_| is_event);
        let guests = guests.flat_map(|part| part.guests).collect();
        Record::Guests(Self { guests })
    }
}

impl Own for Guests {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("guests")?;
        writer.clear_others(&all, |member| self.guests.contains_key(member))?;
        let mut guests = self.guests.iter();
        while !writer.is_full()
            && let Some((member, guest)) = guests.next()
        {
            let place = writer.open_or_make(&all, &member.to_string())?;
            put_guest(writer, &place, guest)?;
        }
        Ok(())
    }
}

fn put_guest(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    guest: &Guest,
) -> Result<(), CommandError> {
    writer.put(place, "status", guest.status.as_str())?;
    writer.put(place, "comment", guest.comment.as_str())?;
    writer.put(place, "diet", guest.diet.as_str())?;
    writer.put(place, "carpool_seats", guest.carpool_seats)?;
    writer.put(place, "carpool_from", guest.carpool_from.as_str())?;
    if Timestamp::parse_rfc3339(&guest.responded_at).is_some() {
        writer.put(place, "responded_at", guest.responded_at.as_str())?;
    }
    Ok(())
}
