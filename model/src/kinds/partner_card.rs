//! What everyone reads of a partner that the team shows. The relay derives it; where a partner is shown no more it begins
//! anew, without what it said.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::command::CommandError;
use crate::doc::commands::NoCommand;
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, clearable, set};
use crate::doc::tree::{Tree, no_rank};
use crate::doc::writer::ChangeWriter;
use crate::head::{DocHead, Named};
use crate::ids::{MemberId, Ulid};
use crate::kind::{Fetched, Kind, Record, Said, Spec};
use crate::kinds::partner::PartnerKind;
use crate::limits::LINE_BYTES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::projection::{Derived, Own, Relayed};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    relayed: Some(Relayed::derived::<PartnerCard>()),
    fetched: Fetched::Late,
    is_told: false,
    ..Spec::of_members(Named::ByUlid, Readers::Everyone)
};

/// What everyone reads of a partner.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct PartnerCard {
    /// What it is called; empty while the partner is not shown.
    pub name: String,
    /// What it is to the cooperative.
    pub kind: PartnerKind,
    /// Where it acts.
    pub territory: String,
    /// What it brings, in words.
    pub brings: String,
    /// Whom to ask in the cooperative.
    pub ask: Option<MemberId>,
}

impl DocHead {
    /// What everyone reads of a partner.
    #[must_use]
    pub fn partner_card(partner: Ulid) -> Self {
        Self::new(Kind::PartnerCard, MemberId::RELAY, partner.to_string())
    }
}

/// A document's content.
pub type Content = PartnerCard;
/// The relay alone writes it.
pub type Command = NoCommand;

impl Said for PartnerCard {}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["card"]
    rules {
        set("card/name", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("card/kind", Value::Choice(PartnerKind::WORDS), Who::Relay),
        set("card/territory", Value::Str(LINE_BYTES_MAX), Who::Relay),
        set("card/brings", Value::Text, Who::Relay),
        clearable("card/ask", Value::Member, Who::Relay),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> PartnerCard {
    let tree = Tree::read(doc, no_rank);
    let card = tree.map("card");
    PartnerCard {
        name: card.string("name"),
        kind: card.choice("kind"),
        territory: card.string("territory"),
        brings: card.text("brings"),
        ask: card.id("ask"),
    }
}

impl Derived for PartnerCard {
    type Given = Self;
    const READS: &'static [Kind] = &[Kind::Partner];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Self)> {
        let (Record::Partner(file), Ok(id)) = (record, head.key.parse()) else {
            return Vec::new();
        };
        let partner = file.partners.get(&id);
        let shown = partner.filter(|it| it.presented && it.entry.removed_at.is_empty());
        let card = shown.map(|it| Self {
            name: it.name.clone(),
            kind: it.kind,
            territory: it.territory.clone(),
            brings: it.brings.clone(),
            ask: it.ask,
        });
        let card = card.into_iter();
        card.map(|card| (DocHead::partner_card(id), card)).collect()
    }

    fn made_of(given: Vec<Self>) -> Record {
        Record::PartnerCard(given.into_iter().next().unwrap_or(Self {
            name: String::new(),
            kind: PartnerKind::Network,
            territory: String::new(),
            brings: String::new(),
            ask: None,
        }))
    }
}

impl Own for PartnerCard {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let place = writer.top("card")?;
        let said = [
            writer.string(&place, "name"),
            writer.prose(&place, "brings"),
        ];
        if self.name.is_empty() && said.iter().all(String::is_empty) {
            return Ok(());
        }
        writer.put_line(&place, "name", &self.name)?;
        writer.put(&place, "kind", self.kind.as_str())?;
        writer.put_line(&place, "territory", &self.territory)?;
        let ask = self.ask.map(|member| member.to_string());
        writer.put_or_clear(&place, "ask", ask.as_deref())?;
        // What does not fit in one change, the next call writes.
        writer.may_go_on = true;
        writer.text(&place, "brings", &self.brings)
    }
}
