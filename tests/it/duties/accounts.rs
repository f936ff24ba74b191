//! Finance and a member at the same lines, with and without signal: what is decided and what is corrected both stand.

use besace_client::api::DispatchResult;
use besace_client::kinds::activity::{ActivityAnswer, ActivityRequest, ExpenseRow};
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest, LineRow};
use besace_client::view::{View, ViewRequest};
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::files::FileSet;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseChanges, ExpenseFields, ExpenseKind, ReceiptState,
};
use besace_model::kinds::ledger::{DecisionStatus, LedgerCommand, LineState};
use besace_tests::people;
use besace_tests::world::World;

use super::cast::{ALL, Coop};

struct Story {
    world: World,
    anna: MemberId,
    at_anna: usize,
    at_finance: usize,
    at_coach: usize,
}

impl Story {
    fn new(name: &str) -> Self {
        let cast = Coop::new(&format!("accounts-{name}"));
        Self {
            world: cast.world,
            anna: cast.anna.id,
            at_anna: cast.anna.phone,
            at_finance: cast.fatou.phone,
            at_coach: cast.camille.phone,
        }
    }

    /// An expense that Anna hands in.
    fn hands_in(&mut self, label: &str) -> Ulid {
        let now = self.world.now;
        let id = people::ulid(&mut self.world.chance, now);
        let expense = ExpenseFields {
            date: "2026-03-02".into(),
            category: ExpenseCategory::Supplies,
            label: label.into(),
            net_cents: 1_000,
            vat_cents: 200,
            vat_rate_bp: Some(2_000),
            kind: ExpenseKind::Cash,
            receipt: Some(ReceiptState::Kept),
            files: FileSet::default(),
        };
        self.does(ActivityCommand::AddExpense { id, expense });
        self.does(ActivityCommand::SubmitLine {
            year: 2026,
            id,
            submitted: true,
        });
        id
    }

    fn does(&mut self, command: ActivityCommand) {
        self.world.act(self.at_anna, Command::Activity(command));
    }

    fn lines(&mut self, phone: usize, state: Option<LineState>) -> Vec<LineRow> {
        self.asked(phone, state, false)
    }

    fn asked(
        &mut self,
        phone: usize,
        state: Option<LineState>,
        without_receipt: bool,
    ) -> Vec<LineRow> {
        let request = LedgerRequest::Lines {
            search: String::new(),
            member: None,
            month: None,
            state,
            without_receipt,
            window: ALL,
        };
        let now = self.world.now;
        match self.world.phones[phone].view(now, &ViewRequest::Ledger(request)) {
            Some(View::Ledger(LedgerAnswer::Lines(page))) => page.rows,
            other => panic!("not lines: {other:?}"),
        }
    }

    fn expense(&mut self, id: Ulid) -> ExpenseRow {
        let request = ActivityRequest::Expenses {
            member: None,
            year: 2026,
            month: None,
            window: ALL,
        };
        let now = self.world.now;
        match self.world.phones[self.at_anna].view(now, &ViewRequest::Activity(request)) {
            Some(View::Activity(ActivityAnswer::Expenses(page))) => {
                let mut rows = page.rows.into_iter();
                rows.find(|row| row.info.id == id).expect("her own expense")
            }
            other => panic!("not expenses: {other:?}"),
        }
    }

    /// Somebody decides on a line as their phone shows it.
    fn decides(
        &mut self,
        phone: usize,
        row: &LineRow,
        status: DecisionStatus,
        reason: &str,
    ) -> Option<DispatchResult> {
        let command = LedgerCommand::DecideLine {
            member: self.anna,
            id: row.info.id,
            status,
            reason: reason.into(),
            line_sha256: row.line_sha256.clone(),
        };
        self.world.attempt(phone, Command::Ledger(command))
    }
}

fn of(rows: &[LineRow], id: Ulid) -> LineRow {
    let mut rows = rows.iter();
    rows.find(|row| row.info.id == id)
        .expect("the line")
        .clone()
}

pub(super) fn a_refused_line_is_corrected_offline_while_another_is_paid_and_both_stand() {
    let mut story = Story::new("both");
    let (ink, paper) = (story.hands_in("Encre"), story.hands_in("Papier"));
    story.world.settle();
    let open = story.lines(story.at_finance, None);
    assert_eq!(open.len(), 2);
    let finance = story.at_finance;
    story.decides(
        finance,
        &of(&open, ink),
        DecisionStatus::Invalid,
        "Illisible",
    );
    story.decides(finance, &of(&open, paper), DecisionStatus::Valid, "");
    story.world.settle();
    let refused = story.expense(ink).standing;
    assert_eq!(refused.state, LineState::Refused);
    assert_eq!(refused.reason, "Illisible");

    story.world.signal(story.at_anna, false);
    story.does(ActivityCommand::EditExpense {
        year: 2026,
        id: ink,
        changes: ExpenseChanges {
            label: Some("Encre noire".into()),
            ..ExpenseChanges::default()
        },
    });
    let accepted = story.lines(finance, Some(LineState::Accepted));
    story.decides(finance, &of(&accepted, paper), DecisionStatus::Paid, "");
    story.world.signal(story.at_anna, true);
    story.world.settle();

    assert_eq!(story.expense(paper).standing.state, LineState::Paid);
    let corrected = story.expense(ink).standing;
    assert_eq!(
        (corrected.state, corrected.changed),
        (LineState::Submitted, true)
    );
    let open = story.lines(finance, None);
    assert_eq!(open.len(), 1, "it is to be decided anew");
    assert_eq!(of(&open, ink).standing.reason, "Illisible");
}

