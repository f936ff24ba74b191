//! Expenses and trips of all members, and how far each has come.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::activity::{Activity, Expense, ExpenseFields, Trip, TripFields};
use besace_model::kinds::ledger::{Decision, Ledger, Line, LineState, line};
use besace_model::record::Entry;
use besace_model::words;

use crate::kinds::ledger::{LineRow, LineStanding, LineWhat};
use crate::replica::Replica;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

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
}

/// What a line is.
#[derive(Clone, Copy)]
enum What<'a> {
    Expense(&'a Expense),
    Trip(&'a Trip),
}

impl<'a> What<'a> {
    fn entry(self) -> &'a Entry {
        match self {
            Self::Expense(it) => &it.entry,
            Self::Trip(it) => &it.entry,
        }
    }

    fn date(self) -> &'a str {
        match self {
            Self::Expense(it) => &it.date,
            Self::Trip(it) => &it.date,
        }
    }

    fn digest(self) -> String {
        match self {
            Self::Expense(it) => it.digest(),
            Self::Trip(it) => it.digest(),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Expense(it) => it.label.clone(),
            Self::Trip(it) => format!("{} {} {}", it.from, it.to, it.purpose),
        }
    }
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
        } = *wanted;
        let me = self.me_id();
        let others = self.all_lines().filter(|it| it.head.owner != me);
        let mut all: Vec<FoundLine<'_>> = others
            .filter(|it| member.is_none_or(|member| it.head.owner == member))
            .filter(|it| month.is_none_or(|month| it.month() == month))
            .filter(|it| match state {
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

    fn line_row(&self, it: &FoundLine<'_>) -> LineRow {
        let what = match it.what {
            What::Expense(one) => LineWhat::Expense(fields(one)),
            What::Trip(one) => LineWhat::Trip(trip_fields(one)),
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
            standing: self.standing_of(it),
            line_sha256: it.what.digest(),
            may_decide: owner != self.me_id() && self.may_write(&ledger, &path),
        }
    }

    /// Those of a month that their member did not hand in, in order of making.
    pub(crate) fn to_submit(&self, head: &DocHead, activity: &Activity, month: &str) -> Vec<Ulid> {
        let all = self.lines_of(head, activity);
        let of_month = all.filter(|it| it.month() == month);
        let recorded = of_month.filter(|it| it.line().state == LineState::Recorded);
        recorded.map(|it| it.id).collect()
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

fn fields(one: &Expense) -> ExpenseFields {
    ExpenseFields {
        date: one.date.clone(),
        category: one.category,
        label: one.label.clone(),
        net_cents: one.net_cents,
        vat_cents: one.vat_cents,
        vat_rate_bp: one.vat_rate_bp,
        kind: one.kind,
    }
}

fn trip_fields(one: &Trip) -> TripFields {
    TripFields {
        date: one.date.clone(),
        from: one.from.clone(),
        to: one.to.clone(),
        metres: one.metres,
        vehicle: one.vehicle,
        purpose: one.purpose.clone(),
    }
}
