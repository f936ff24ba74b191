//! What the relay derives lifts from, and how it writes them.

use super::{Part, Rides, offer};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::projection::{Derived, Own};
use crate::sorted::{SortedMap, SortedSet};

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
