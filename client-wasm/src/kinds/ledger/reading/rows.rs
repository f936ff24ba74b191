//! The rows of a frame.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::ledger::{
    Contract, ContractFields, Ledger, Milestone, MilestoneFields, Obligation, ObligationFields,
    ObligationOwner, Statement, contribution,
};

use crate::kinds::ledger::{ContractRow, MilestoneRow, ObligationRow, StatementRow};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(super) fn contract_row(
        &self,
        head: &DocHead,
        ledger: &Ledger,
        id: Ulid,
        one: &Contract,
        in_force: Option<Ulid>,
    ) -> ContractRow {
        let place = ("contracts", "start");
        ContractRow {
            info: self.info(head, place, id, &one.entry, &ledger.conflicts),
            in_force: in_force == Some(id),
            fields: ContractFields {
                kind: one.kind,
                start: one.start.clone(),
                end: one.end.clone(),
                trial_end: one.trial_end.clone(),
                goals: one.goals.clone(),
                minimum_activity: one.minimum_activity.clone(),
                fixed_pay_cents: one.fixed_pay_cents,
                variable_rule: one.variable_rule.clone(),
                contribution_basis: one.contribution_basis,
                contribution_rate_bp: one.contribution_rate_bp,
                contribution_fixed_cents: one.contribution_fixed_cents,
                contribution_exempt_until: one.contribution_exempt_until.clone(),
                statutes_version: one.statutes_version.clone(),
                clients_clause: one.clients_clause.clone(),
            },
        }
    }

    pub(super) fn milestone_row(
        &self,
        head: &DocHead,
        ledger: &Ledger,
        id: Ulid,
        one: &Milestone,
    ) -> MilestoneRow {
        MilestoneRow {
            info: self.info(head, ("path", "on"), id, &one.entry, &ledger.conflicts),
            fields: MilestoneFields {
                stage: one.stage,
                on: one.on.clone(),
                reason: one.reason.clone(),
                prescriber: one.prescriber,
            },
            prescriber_name: one.prescriber.map(|id| self.partner_name(id)).unwrap_or_default(),
        }
    }

    pub(super) fn obligation_row(
        &self,
        head: &DocHead,
        ledger: &Ledger,
        id: Ulid,
        one: &Obligation,
    ) -> ObligationRow {
        let is_own = head.owner == self.me_id() && one.owner == ObligationOwner::Member;
        let key = if is_own { "ticked_at" } else { "done_at" };
        let place = ("obligations", "due");
        ObligationRow {
            info: self.info(head, place, id, &one.entry, &ledger.conflicts),
            fields: ObligationFields {
                kind: one.kind,
                label: one.label.clone(),
                due: one.due.clone(),
                owner: one.owner,
                note: one.note.clone(),
            },
            done_at: ledger.done_at(id, one).to_owned(),
            pressing: self.due(&one.due),
            may_tick: self.may_write(head, &["obligations", &id.to_string(), key]),
        }
    }

    pub(super) fn statement_row(
        &self,
        head: &DocHead,
        ledger: &Ledger,
        month: &str,
        one: &Statement,
    ) -> StatementRow {
        let doc = self.doc_id(head);
        let below = format!("statements/{month}/");
        let conflicts = ledger.conflicts.iter();
        let conflicts = conflicts.filter(|conflict| conflict.path.starts_with(&below));
        // The rule of the month: that of the contract in force on its last day.
        let contract = ledger.contract(&format!("{month}-31"));
        StatementRow {
            month: month.to_owned(),
            state: self.state(doc, month),
            conflicts: conflicts.map(|one| self.conflict(doc, one)).collect(),
            base: self.base(head),
            may_edit: self.may_write(head, &["statements", month, "as_of"]),
            as_of: one.as_of.clone(),
            cash_cents: one.cash_cents,
            charges_cents: one.charges_cents,
            suppliers_cents: one.suppliers_cents,
            salaries_cents: one.salaries_cents,
            reference_cents: one.reference_cents(),
            customers_cents: one.customers_cents,
            notes_cents: one.notes_cents,
            future_cents: one.future_cents(),
            turnover_cents: one.turnover_cents,
            purchases_cents: one.purchases_cents,
            expenses_cents: one.expenses_cents,
            margin_cents: one.margin_cents(),
            contribution_cents: one.contribution_cents,
            contribution_due_cents: contract.map(|(_, rule)| contribution(rule, month, one)),
            payroll_cents: one.payroll_cents,
            result_cents: one.result_cents(),
            closed_at: ledger.closed.get(month).cloned().unwrap_or_default(),
        }
    }
}
