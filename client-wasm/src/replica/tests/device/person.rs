//! What a person does, and sees.

use besace_model::command::Command;
use besace_model::files::FileSet;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::ActivityCommand;
use besace_model::kinds::activity::{ExpenseCategory, ExpenseChanges, ExpenseFields, ExpenseKind};

use super::{ALL, Device};
use crate::api::{DispatchResult, Intent};
use crate::kinds::activity::{ActivityAnswer, ActivityRequest, ExpenseRow};
use crate::view::sync::{RefusedItem, SyncView};
use crate::view::{View, ViewRequest};
use crate::views::requests::WholeAnswer;
use crate::views::requests::WholeRequest;

impl Device {
    /// Does what a person asks, to the end.
    pub(in crate::replica::tests) fn dispatch(&mut self, intent: Intent) -> DispatchResult {
        let mut result = self.dispatch_once(intent);
        while let DispatchResult::Part { part, .. } = result {
            result = self.dispatch_once(Intent::GoOn { part });
        }
        result
    }

    pub(in crate::replica::tests) fn dispatch_once(&mut self, intent: Intent) -> DispatchResult {
        let dispatched = self.replica.dispatch(intent, self.clocks());
        self.perform(dispatched.effects);
        dispatched.result
    }

    /// Records an expense; its entry.
    pub(in crate::replica::tests) fn expense(&mut self, number: u8, cents: i64) -> Ulid {
        let id = Ulid([number; 16]);
        let command = add_expense(id, cents);
        let result = self.dispatch(Intent::Do {
            command,
            base: None,
        });
        assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
        id
    }

    pub(in crate::replica::tests) fn expenses(&self) -> Vec<ExpenseRow> {
        let request = ViewRequest::Activity(ActivityRequest::Expenses {
            member: None,
            year: 2026,
            month: None,
            window: ALL,
        });
        match self.replica.view(&request, self.now) {
            View::Activity(ActivityAnswer::Expenses(page)) => page.rows,
            other => panic!("{other:?}"),
        }
    }

    /// The amounts shown, in order of making.
    pub(in crate::replica::tests) fn amounts(&self) -> Vec<i64> {
        let mut rows = self.expenses();
        rows.sort_by_key(|row| row.info.id);
        rows.iter().map(|row| row.fields.net_cents).collect()
    }

    pub(in crate::replica::tests) fn refused(&self) -> Vec<RefusedItem> {
        match self.replica.view(
            &ViewRequest::Whole(WholeRequest::Refused { window: ALL }),
            self.now,
        ) {
            View::Whole(WholeAnswer::Refused(page)) => page.rows,
            other => panic!("{other:?}"),
        }
    }

    pub(in crate::replica::tests) fn sync(&self) -> SyncView {
        match self
            .replica
            .view(&ViewRequest::Whole(WholeRequest::Sync), self.now)
        {
            View::Whole(WholeAnswer::Sync(view)) => view,
            other => panic!("{other:?}"),
        }
    }
}

pub(in crate::replica::tests) fn edit_amount(id: Ulid, cents: i64) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id,
        changes: ExpenseChanges {
            net_cents: Some(cents),
            ..ExpenseChanges::default()
        },
    })
}

pub(in crate::replica::tests) fn add_expense(id: Ulid, cents: i64) -> Command {
    Command::Activity(ActivityCommand::AddExpense {
        id,
        expense: ExpenseFields {
            date: "2026-03-01".to_owned(),
            category: ExpenseCategory::Meal,
            label: format!("Repas {cents}"),
            net_cents: cents,
            vat_cents: 0,
            vat_rate_bp: None,
            kind: ExpenseKind::Cash,
            receipt: None,
            files: FileSet::default(),
        },
    })
}