pub(super) fn finance_decides_forty_expenses_in_one_sitting_one_of_them_refused_with_a_reason() {
    let mut story = Story::new("sitting");
    let ids: Vec<Ulid> = (1..=40)
        .map(|number| story.hands_in(&format!("Achat {number}")))
        .collect();
    story.world.settle();
    let (finance, unreadable) = (story.at_finance, ids[17]);
    let read = story.lines(finance, None);
    let unsaid = story.decides(finance, &of(&read, unreadable), DecisionStatus::Invalid, "");
    assert!(
        matches!(unsaid, Some(DispatchResult::Rejected { .. })),
        "who refuses says why: {unsaid:?}"
    );
    story.world.signal(finance, false);
    for left in (1..=40).rev() {
        // What is decided leaves the list, and the next line stands there.
        let open = story.lines(finance, None);
        assert_eq!(open.len(), left);
        let (status, reason) = if open[0].info.id == unreadable {
            (DecisionStatus::Invalid, "Illisible")
        } else {
            (DecisionStatus::Valid, "")
        };
        let done = story.decides(finance, &open[0], status, reason);
        assert!(
            matches!(done, Some(DispatchResult::Done { .. })),
            "{done:?}"
        );
    }
    story.world.signal(finance, true);
    story.world.settle();
    for id in ids {
        let told = story.expense(id).standing;
        let (state, reason) = if id == unreadable {
            (LineState::Refused, "Illisible")
        } else {
            (LineState::Accepted, "")
        };
        assert_eq!((told.state, told.reason.as_str()), (state, reason));
    }
}

#[test]
fn a_decision_on_a_line_that_is_not_any_more_what_was_read_is_not_taken() {
    let mut story = Story::new("read");
    let ink = story.hands_in("Encre");
    story.world.settle();
    let finance = story.at_finance;
    let read = of(&story.lines(finance, None), ink);
    story.does(ActivityCommand::EditExpense {
        year: 2026,
        id: ink,
        changes: ExpenseChanges {
            net_cents: Some(900_000),
            ..ExpenseChanges::default()
        },
    });
    story.world.settle();
    let given = story.decides(finance, &read, DecisionStatus::Valid, "");
    let refused = matches!(
        given,
        Some(DispatchResult::Rejected {
            code: ErrorCode::NotAsRead,
            ..
        })
    );
    assert!(refused, "{given:?}");
    assert_eq!(story.expense(ink).standing.state, LineState::Submitted);
}

#[test]
fn neither_a_coach_nor_the_member_decides() {
    let mut story = Story::new("rights");
    let ink = story.hands_in("Encre");
    story.world.settle();
    let row = of(&story.lines(story.at_finance, None), ink);
    for phone in [story.at_coach, story.at_anna] {
        let given = story.decides(phone, &row, DecisionStatus::Paid, "");
        let refused = matches!(
            given,
            Some(DispatchResult::Rejected {
                code: ErrorCode::Forbidden,
                ..
            })
        );
        assert!(refused, "{given:?}");
    }
    story.world.settle();
    assert_eq!(story.expense(ink).standing.state, LineState::Submitted);
}

#[test]
fn a_receipt_is_missed_until_it_is_handed_in_and_says_nothing_of_what_was_decided() {
    let mut story = Story::new("receipts");
    let ink = story.hands_in("Encre");
    story.world.settle();
    let finance = story.at_finance;
    let missed = story.asked(finance, None, true);
    assert_eq!(missed.len(), 1, "handed in without its receipt");
    story.decides(finance, &of(&missed, ink), DecisionStatus::Valid, "");
    story.world.settle();
    assert_eq!(
        story.asked(finance, None, true).len(),
        1,
        "still, once it is accepted"
    );
    story.does(ActivityCommand::EditExpense {
        year: 2026,
        id: ink,
        changes: ExpenseChanges {
            receipt: Some(Some(ReceiptState::HandedIn)),
            ..ExpenseChanges::default()
        },
    });
    story.world.settle();
    assert!(story.asked(finance, None, true).is_empty());
    let accepted = story.lines(finance, Some(LineState::Accepted));
    assert!(!of(&accepted, ink).standing.changed);
}
