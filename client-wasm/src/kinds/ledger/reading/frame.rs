//! The frame of one member.

use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::ledger::{Ledger, alert, deadlines};

use crate::kinds::ledger::{DeadlineView, LedgerSheet, ObligationRow, StatementRow};
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page};

impl ViewReader<'_> {
    pub(crate) fn ledger_sheet(&self, member: MemberId) -> LedgerSheet {
        let head = DocHead::ledger(member);
        let empty = Ledger::default();
        let ledger = self.ledger(member).unwrap_or(&empty);
        let stage = ledger.stage(&self.today);
        let in_force = ledger.contract(&self.today).map(|(id, _)| id);
        let mut contracts = ledger.contracts_in_order();
        contracts.reverse();
        contracts.sort_by_key(|(id, _)| Some(*id) != in_force);
        let path = ledger.milestones().into_iter().rev();
        let last = ledger.statements.iter().next_back();
        LedgerSheet {
            member,
            name: self.name(member),
            mine: member == self.me_id(),
            may_edit: self.may_write(&head, &["closed", "2026-01"]),
            stage: stage.map(|one| one.stage),
            since: stage.map(|one| one.on.clone()).unwrap_or_default(),
            path: path
                .map(|(id, one)| self.milestone_row(&head, ledger, id, one))
                .collect(),
            contracts: contracts
                .into_iter()
                .map(|(id, one)| self.contract_row(&head, ledger, id, one, in_force))
                .collect(),
            deadlines: deadlines(ledger, &self.today)
                .into_iter()
                .map(|one| DeadlineView {
                    alert: alert(&one.day, &self.today),
                    what: one.what,
                    day: one.day,
                })
                .collect(),
            statement: last.map(|(month, one)| self.statement_row(&head, ledger, month, one)),
            open_obligations: live(&ledger.obligations, |one| &one.entry)
                .into_iter()
                .filter(|(id, one)| ledger.done_at(*id, one).is_empty())
                .count() as u32,
        }
    }

    pub(crate) fn statements(&self, member: MemberId, window: Window) -> Page<StatementRow> {
        let head = DocHead::ledger(member);
        let empty = Ledger::default();
        let ledger = self.ledger(member).unwrap_or(&empty);
        let all: Vec<_> = ledger.statements.iter().rev().collect();
        page(&all, window, |(month, one)| {
            self.statement_row(&head, ledger, month, one)
        })
    }

    pub(crate) fn obligations(&self, member: MemberId, window: Window) -> Page<ObligationRow> {
        let head = DocHead::ledger(member);
        let empty = Ledger::default();
        let ledger = self.ledger(member).unwrap_or(&empty);
        let mut all = live(&ledger.obligations, |one| &one.entry);
        // Open ones by day; of those that are met, the last first.
        all.sort_by(|(a, x), (b, y)| {
            let met = |id, one| !ledger.done_at(id, one).is_empty();
            let (x_met, y_met) = (met(*a, *x), met(*b, *y));
            let by_day = if x_met { y.due.cmp(&x.due) } else { x.due.cmp(&y.due) };
            x_met.cmp(&y_met).then(by_day).then(a.cmp(b))
        });
        page(&all, window, |(id, one)| {
            self.obligation_row(&head, ledger, *id, one)
        })
    }
}
