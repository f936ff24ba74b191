//! Reading consents.

use std::cmp::Reverse;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::consent::{Consent, ConsentFields, Consents, Request};

use super::{AskedRow, ConsentRow, ConsentsView};
use crate::views::{ViewReader, live};

impl ViewReader<'_> {
    pub(crate) fn consents(&self, member: MemberId) -> ConsentsView {
        let head = DocHead::consent(member);
        let empty = Consents::default();
        let all: &Consents = self.doc(&head).unwrap_or(&empty);
        let given = live(&all.consents, |consent| &consent.entry).into_iter();
        let mut consents: Vec<ConsentRow> = given
            .map(|(id, consent)| self.consent_row(&head, all, id, consent))
            .collect();
        consents.reverse();
        let asked = live(&all.requests, |request| &request.entry).into_iter();
        let mut requests: Vec<AskedRow> = asked
            .map(|(id, request)| self.asked_row(&head, all, id, request))
            .collect();
        requests.sort_by_cached_key(|row| {
            let asked_at = Reverse(row.asked_at.clone());
            (row.agrees.is_some(), asked_at, row.id)
        });
        ConsentsView {
            member,
            name: self.name(member),
            mine: member == self.me_id(),
            consents,
            requests,
        }
    }

    fn consent_row(
        &self,
        head: &DocHead,
        all: &Consents,
        id: Ulid,
        consent: &Consent,
    ) -> ConsentRow {
        ConsentRow {
            info: self.info(head, ("consents", "purpose"), id, &consent.entry, &all.conflicts),
            fields: ConsentFields {
                sort: consent.sort,
                purpose: consent.purpose.clone(),
                since: consent.since.clone(),
                until: consent.until.clone(),
                revoked: consent.revoked,
            },
            stands: !consent.revoked && consent.span().holds(self.now),
        }
    }

    fn asked_row(&self, head: &DocHead, all: &Consents, id: Ulid, request: &Request) -> AskedRow {
        let answered = all.answered(id);
        let agreed = all.agreed(id).filter(|agreed| agreed.span.holds(self.now));
        let entry = &request.entry;
        let asked_at = if entry.updated_at.is_empty() {
            &entry.created_at
        } else {
            &entry.updated_at
        };
        AskedRow {
            id,
            sort: request.sort,
            title: request.title.clone(),
            text: request.text.clone(),
            channels: request.channels.clone(),
            shown: request.shown_sha256(),
            asked_by: entry.created_by.map(|by| self.name(by)).unwrap_or_default(),
            asked_at: asked_at.clone(),
            agrees: answered.map(|answer| answer.agrees),
            answered_at: answered.map(|answer| answer.at.clone()).unwrap_or_default(),
            changed: answered.is_none() && all.answers.contains_key(&id),
            in_general: answered.is_none() && agreed.is_some(),
            published: self.is_published(id),
            state: self.state(self.doc_id(head), &id.to_string()),
        }
    }
}
