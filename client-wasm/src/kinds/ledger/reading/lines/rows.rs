//! Lines as their rows, and how far each has come.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::{Activity, Expense, Trip};

use super::{FoundLine, What, found};
use crate::kinds::activity::reading::{expense_fields, trip_fields};
use crate::kinds::ledger::{LineRow, LineStanding, LineWhat};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(super) fn line_row(&self, it: &FoundLine<'_>) -> LineRow {
        let what = match it.what {
            What::Expense(one) => LineWhat::Expense(expense_fields(one)),
            What::Trip(one) => LineWhat::Trip(trip_fields(one)),
        };
        let files = match it.what {
            What::Expense(one) => self.files(it.head, &one.files),
            What::Trip(_) => Vec::new(),
        };
        let place = (it.collection(), "date");
        let (owner, conflicts) = (it.head.owner, &it.activity.conflicts);
        let ledger = DocHead::ledger(owner);
        let path = ["decisions", &it.id.to_string(), "status"];
        LineRow {
            info: self.info(it.head, place, it.id, it.what.entry(), conflicts),
            member: owner,
            name: self.name(owner),
            year: it.head.key.parse().unwrap_or_default(),
            what,
            files,
            standing: self.standing_of(it),
            line_sha256: it.what.digest(),
            may_decide: owner != self.me_id() && self.may_write(&ledger, &path),
        }
    }

    /// How far an expense has come.
    pub(crate) fn expense_standing(
        &self,
        head: &DocHead,
        activity: &Activity,
        id: Ulid,
        one: &Expense,
    ) -> LineStanding {
        let ledger = self.ledger(head.owner);
        self.standing_of(&found(head, activity, ledger, id, What::Expense(one)))
    }

    /// How far a trip has come.
    pub(crate) fn trip_standing(
        &self,
        head: &DocHead,
        activity: &Activity,
        id: Ulid,
        one: &Trip,
    ) -> LineStanding {
        let ledger = self.ledger(head.owner);
        self.standing_of(&found(head, activity, ledger, id, What::Trip(one)))
    }

    fn standing_of(&self, it: &FoundLine<'_>) -> LineStanding {
        let line = it.line();
        let ledger = DocHead::ledger(it.head.owner);
        let doc = self.doc_id(&ledger);
        let key = it.id.to_string();
        let below = format!("decisions/{key}/");
        let all = self.ledger(it.head.owner).map(|it| it.conflicts.as_slice());
        let conflicts = all.unwrap_or_default().iter();
        let decided_by = it.decision.and_then(|one| one.decided_by);
        LineStanding {
            state: line.state,
            changed: line.is_changed,
            submitted_at: it.submitted_at.to_owned(),
            status: it.decision.map(|one| one.status),
            reason: it.decision.map(|one| one.reason.clone()).unwrap_or_default(),
            decided_by: decided_by.map(|by| self.name(by)).unwrap_or_default(),
            decided_at: it.decision.map(|one| one.at.clone()).unwrap_or_default(),
            travelled: it.decision.map(|_| self.state(doc, &key)),
            conflicts: conflicts
                .filter(|one| one.path.starts_with(&below))
                .map(|one| self.conflict(doc, one))
                .collect(),
        }
    }
}
