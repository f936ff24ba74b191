//! What members agree to be shown by.

use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kind::Record;
use besace_model::kinds::consent::{ConsentCommand, Consents, RequestChanges, RequestFields};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::ConsentWait;

requests! {
    /// What screens ask of consents.
    ConsentRequest, ConsentAnswers, ConsentViews by reader {
        /// What somebody agrees to, and what they are asked.
        Consents {
            /// Whose; `null` for one's own.
            member: Option<MemberId>,
        } -> ConsentsView = reader.consents(reader.whose(*member)),
    }
}

impl Shown for Consents {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.id.parse().ok()?;
        let command = match (at.collection, at.record) {
            ("consents", _) => ConsentCommand::EditConsent {
                id,
                changes: at.changes()?,
            },
            ("requests", Some(Record::Consent(consents))) => {
                let changes: RequestChanges = at.changes()?;
                let stands = consents.requests.get(&id)?;
                ConsentCommand::AskConsent {
                    member: at.head.owner,
                    id,
                    request: RequestFields {
                        sort: changes.sort.unwrap_or(stands.sort),
                        title: changes.title.unwrap_or_else(|| stands.title.clone()),
                        text: stands.text.clone(),
                        channels: changes.channels.unwrap_or_else(|| stands.channels.clone()),
                    },
                }
            }
            _ => return None,
        };
        Some(Command::Consent(command))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.consents_wait()
    }
}

impl Checked for ConsentCommand {}
