//! Registers of members' sessions: how each member's interviews stand, for those who follow the cooperative's duties.

use besace_model::ids::MemberId;
use besace_model::kinds::register::{Register, Standing};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Shown;
use crate::requests::requests;
use crate::view::{Page, Window};

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of registers.
    RegisterRequest, RegisterAnswer, RegisterViews by reader {
        /// How the interviews of each member stand in a year, the most pressing first.
        FollowUp {
            /// The year.
            year: u16,
            /// Words to find in names and trade names; empty for all.
            search: String,
            /// Only who stands so; `null` for all.
            standing: Option<Standing>,
            /// Which rows.
            window: Window,
        } -> Page<FollowRow> = reader.follow_up(*year, search, *standing, *window),
        /// How many members stand how in a year.
        FollowTotals {
            /// The year.
            year: u16,
        } -> FollowTotals = reader.follow_totals(*year),
        /// What each coach carries in a year, as far as the reader follows their members.
        Loads {
            /// The year.
            year: u16,
        } -> Vec<LoadRow> = reader.loads(*year),
        /// The sessions of a member in a year, without their text.
        Registered {
            /// Whose.
            member: MemberId,
            /// The year.
            year: u16,
        } -> Option<Box<FollowSheet>> = reader.registered(*member, *year).map(Box::new),
    }
}

impl Shown for Register {}
