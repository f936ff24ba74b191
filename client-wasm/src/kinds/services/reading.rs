//! Reading the account of shared services.

use std::cmp::Reverse;

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::indicators::Indicators;
use besace_model::kinds::services::{
    ServiceAccount, ServiceAccountFields, ServiceLine, ServiceLineFields, Services,
};

use super::{ServiceAccountRow, ServiceLineRow, ServicesView};
use crate::views::{ViewReader, live};

impl<'a> ViewReader<'a> {
    fn services_of(&self, year: u16) -> Option<&'a Services> {
        self.doc(&DocHead::services(year))
    }

    pub(crate) fn services(&self, year: u16) -> ServicesView {
        let (said, before) = (self.services_of(year), self.services_of(year.saturating_sub(1)));
        let account_id = Services::account_id(year);
        let mut lines = said.map_or_else(Vec::new, |it| live(&it.lines, |line| &line.entry));
        lines.sort_by_cached_key(|(id, line)| (line.post, Reverse(line.cents), *id));
        ServicesView {
            account_id,
            account: said.and_then(|it| Some(self.account_row(year, it, it.account(year)?))),
            lines: lines.iter().map(|(id, line)| self.service_row(year, *id, line)).collect(),
            totals: said.map(Services::totals).unwrap_or_default(),
            before: before.map(Services::totals),
            stated_cents: self.stated_cents(year),
            may_edit: self.may_write(
                &DocHead::services(year),
                &["lines", &account_id.to_string(), "label"],
            ),
        }
    }

    fn account_row(
        &self,
        year: u16,
        said: &Services,
        account: &ServiceAccount,
    ) -> ServiceAccountRow {
        let (head, id) = (DocHead::services(year), Services::account_id(year));
        let is_settled = !account.settled_on.is_empty();
        let said_at = (&account.entry.created_at).max(&account.entry.updated_at);
        ServiceAccountRow {
            info: self.info(&head, ("accounts", "closes"), id, &account.entry, &said.conflicts),
            fields: ServiceAccountFields {
                closes: account.closes.clone(),
                settled_on: account.settled_on.clone(),
                words: account.words.clone(),
            },
            changed_since: is_settled && said.is_changed_since(said_at),
        }
    }

    fn service_row(&self, year: u16, id: Ulid, line: &ServiceLine) -> ServiceLineRow {
        let conflicts = self.services_of(year).map_or(&[][..], |it| &it.conflicts);
        let head = DocHead::services(year);
        ServiceLineRow {
            info: self.info(&head, ("lines", "label"), id, &line.entry, conflicts),
            fields: ServiceLineFields {
                post: line.post,
                label: line.label.clone(),
                cents: line.cents,
                note: line.note.clone(),
            },
            income: line.post.is_income(),
        }
    }

    /// What members contributed in a year by their statements.
    fn stated_cents(&self, year: u16) -> Option<i64> {
        let indicators: &Indicators = self.doc(&DocHead::indicators(year))?;
        let months = indicators.months.values();
        Some(months.map(|month| month.contribution_cents).sum())
    }
}
