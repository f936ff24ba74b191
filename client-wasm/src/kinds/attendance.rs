//! Who was at events.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::attendance::{Attendance, AttendanceCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of who was at events.
    AttendanceRequest, AttendanceAnswer, AttendanceViews by reader {
        /// Who is expected at an event, and what was marked of them; `null` for those who do not hold it.
        Attendance {
            /// The event.
            event: Ulid,
        } -> Option<Box<AttendanceSheet>> = reader.attendance(*event).map(Box::new),
    }
}

impl Shown for Attendance {
    fn collection(word: &str) -> &'static str {
        match word {
            "addVisitor" | "editVisitor" => "visitors",
            _ => "marks",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        if at.collection != "visitors" {
            return None;
        }
        Some(Command::Attendance(AttendanceCommand::EditVisitor {
            event: at.head.key.parse().ok()?,
            id: at.id.parse().ok()?,
            changes: at.changes()?,
        }))
    }
}

impl Checked for AttendanceCommand {}
