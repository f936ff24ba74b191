//! Reading partners.

mod entries;
mod sheet;
mod year;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::partner::{
    Partner, PartnerAgreement, PartnerFile, PartnerInteraction, PartnerKind,
};
use besace_model::words;

use super::{PartnerEnding, PartnerRow};
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page, stands};

/// Days before its end from which on an agreement ends soon.
const ENDING_DAYS: i64 = 60;

/// A partner where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: Ulid,
    pub(super) file: &'a PartnerFile,
    pub(super) partner: &'a Partner,
}

impl<'a> Found<'a> {
    pub(super) fn of(head: &DocHead, file: &'a PartnerFile) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let partner = file.partners.get(&id)?;
        Some(Self { id, file, partner })
    }

    pub(super) fn head(&self) -> DocHead {
        DocHead::partner(self.id)
    }
}

/// Whether a next step of an interaction is to be done.
pub(super) fn is_open(interaction: &PartnerInteraction) -> bool {
    !interaction.next_step.is_empty() && interaction.done_at.is_empty()
}

impl<'a> ViewReader<'a> {
    /// The partners on this phone that stand.
    pub(super) fn found_partners(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Partner);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, PartnerFile::of(doc.record()?)?))
            .filter(|it| stands(&it.partner.entry))
    }

    pub(super) fn partners(
        &self,
        search: &str,
        kind: Option<PartnerKind>,
        territory: &str,
        window: Window,
    ) -> Page<PartnerRow> {
        let mut found: Vec<Found<'_>> = self
            .found_partners()
            .filter(|it| kind.is_none_or(|kind| it.partner.kind == kind))
            .filter(|it| territory.is_empty() || it.partner.territory == territory)
            .filter(|it| is_about(it, search))
            .collect();
        found.sort_by_cached_key(|it| (words::order(&it.partner.name), it.id));
        page(&found, window, |it| self.partner_row(it))
    }

    pub(super) fn partner_territories(&self) -> Vec<String> {
        let found = self.found_partners();
        let mut all: Vec<String> = found
            .map(|it| it.partner.territory.clone())
            .filter(|territory| !territory.is_empty())
            .collect();
        all.sort_by_cached_key(|territory| words::order(territory));
        all.dedup();
        all
    }

    /// Days until an agreement ends, where that is soon.
    pub(super) fn ends_in(&self, agreement: &PartnerAgreement) -> Option<i64> {
        let days = self.days_until(&agreement.end)?;
        (0..=ENDING_DAYS).contains(&days).then_some(days)
    }

    pub(super) fn agreements_ending(&self) -> Vec<PartnerEnding> {
        let mut ending: Vec<PartnerEnding> = self
            .found_partners()
            .flat_map(|it| {
                let agreements = live(&it.file.agreements, |agreement| &agreement.entry);
                agreements.into_iter().map(move |agreement| (it, agreement))
            })
            .filter_map(|(it, (id, agreement))| {
                Some(PartnerEnding {
                    partner: it.id,
                    name: it.partner.name.clone(),
                    id,
                    title: agreement.title.clone(),
                    end: agreement.end.clone(),
                    days: self.ends_in(agreement)?.try_into().ok()?,
                    amount_cents: agreement.amount_cents,
                    ask_name: it.partner.ask.map(|ask| self.name(ask)).unwrap_or_default(),
                })
            })
            .collect();
        ending.sort_by(|a, b| (&a.end, a.id).cmp(&(&b.end, b.id)));
        ending
    }
}

fn is_about(found: &Found<'_>, search: &str) -> bool {
    let Partner {
        name,
        territory,
        brings,
        ..
    } = found.partner;
    let contacts = live(&found.file.contacts, |contact| &contact.entry);
    let names = contacts.iter().map(|(_, contact)| contact.name.as_str());
    let text: Vec<&str> = [name.as_str(), territory, brings]
        .into_iter()
        .chain(names)
        .collect();
    words::finds(search, &text.join(" "))
}
