//! Consultations: what is asked, the reader's answer, and what became of it.

use besace_model::command::Command;
use besace_model::doc::rules::Rules;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::consultation::{Consultation, ConsultationCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::Window;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::ConsultationWait;

requests! {
    /// What screens ask of consultations.
    ConsultationRequest, ConsultationAnswer, ConsultationViews by reader {
        /// Those that are open, and prepared, or those that are over.
        Consultations {
            /// Those that are over, the latest first.
            past: bool,
            /// Which rows.
            window: Window,
        } -> ConsultationsView = reader.consultations(*past, *window),
        /// One consultation in full.
        Consultation {
            /// The consultation.
            id: Ulid,
        } -> Option<Box<ConsultationSheet>> = reader.consultation_sheet(*id).map(Box::new),
    }
}

impl Shown for Consultation {
    fn collection(word: &str) -> &'static str {
        match word {
            "addOption" | "editOption" => "options",
            _ => "consultations",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.id.parse().ok()?;
        Some(Command::Consultation(match at.collection {
            "consultations" => ConsultationCommand::EditConsultation {
                id,
                changes: at.changes()?,
                electorate: None,
            },
            "options" => ConsultationCommand::EditOption {
                consultation: at.head.key.parse().ok()?,
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    /// Once it is open nothing changes of what is asked.
    fn is_closed(&self, head: &DocHead, path: &[&str]) -> bool {
        Rules::of(head.kind).is_sealed(path, self.status.as_str())
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.consultations_wait()
    }
}

impl Checked for ConsultationCommand {}
