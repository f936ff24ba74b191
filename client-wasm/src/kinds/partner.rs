//! Partners, for the team.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::partner::{PartnerCommand, PartnerFile, PartnerKind};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

pub(super) mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::PartnerWait;

requests! {
    /// What screens ask of partners.
    PartnerRequest, PartnerAnswer, PartnerViews by reader {
        /// Partners by name.
        Partners {
            /// Words to find in names, territories, what they bring and contacts; empty for all.
            search: String,
            /// One sort only.
            kind: Option<PartnerKind>,
            /// One territory only; empty for all.
            territory: String,
            /// Which rows.
            window: Window,
        } -> Page<PartnerRow> = reader.partners(search, *kind, territory, *window),
        /// Where partners act, in order.
        PartnerTerritories -> Vec<String> = reader.partner_territories(),
        /// One partner with all that the team knows of it.
        Partner {
            /// The partner.
            id: Ulid,
        } -> Option<Box<PartnerSheet>> = reader.partner_sheet(*id).map(Box::new),
        /// Agreements that end soon, the first to end first.
        PartnerAgreements -> Vec<PartnerEnding> = reader.agreements_ending(),
        /// What was done with partners in a year.
        PartnerYear {
            /// The year.
            year: u16,
        } -> Box<PartnerYear> = Box::new(reader.partner_year(*year)),
    }
}

impl Shown for PartnerFile {
    fn collection(word: &str) -> &'static str {
        let all = [
            ("Contact", "contacts"),
            ("Interaction", "interactions"),
            ("Agreement", "agreements"),
        ];
        let named = all.into_iter().find(|(part, _)| word.contains(part));
        named.map_or("partners", |(_, collection)| collection)
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let (partner, id) = (at.head.key.parse().ok()?, at.id.parse().ok()?);
        Some(Command::Partner(match at.collection {
            "partners" => PartnerCommand::EditPartner {
                id,
                changes: at.changes()?,
            },
            "contacts" => PartnerCommand::EditPartnerContact {
                partner,
                id,
                changes: at.changes()?,
            },
            "interactions" => PartnerCommand::EditPartnerInteraction {
                partner,
                id,
                changes: at.changes()?,
            },
            "agreements" => PartnerCommand::EditPartnerAgreement {
                partner,
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.partners_wait()
    }
}

impl Checked for PartnerCommand {}
