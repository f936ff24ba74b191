//! The lifts that are offered to an event, by those who have a seat there: who waits is nobody else's business. The relay
//! derives it from the members' answers and the event's roster.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::doc::writer::ChangeWriter;
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Record, Said, Spec};
use crate::kinds::rsvp::{Answer, AnswerStatus};
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Derived, Own, Relayed};
use crate::sorted::{SortedMap, SortedSet};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<Rides>()),
    fetched: Fetched::Soon,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

/// The lifts offered to an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Rides {
    /// What is offered, by who offers it.
    pub rides: SortedMap<MemberId, Ride>,
}

/// What somebody offers.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Ride {
    /// Seats in their car.
    pub seats: i64,
    /// From where.
    pub from: String,
}

/// What an answer or a roster gives.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    rides: SortedMap<MemberId, Ride>,
    seated: SortedSet<MemberId>,
}

impl DocHead {
    /// The lifts offered to an event.
    #[must_use]
    pub fn rides(event: Ulid) -> Self {
        Self::new(Kind::Rides, MemberId::RELAY, event.to_string())
    }
}

/// A document's content.
pub type Content = Rides;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for Rides {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["rides"]
    rules {
        clearable("rides/{member}", Value::Map, Who::Relay),
        set("rides/{member}/seats", Value::Int(0, 50), Who::Relay),
        set("rides/{member}/from", Value::Str(LINE_BYTES_MAX), Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Rides {
    let tree = Tree::read(doc, no_rank);
    let rides = tree.map("rides").entries();
    Rides {
        rides: rides.map(|(member, map)| (member, ride(map))).collect(),
    }
}

fn ride(map: Map<'_>) -> Ride {
    Ride {
        seats: map.number("seats"),
        from: map.string("from"),
    }
}

/// What an answer offers, if it does.
fn offer(answer: &Answer) -> Option<Ride> {
    let offers = answer.status == AnswerStatus::Accepted && answer.carpool_seats > 0;
    offers.then(|| Ride {
        seats: answer.carpool_seats,
        from: answer.carpool_from.clone(),
    })
}

impl Derived for Rides {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::Rsvp, Kind::Roster];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        match record {
            Record::Rsvp(rsvp) => {
                let offers = rsvp.answers.iter();
                let offers = offers.filter_map(|(event, answer)| Some((event, offer(answer)?)));
                offers
                    .map(|(event, ride)| {
                        let rides = SortedMap::from([(head.owner, ride)]);
                        let seated = SortedSet::new();
                        (DocHead::rides(*event), Part { rides, seated })
                    })
                    .collect()
            }
            Record::Roster(roster) => {
                let Ok(event) = head.key.parse() else {
                    return Vec::new();
                };
                let part = Part {
                    rides: SortedMap::default(),
                    seated: roster.seats.keys().copied().collect(),
                };
                vec![(DocHead::rides(event), part)]
            }
            _ => Vec::new(),
        }
    }

    fn made_of(given: Vec<Part>) -> Record {
        let seated: SortedSet<_> = given
            .iter()
            .flat_map(|part| &part.seated)
            .copied()
            .collect();
        let rides = given.into_iter().flat_map(|part| part.rides);
        let rides = rides
            .filter(|(member, _)| seated.contains(member))
            .collect();
        Record::Rides(Self { rides })
    }
}

impl Own for Rides {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("rides")?;
        writer.clear_others(&all, |member| self.rides.contains_key(member))?;
        let mut rides = self.rides.iter();
        while !writer.is_full()
            && let Some((member, ride)) = rides.next()
        {
            let place = writer.open_or_make(&all, &member.to_string())?;
            writer.put(&place, "seats", ride.seats)?;
            writer.put(&place, "from", ride.from.as_str())?;
        }
        Ok(())
    }
}
