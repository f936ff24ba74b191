//! How the relay writes a tally.

use super::{Tally, Voice};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::kinds::stance::Position;
use crate::projection::Own;

impl Own for Tally {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let counts = writer.top("counts")?;
        writer.clear_others(&counts, |key: &String| self.counts.contains_key(key))?;
        for (key, count) in &self.counts {
            writer.put(&counts, key, *count)?;
        }
        let voices = writer.top("voices")?;
        writer.clear_others(&voices, |member| self.said.contains_key(member))?;
        let mut said = self.said.iter();
        while !writer.is_full()
            && let Some((member, voice)) = said.next()
        {
            let place = writer.open_or_make(&voices, &member.to_string())?;
            put_voice(writer, &place, voice)?;
        }
        let tally = writer.top("tally")?;
        writer.put(&tally, "asked", self.asked)?;
        writer.put(&tally, "voices", self.voices)?;
        writer.put(&tally, "proxies", self.proxies)?;
        writer.put(&tally, "late", self.late)?;
        writer.put(&tally, "quorate", self.quorate)?;
        writer.put(&tally, "few", self.few)?;
        writer.put(&tally, "closed", self.closed)
    }
}

fn put_voice(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    voice: &Voice,
) -> Result<(), CommandError> {
    let option = voice.option.map(|id| id.to_string());
    let by = voice.by.map(|member| member.to_string());
    let days = voice.days.iter().map(ToString::to_string).collect();
    writer.put_or_clear(place, "option", option.as_deref())?;
    writer.put_or_clear(place, "position", voice.position.map(Position::as_str))?;
    writer.set(place, "days", &days)?;
    writer.text(place, "reason", &voice.reason)?;
    writer.put_or_clear(place, "by", by.as_deref())
}
