//! One partner.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::directory::DirectoryMember;
use besace_model::kinds::partner::{
    PartnerAgreement, PartnerAgreementFields, PartnerContactFields, PartnerFields, PartnerFile,
    PartnerInteraction, PartnerInteractionFields,
};
use besace_model::words;

use super::{Found, is_open};
use crate::kinds::partner::{
    PartnerAgreementRow, PartnerContactRow, PartnerInteractionRow, PartnerRow, PartnerSheet,
};
use crate::view::Person;
use crate::views::{ViewReader, live};

impl ViewReader<'_> {
    pub(in crate::kinds::partner) fn partner_row(&self, found: &Found<'_>) -> PartnerRow {
        let Found { id, file, partner } = *found;
        let interactions = live(&file.interactions, |it| &it.entry);
        let last = interactions.iter().map(|(_, it)| &it.date).max();
        let open = interactions.iter().filter(|(_, it)| is_open(it));
        let due = open.map(|(_, it)| &it.due).filter(|due| !due.is_empty());
        let due = due.min().cloned().unwrap_or_default();
        let place = ("partners", "name");
        PartnerRow {
            info: self.info(&found.head(), place, id, &partner.entry, &file.conflicts),
            name: partner.name.clone(),
            kind: partner.kind,
            territory: partner.territory.clone(),
            ask: partner.ask,
            ask_name: partner.ask.map(|ask| self.name(ask)).unwrap_or_default(),
            presented: partner.presented,
            last: last.cloned().unwrap_or_default(),
            late: self.is_past(&due),
            due,
        }
    }

    pub(in crate::kinds::partner) fn partner_sheet(&self, id: Ulid) -> Option<PartnerSheet> {
        let head = DocHead::partner(id);
        let file: &PartnerFile = self.doc(&head)?;
        let found = Found::of(&head, file)?;
        let partner = found.partner;
        let info = |place, id, entry| self.info(&head, place, id, entry, &file.conflicts);
        let mut contacts = live(&file.contacts, |it| &it.entry);
        contacts.sort_by_cached_key(|(id, it)| (words::order(&it.name), *id));
        let mut interactions = live(&file.interactions, |it| &it.entry);
        interactions.sort_by(|(a, x), (b, y)| (&y.date, b).cmp(&(&x.date, a)));
        let mut agreements = live(&file.agreements, |it| &it.entry);
        agreements.sort_by(|(a, x), (b, y)| (&y.start, b).cmp(&(&x.start, a)));
        let contacts = contacts.into_iter().map(|(id, it)| PartnerContactRow {
            info: info(("contacts", "name"), id, &it.entry),
            fields: PartnerContactFields {
                name: it.name.clone(),
                role: it.role.clone(),
                phone: it.phone.clone(),
                email: it.email.clone(),
            },
        });
        Some(PartnerSheet {
            row: self.partner_row(&found),
            fields: PartnerFields {
                name: partner.name.clone(),
                kind: partner.kind,
                territory: partner.territory.clone(),
                brings: partner.brings.clone(),
                ask: partner.ask,
                presented: partner.presented,
            },
            contacts: contacts.collect(),
            interactions: interactions
                .into_iter()
                .map(|(id, it)| PartnerInteractionRow {
                    info: info(("interactions", "date"), id, &it.entry),
                    fields: interaction_fields(it),
                    open: is_open(it),
                    late: is_open(it) && self.is_past(&it.due),
                })
                .collect(),
            agreements: agreements
                .into_iter()
                .map(|(id, it)| PartnerAgreementRow {
                    info: info(("agreements", "title"), id, &it.entry),
                    fields: agreement_fields(it),
                    ends_in: self.ends_in(it).and_then(|days| days.try_into().ok()),
                    over: self.is_past(&it.end),
                })
                .collect(),
            mandated: self.facilitators_of(id),
            may_be_mandated: self.outside_the_team(),
        })
    }

    /// Members who do not belong to the team, for a director.
    fn outside_the_team(&self) -> Vec<Person> {
        if !self.replica.grants.has(Role::Director) {
            return Vec::new();
        }
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let is_outside = |it: &DirectoryMember| {
            it.active && it.roles.iter().all(|role| *role == Role::Entrepreneur)
        };
        let outside = listed.filter(|(_, it)| is_outside(it));
        let outside: Vec<MemberId> = outside.map(|(member, _)| *member).collect();
        self.people(&outside)
    }
}

fn interaction_fields(it: &PartnerInteraction) -> PartnerInteractionFields {
    PartnerInteractionFields {
        date: it.date.clone(),
        minutes: it.minutes,
        act: it.act,
        note: it.note.clone(),
        next_step: it.next_step.clone(),
        due: it.due.clone(),
        done_at: it.done_at.clone(),
    }
}

fn agreement_fields(it: &PartnerAgreement) -> PartnerAgreementFields {
    PartnerAgreementFields {
        title: it.title.clone(),
        start: it.start.clone(),
        end: it.end.clone(),
        amount_cents: it.amount_cents,
        deliverables: it.deliverables.clone(),
    }
}
