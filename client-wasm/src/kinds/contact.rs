//! How members are reached.

use besace_model::command::Command;
use besace_model::kinds::contact::{Contact, ContactCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of contacts.
    ContactRequest, ContactAnswer, ContactViews by reader {
        /// How one is reached oneself, and who is shown it.
        MyContact -> ContactView = reader.my_contact(),
    }
}

impl Shown for Contact {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        let changes = at.changes()?;
        Some(Command::Contact(ContactCommand::EditContact { changes }))
    }
}

impl Checked for ContactCommand {}
