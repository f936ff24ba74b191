//! What the relay derives a register from, and how it writes it.

use super::{Register, Registered};
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::projection::{Derived, Own};
use crate::time::Timestamp;

impl Derived for Register {
    type Given = Self;
    const READS: &'static [Kind] = &[Kind::CoachingLog];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self)> {
        let Record::CoachingLog(log) = record else {
            return Vec::new();
        };
        vec![(DocHead::register(head.owner), Self::of(head.owner, log))]
    }

    fn made_of(given: Vec<Self>) -> Record {
        Record::Register(given.into_iter().next().unwrap_or_default())
    }
}

impl Own for Register {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let all = writer.top("sessions")?;
        writer.clear_others(&all, |id| self.sessions.contains_key(id))?;
        let mut sessions = self.sessions.iter();
        while !writer.is_full()
            && let Some((id, session)) = sessions.next()
        {
            let place = writer.open_or_make(&all, &id.to_string())?;
            put_session(writer, &place, session)?;
        }
        Ok(())
    }
}

fn put_session(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    session: &Registered,
) -> Result<(), CommandError> {
    let signed = session.signed_by.iter().map(ToString::to_string);
    let amends = session.amends.map(|id| id.to_string());
    if Timestamp::parse_rfc3339(&session.starts_at).is_some() {
        writer.put(place, "starts_at", session.starts_at.as_str())?;
    }
    writer.put(place, "minutes", session.minutes.max(0))?;
    writer.put(place, "mode", session.mode.as_str())?;
    writer.put(place, "type", session.session_type.as_str())?;
    writer.put(place, "statutory", session.statutory)?;
    writer.put(place, "status", session.status.as_str())?;
    writer.put_or_clear(place, "member_present", session.member_present)?;
    writer.set(place, "signed_by", &signed.collect())?;
    writer.put(place, "contested", session.contested)?;
    writer.put_or_clear(place, "amends", amends.as_deref())?;
    writer.put(place, "counts", session.counts)?;
    writer.put(place, "annulled", session.annulled)
}
