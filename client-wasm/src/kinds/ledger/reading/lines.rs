//! Expenses and trips of all members, and how far each has come.

mod rows;
mod what;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::activity::{Activity, Expense, ReceiptState, Trip};
use besace_model::kinds::ledger::{Decision, Ledger, Line, LineState, line};
use besace_model::words;

use crate::kinds::ledger::LineRow;
use crate::replica::Replica;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};
use what::What;

/// Which lines are asked for.
pub(in crate::kinds::ledger) struct Wanted<'a> {
    /// Words to find; empty for all.
    pub(in crate::kinds::ledger) search: &'a str,
    /// One member's only.
    pub(in crate::kinds::ledger) member: Option<MemberId>,
    /// One month only.
    pub(in crate::kinds::ledger) month: Option<&'a str>,
    /// Only those so far; `None` for those that wait for a decision.
    pub(in crate::kinds::ledger) state: Option<LineState>,
    /// Instead of that, those handed in or decided without their receipt.
    pub(in crate::kinds::ledger) without_receipt: bool,
}

/// A line where it stands.
#[derive(Clone, Copy)]
pub(crate) struct FoundLine<'a> {
    pub(crate) head: &'a DocHead,
    activity: &'a Activity,
    pub(crate) id: Ulid,
    what: What<'a>,
    pub(crate) submitted_at: &'a str,
    decision: Option<&'a Decision>,
    is_closed: bool,
}

impl FoundLine<'_> {
    /// Its month, `YYYY-MM`.
    pub(crate) fn month(&self) -> &str {
        self.what.date().get(..7).unwrap_or_default()
    }

    pub(crate) fn line(&self) -> Line {
        let digest = || self.what.digest();
        let sha256 = self.decision.map(|_| digest()).unwrap_or_default();
        line(self.submitted_at, self.decision, &sha256)
    }

    /// Whether it was handed in or decided, and its member says that the cooperative does not have its receipt.
    fn lacks_receipt(&self) -> bool {
        let What::Expense(expense) = self.what else {
            return false;
        };
        let is_out = expense
            .receipt
            .is_some_and(|receipt| receipt != ReceiptState::HandedIn);
        is_out && self.line().state != LineState::Recorded
    }

    /// What it is called.
    pub(crate) fn label(&self) -> &str {
        match self.what {
            What::Expense(it) => &it.label,
            What::Trip(it) => &it.to,
        }
    }

    /// The map that it stands in.
    pub(crate) fn collection(&self) -> &'static str {
        match self.what {
            What::Expense(_) => "expenses",
            What::Trip(_) => "mileage",
        }
    }

    /// Why it was refused.
    pub(crate) fn reason(&self) -> &str {
        self.decision.map_or("", |one| &one.reason)
    }

    /// When it was decided.
    pub(crate) fn decided_at(&self) -> &str {
        self.decision.map_or("", |one| &one.at)
    }

    /// Whether it waits for who decides. What was decided in a month that was closed is not asked again: its row alone
    /// says when it was changed.
    pub(crate) fn is_to_decide(&self) -> bool {
        let is_settled = self.is_closed && self.decision.is_some();
        let was_said = self.decision.is_some() || !self.submitted_at.is_empty();
        was_said && !is_settled && self.line().is_to_decide()
    }
}

/// The digest of a line as this phone has it.
pub(in crate::kinds::ledger) fn line_digest(
    replica: &Replica,
    member: MemberId,
    id: Ulid,
) -> Option<String> {
    let docs = replica.docs.iter().map(|(_, doc)| doc);
    let own = docs.filter(|doc| {
        doc.row.head.kind == Kind::Activity && doc.row.head.owner == member
    });
    own.filter_map(|doc| Activity::of(doc.record()?))
        .find_map(|activity| {
            let expense = activity.expenses.get(&id).map(Expense::digest);
            expense.or_else(|| activity.mileage.get(&id).map(Trip::digest))
        })
}

impl<'a> ViewReader<'a> {
    /// The expenses and trips on this phone that stand.
    pub(crate) fn all_lines(&self) -> impl Iterator<Item = FoundLine<'a>> {
        let docs = self.replica.docs.iter().map(|(_, doc)| doc);
        let all = docs.filter(|doc| doc.row.head.kind == Kind::Activity);
        all.filter_map(|doc| Some((&doc.row.head, Activity::of(doc.record()?)?)))
            .flat_map(|(head, activity)| self.lines_of(head, activity))
    }

    /// Those of one year of a member.
    fn lines_of<'l>(
        &self,
        head: &'l DocHead,
        activity: &'l Activity,
    ) -> impl Iterator<Item = FoundLine<'l>> + use<'a, 'l>
    where
        'a: 'l,
    {
        let ledger = self.ledger(head.owner);
        let expenses = activity.expenses.iter();
        let trips = activity.mileage.iter();
        let expenses = expenses.map(|(id, one)| (*id, What::Expense(one)));
        let trips = trips.map(|(id, one)| (*id, What::Trip(one)));
        expenses
            .chain(trips)
            .filter(|(_, what)| stands(what.entry()))
            .map(move |(id, what)| found(head, activity, ledger, id, what))
    }

    /// Those that wait for the reader's decision: nobody decides on their own.
    pub(crate) fn lines_to_decide(&self) -> impl Iterator<Item = FoundLine<'a>> {
        let me = self.me_id();
        self.all_lines()
            .filter(move |it| it.head.owner != me && it.is_to_decide())
    }

    pub(in crate::kinds::ledger) fn lines_page(
        &self,
        wanted: &Wanted<'_>,
        window: Window,
    ) -> Page<LineRow> {
        let Wanted {
            search,
            member,
            month,
            state,
            without_receipt,
        } = *wanted;
        let me = self.me_id();
        let others = self.all_lines().filter(|it| it.head.owner != me);
        let mut all: Vec<FoundLine<'_>> = others
            .filter(|it| member.is_none_or(|member| it.head.owner == member))
            .filter(|it| month.is_none_or(|month| it.month() == month))
            .filter(|it| match state {
                _ if without_receipt => it.lacks_receipt(),
                None => it.is_to_decide(),
                Some(state) => it.line().state == state,
            })
            .filter(|it| {
                let name = || self.name(it.head.owner);
                search.is_empty()
                    || words::finds(search, &format!("{} {}", name(), it.what.words()))
            })
            .collect();
        all.sort_by_key(|it| (it.submitted_at, it.what.date(), it.id));
        page(&all, window, |it| self.line_row(it))
    }

    /// Those of a month that their member did not hand in, in order of making.
    pub(crate) fn to_submit(&self, head: &DocHead, activity: &Activity, month: &str) -> Vec<Ulid> {
        let all = self.lines_of(head, activity);
        let of_month = all.filter(|it| it.month() == month);
        let recorded = of_month.filter(|it| it.line().state == LineState::Recorded);
        recorded.map(|it| it.id).collect()
    }
}

fn found<'a>(
    head: &'a DocHead,
    activity: &'a Activity,
    ledger: Option<&'a Ledger>,
    id: Ulid,
    what: What<'a>,
) -> FoundLine<'a> {
    let month = what.date().get(..7).unwrap_or_default();
    FoundLine {
        head,
        activity,
        id,
        what,
        submitted_at: activity.submitted.get(&id).map_or("", String::as_str),
        decision: ledger.and_then(|it| it.decisions.get(&id)),
        is_closed: ledger.is_some_and(|it| it.closed.get(month).is_some()),
    }
}
