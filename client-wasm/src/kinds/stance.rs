//! The reader's answers to consultations, shown where these are.

use besace_model::command::Command;
use besace_model::kind::ContentOf;
use besace_model::kinds::stance::{StanceCommand, StanceFields, Stances};

use super::{Checked, Settling, Shown};

impl Shown for Stances {
    fn collection(_: &str) -> &'static str {
        "stances"
    }

    /// A stance goes as a whole: what stands, with the value that was chosen. Who lets another answer answers nothing.
    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.id.parse().ok()?;
        let stands = Self::of(at.record?)?.stances.get(&id)?;
        let stance = match at.field {
            "proxy" => StanceFields {
                proxy: at.value()?,
                closes: stands.closes.clone(),
                ..StanceFields::default()
            },
            field => StanceFields {
                option: if field == "option" { at.value()? } else { stands.option },
                position: if field == "position" { at.value()? } else { stands.position },
                days: stands.days.iter().copied().collect(),
                reason: stands.reason.clone(),
                proxy: None,
                closes: stands.closes.clone(),
            },
        };
        Some(Command::Stance(StanceCommand::TakeStance { id, stance }))
    }
}

impl Checked for StanceCommand {}
