//! How one is doing: one's own alone.

use besace_model::command::Command;
use besace_model::kinds::pulse::{BeatFields, Pulse, PulseCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::{Info, Page, Window};

mod reading;

requests! {
    /// What screens ask of how one is doing.
    PulseRequest, PulseAnswer, PulseViews by reader {
        /// What one wrote down, the latest first.
        Beats {
            /// Which rows.
            window: Window,
        } -> Page<BeatRow> = reader.beats(*window),
        /// The last weeks, the first first.
        BeatWeeks -> Vec<BeatWeek> = reader.beat_weeks(),
    }
}

/// How one was doing on a day.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct BeatRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: BeatFields,
}

/// How one was doing in a week.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct BeatWeek {
    /// Its first day.
    pub from: String,
    /// How often one wrote something down.
    pub count: u32,
    /// The mean of that, in tenths; 0 when there is none.
    pub mean_tenths: u32,
}

impl Shown for Pulse {
    fn collection(_: &str) -> &'static str {
        "days"
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        Some(Command::Pulse(PulseCommand::EditBeat {
            id: at.id.parse().ok()?,
            changes: at.changes()?,
        }))
    }
}

impl Checked for PulseCommand {}
