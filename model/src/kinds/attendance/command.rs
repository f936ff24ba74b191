//! What those who hold an event mark of who is there.

use automerge::Automerge;
use ts_rs::TS;

use super::{Attendee, Mark, Presence, TakesPart, VisitorChanges, VisitorFields};
use crate::clean;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What those who hold an event do to what is marked of who was there. What was marked is taken back by
/// [`EntryCommand::Remove`](crate::command::EntryCommand::Remove).
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AttendanceCommand {
    /// Writes down somebody who came and is no member.
    AddVisitor {
        /// The event.
        event: Ulid,
        /// The new visitor.
        id: Ulid,
        /// All their fields.
        visitor: VisitorFields,
    },
    /// Changes what is written of a visitor.
    EditVisitor {
        /// The event.
        event: Ulid,
        /// The visitor.
        id: Ulid,
        /// The fields that change.
        changes: VisitorChanges,
    },
    /// Marks whether somebody was there, and takes their signature.
    MarkAttendance {
        /// The event.
        event: Ulid,
        /// The new mark.
        id: Ulid,
        /// What it says.
        mark: MarkFields,
    },
}

/// What somebody marks of one person and one slot.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct MarkFields {
    /// The member it is about.
    pub person: Option<MemberId>,
    /// The visitor it is about, where it is no member.
    pub visitor: Option<Ulid>,
    /// The event's slot.
    pub slot: Ulid,
    /// When that begins, as it was shown (RFC 3339).
    pub start: String,
    /// When it ends, as it was shown (RFC 3339).
    pub end: String,
    /// Whether they are there.
    pub presence: Presence,
    /// As what.
    pub part: TakesPart,
    /// Their signature as it was drawn (see `rules::are_strokes`); empty when it was not.
    pub strokes: String,
    /// Their name as they typed it to sign; empty when they did not.
    pub typed: String,
}

impl Commands for AttendanceCommand {
    fn target(&self, _: MemberId) -> DocHead {
        let (Self::AddVisitor { event, .. }
        | Self::EditVisitor { event, .. }
        | Self::MarkAttendance { event, .. }) = self;
        DocHead::attendance(*event)
    }

    fn writing(&self, doc: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        if let Self::MarkAttendance { mark, .. } = self
            && mark.stands_in(doc)
        {
            return Err(CommandError::NoChange);
        }
        writes(|writer| match self {
            Self::AddVisitor { id, visitor, .. } => {
                entry::add::<VisitorChanges>(writer, *id, &visitor.clone().into())
            }
            Self::EditVisitor { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::MarkAttendance { id, mark, .. } => mark.put(writer, *id),
        })
    }
}

impl MarkFields {
    fn attendee(&self) -> Option<Attendee> {
        Attendee::one(self.person, self.visitor)
    }

    fn is_signed(&self) -> bool {
        !self.strokes.is_empty() || !clean::line(&self.typed).is_empty()
    }

    /// Whether as much is marked already. Of signatures each is kept: somebody drew it.
    fn stands_in(&self, doc: &Automerge) -> bool {
        let Some(attendee) = self.attendee().filter(|_| !self.is_signed()) else {
            return false;
        };
        let said = super::read(doc);
        let standing = said.standing();
        let standing = standing.get(&(attendee, self.slot));
        let says_it = |mark: &Mark| mark.presence == self.presence && mark.part == self.part;
        standing.is_some_and(|it| says_it(it.mark))
    }

    fn put(&self, writer: &mut ChangeWriter<'_>, id: Ulid) -> Result<(), CommandError> {
        let place = writer.new_entry("marks", id)?;
        match self.attendee() {
            Some(Attendee::Member(member)) => {
                writer.put(&place, "person", member.to_string().as_str())?;
            }
            Some(Attendee::Visitor(visitor)) => {
                writer.entry("visitors", visitor)?;
                writer.put(&place, "visitor", visitor.to_string().as_str())?;
            }
            None => return Err(place.invalid("person")),
        }
        let typed = clean::line(&self.typed);
        if self.is_signed() && self.presence != Presence::Present {
            return Err(place.invalid("presence"));
        }
        if !self.strokes.is_empty() && !typed.is_empty() {
            return Err(place.invalid("typed"));
        }
        writer.put(&place, "slot", self.slot.to_string().as_str())?;
        writer.put(&place, "start", self.start.as_str())?;
        writer.put(&place, "end", self.end.as_str())?;
        if self.end <= self.start {
            return Err(place.invalid("end"));
        }
        writer.put(&place, "presence", self.presence.as_str())?;
        writer.put(&place, "part", self.part.as_str())?;
        let hand = [
            ("strokes", self.strokes.as_str()),
            ("typed", typed.as_str()),
        ];
        for (key, text) in hand.into_iter().filter(|(_, text)| !text.is_empty()) {
            writer.put(&place, key, text)?;
        }
        Ok(())
    }
}
