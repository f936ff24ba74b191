//! What the relay derives guests from, and how it writes them.

use super::{Guest, Guests, Part};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::kinds::rsvp::{Answer, AnswerStatus};
use crate::projection::{Derived, Own};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

impl Derived for Guests {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::Event, Kind::Rsvp];
    const VERSION: u64 = 2;

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
                let says =
                    |it: &Answer| it.status != AnswerStatus::NeedsAction || it.score.is_some();
                let given = given.filter(|(_, it)| says(it));
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
    writer.put_or_clear(place, "score", guest.score)?;
    writer.put_line(place, "words", &guest.words)?;
    if Timestamp::parse_rfc3339(&guest.responded_at).is_some() {
        writer.put(place, "responded_at", guest.responded_at.as_str())?;
    }
    Ok(())
}
