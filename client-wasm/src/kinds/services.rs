//! The account of the services that the cooperative shares.

use besace_model::command::Command;
use besace_model::kinds::services::{Services, ServicesCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of the account.
    ServicesRequest, ServicesAnswer, ServicesViews by reader {
        /// The account of a year, with that of the year before.
        Services {
            /// The year.
            year: u16,
        } -> Box<ServicesView> = Box::new(reader.services(*year)),
    }
}

impl Shown for Services {
    fn collection(word: &str) -> &'static str {
        if word.ends_with("Account") { "accounts" } else { "lines" }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let (year, id) = (at.head.key.parse().ok()?, at.id.parse().ok()?);
        Some(Command::Services(if at.collection == "accounts" {
            let changes = at.changes()?;
            ServicesCommand::EditServiceAccount { year, id, changes }
        } else {
            let changes = at.changes()?;
            ServicesCommand::EditServiceLine { year, id, changes }
        }))
    }
}

impl Checked for ServicesCommand {}
