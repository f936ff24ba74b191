//! What the relay derives from coaching logs for those who are asked, and how it writes it.

use super::{Asked, AskedOfOne, Part};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::kind::{Kind, Record};
use crate::kinds::coaching_log::CoachingLog;
use crate::projection::{Derived, Own};
use crate::sorted::SortedMap;
use crate::time::Timestamp;

impl Derived for Asked {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::CoachingLog, Kind::Directory];
    const VERSION: u64 = 1;
    // Words that somebody took back are nobody's to read, not even as what stood there before.
    const KEEPS_PAST: bool = false;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        match record {
            Record::CoachingLog(log) => {
                let parts = parts(head.owner, log).into_iter();
                parts.map(|(of, part)| (DocHead::asked(of), part)).collect()
            }
            Record::Directory(directory) => {
                let members = directory.members.iter();
                let here = members.filter(|(_, it)| it.active).map(|(id, _)| *id);
                let part = Part {
                    here: here.collect(),
                    ..Part::default()
                };
                vec![(DocHead::each(Kind::Asked), part)]
            }
            _ => Vec::new(),
        }
    }

    fn made_of(given: Vec<Part>) -> Record {
        let here = |member: &MemberId| given.iter().any(|part| part.here.contains(member));
        let told = given
            .iter()
            .filter(|part| part.of.as_ref().is_some_and(here));
        let asks = told.flat_map(|part| &part.asks);
        let mut asks: Vec<_> = asks.filter(|(_, ask)| here(&ask.member)).collect();
        // A phone that forges may take somebody's name for an ask of its own: which of two stands, the order does not say.
        asks.sort_by_key(|(_, ask)| ask.member);
        Record::Asked(Self {
            asks: asks
                .into_iter()
                .map(|(id, ask)| (*id, ask.clone()))
                .collect(),
        })
    }
}

/// What a log gives to each of those to whom its member sends an ask that waits. Where they said two at once, they are asked
/// first whom they meant.
fn parts(owner: MemberId, log: &CoachingLog) -> SortedMap<MemberId, Part> {
    let mut parts: SortedMap<MemberId, Part> = SortedMap::new();
    for (id, ask) in &log.asks {
        let Some(to) = log.also_read_by(*id).filter(|to| *to != owner) else {
            continue;
        };
        let part = parts.get_or_insert_with(to, Part::default);
        part.of = Some(to);
        part.asks.insert(*id, AskedOfOne::new(owner, ask));
    }
    parts
}

impl Own for Asked {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("asks")?;
        writer.clear_others(&all, |id| self.asks.contains_key(id))?;
        let mut asks = self.asks.iter();
        while !writer.is_full()
            && let Some((id, ask)) = asks.next()
        {
            let place = writer.open_or_make(&all, &id.to_string())?;
            put_ask(writer, &place, ask)?;
        }
        Ok(())
    }
}

fn put_ask(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    ask: &AskedOfOne,
) -> Result<(), CommandError> {
    let topic = ask.topic.map(|topic| topic.as_str());
    writer.put(place, "member", ask.member.to_string().as_str())?;
    writer.put(place, "urgency", ask.urgency.as_str())?;
    writer.put_or_clear(place, "topic", topic)?;
    if Timestamp::parse_rfc3339(&ask.at).is_some() {
        writer.put(place, "at", ask.at.as_str())?;
    }
    writer.text(place, "text", &ask.text)
}
