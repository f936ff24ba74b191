//! What a member does to their stances.

use automerge::Automerge;
use ts_rs::TS;

use super::{Position, StanceFields};
use crate::clean;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What a member does to their stances.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum StanceCommand {
    /// Answers a consultation, or answers otherwise.
    TakeStance {
        /// The consultation.
        id: Ulid,
        /// The whole answer.
        stance: StanceFields,
    },
    /// Takes one's answer back.
    TakeStanceBack {
        /// The consultation.
        id: Ulid,
    },
}

impl Commands for StanceCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::stance(author)
    }

    fn rest(&self) -> Option<Self> {
        match self {
            Self::TakeStance { .. } => Some(self.clone()),
            Self::TakeStanceBack { .. } => None,
        }
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| match self {
            Self::TakeStance { id, stance } => take(writer, *id, stance),
            Self::TakeStanceBack { id } => {
                let place = writer.entry("stances", *id)?;
                writer.put_since(&place, "removed_at", true)
            }
        })
    }
}

/// Writes a stance. An objection says why; who lets another answer answers nothing.
fn take(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    stance: &StanceFields,
) -> Result<(), CommandError> {
    let all = writer.top("stances")?;
    let place = writer.open_or_make(&all, &id.to_string())?;
    let objects = stance.position == Some(Position::Objection);
    if objects && clean::prose(&stance.reason).is_empty() {
        return Err(place.invalid("reason"));
    }
    let says = stance.option.is_some() || stance.position.is_some() || !stance.days.is_empty();
    if stance.proxy.is_some() && says || stance.proxy == Some(writer.author()) {
        return Err(place.invalid("proxy"));
    }
    let text = |id: Option<Ulid>| id.map(|id| id.to_string());
    writer.put_or_clear(&place, "option", text(stance.option).as_deref())?;
    writer.put_or_clear(&place, "position", stance.position.map(Position::as_str))?;
    let proxy = stance.proxy.map(|member| member.to_string());
    writer.put_or_clear(&place, "proxy", proxy.as_deref())?;
    let days = stance.days.iter().map(ToString::to_string).collect();
    writer.set(&place, "days", &days)?;
    writer.put(&place, "closes", stance.closes.as_str())?;
    writer.text(&place, "reason", &stance.reason)?;
    writer.clear(&place, "removed_at")?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}
