//! The expenses of a year.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::{Activity, Expense, ExpenseFields};

use crate::kinds::activity::ExpenseRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

impl ViewReader<'_> {
    pub(crate) fn expenses(
        &self,
        member: MemberId,
        year: u16,
        month: Option<&str>,
        window: Window,
    ) -> Page<ExpenseRow> {
        let head = DocHead::activity(member, year);
        let activity = self.activity_or_empty(member, year);
        let mut all: Vec<_> = activity
            .expenses
            .iter()
            .filter(|(_, expense)| {
                stands(&expense.entry) && month.is_none_or(|month| expense.date.starts_with(month))
            })
            .collect();
        all.sort_by(|(a, x), (b, y)| (&y.date, b).cmp(&(&x.date, a)));
        page(&all, window, |(id, expense)| {
            self.expense_row(&head, activity, **id, expense)
        })
    }

    pub(super) fn expense_row(
        &self,
        head: &DocHead,
        activity: &Activity,
        id: Ulid,
        expense: &Expense,
    ) -> ExpenseRow {
        ExpenseRow {
            info: self.info(
                head,
                ("expenses", "date"),
                id,
                &expense.entry,
                &activity.conflicts,
            ),
            standing: self.expense_standing(head, activity, id, expense),
            files: self.files(head, &expense.files),
            fields: expense_fields(expense),
        }
    }
}

/// What an expense says.
pub(crate) fn expense_fields(expense: &Expense) -> ExpenseFields {
    ExpenseFields {
        date: expense.date.clone(),
        category: expense.category,
        label: expense.label.clone(),
        net_cents: expense.net_cents,
        vat_cents: expense.vat_cents,
        kind: expense.kind,
        receipt: expense.receipt,
        files: expense.files.clone(),
        vat_rate_bp: expense.vat_rate_bp,
    }
}
