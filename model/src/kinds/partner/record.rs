//! A partner as plain data: head, contacts, interactions and agreements.

use ts_rs::TS;

use super::words::{PartnerAct, PartnerKind};
use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, CentsUp, Day, Field, Flag, Kept, Line, Name, Number, OpenDay, Person, Text, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::Ulid;
use crate::kind::Said;
use crate::limits::DAY_MINUTES;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

entry! {
    /// A partner.
    Partner in "partners" by Keepers, as PartnerFields / PartnerChanges {
        /// What it is called.
        name: Name,
        /// What it is to the cooperative.
        kind: Word<PartnerKind>,
        /// Where it acts.
        territory: Line,
        /// What it brings, in words.
        brings: Text,
        /// Whom to ask in the cooperative.
        ask: Person,
        /// Whether everyone is shown the lines above.
        presented: Flag,
    }
}

entry! {
    /// Somebody to speak to at a partner's, with what they gave for that.
    PartnerContact in "contacts" by Keepers, as PartnerContactFields / PartnerContactChanges {
        /// Their name.
        name: Name,
        /// What they do there.
        role: Line,
        /// Telephone at work.
        phone: Line,
        /// E-mail at work.
        email: Line,
    }
}

entry! {
    /// Something done with a partner.
    PartnerInteraction in "interactions" by Keepers, as PartnerInteractionFields / PartnerInteractionChanges {
        /// The day.
        date: Day,
        /// How long, in minutes.
        minutes: Number<0, DAY_MINUTES>,
        /// What it was.
        act: Word<PartnerAct>,
        /// In words.
        note: Text,
        /// What to do next; empty for nothing.
        next_step: Line,
        /// By when; empty when open.
        due: OpenDay,
        /// The day on which that was done; empty while it was not.
        done_at: OpenDay,
    }
}

entry! {
    /// Something agreed with a partner.
    PartnerAgreement in "agreements" by Keepers, as PartnerAgreementFields / PartnerAgreementChanges {
        /// What it is called.
        title: Name,
        /// Its first day.
        start: Day,
        /// Its last day; empty for one without end.
        end: OpenDay,
        /// What it is worth, in cents.
        amount_cents: CentsUp,
        /// What is owed for it, in words.
        deliverables: Text,
    }
}

/// A partner with all that the team knows of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct PartnerFile {
    /// The partner, under the identifier that the document is named after.
    pub partners: SortedMap<Ulid, Partner>,
    /// People to speak to.
    pub contacts: SortedMap<Ulid, PartnerContact>,
    /// What was done together.
    pub interactions: SortedMap<Ulid, PartnerInteraction>,
    /// What was agreed.
    pub agreements: SortedMap<Ulid, PartnerAgreement>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for PartnerFile {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
