//! What everyone is shown of partners.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::partner::PartnerKind;
use besace_model::kinds::partner_card::PartnerCard;
use besace_model::plain::{FromPlain, ToPlain};
use besace_model::words;
use ts_rs::TS;

use super::Shown;
use crate::requests::requests;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page};

requests! {
    /// What screens ask of the cards of partners.
    PartnerCardRequest, PartnerCardAnswer, PartnerCardViews by reader {
        /// The partners that are shown to everyone, by name.
        PartnerCards {
            /// Words to find in them; empty for all.
            search: String,
            /// One sort only.
            kind: Option<PartnerKind>,
            /// Which rows.
            window: Window,
        } -> Page<PartnerCardRow> = reader.partner_cards(search, *kind, *window),
    }
}

/// What everyone is shown of a partner.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartnerCardRow {
    /// The partner.
    pub id: Ulid,
    /// What it is called.
    pub name: String,
    /// What it is to the cooperative.
    pub kind: PartnerKind,
    /// Where it acts.
    pub territory: String,
    /// What it brings, in words.
    pub brings: String,
    /// Whom to ask in the cooperative.
    pub ask: Option<MemberId>,
    /// Their name.
    pub ask_name: String,
}

impl ViewReader<'_> {
    fn partner_cards(
        &self,
        search: &str,
        kind: Option<PartnerKind>,
        window: Window,
    ) -> Page<PartnerCardRow> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::PartnerCard);
        let mut found: Vec<(Ulid, &PartnerCard)> = all
            .filter_map(|(_, doc)| {
                let card = PartnerCard::of(doc.record()?)?;
                Some((doc.row.head.key.parse().ok()?, card))
            })
            .filter(|(_, card)| !card.name.is_empty())
            .filter(|(_, card)| kind.is_none_or(|kind| card.kind == kind))
            .filter(|(_, card)| {
                let text = [card.name.as_str(), &card.territory, &card.brings];
                words::finds(search, &text.join(" "))
            })
            .collect();
        found.sort_by_cached_key(|(id, card)| (words::order(&card.name), *id));
        page(&found, window, |(id, card)| PartnerCardRow {
            id: *id,
            name: card.name.clone(),
            kind: card.kind,
            territory: card.territory.clone(),
            brings: card.brings.clone(),
            ask: card.ask,
            ask_name: card.ask.map(|ask| self.name(ask)).unwrap_or_default(),
        })
    }
}

impl Shown for PartnerCard {}
