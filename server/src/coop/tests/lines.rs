//! How long an expense waits for what is decided on it: by when the relay had both, whatever phones say.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::files::FileSet;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::activity::{
    ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind, ReceiptState,
};
use besace_model::kinds::indicators::{self, Indicators};
use besace_model::kinds::ledger::{DecisionStatus, LedgerCommand};
use besace_model::wire::Verdict;

use super::world::*;

const LINE: Ulid = Ulid([7; 16]);
const MINUTE_MS: i64 = 60_000;

fn accepted(verdict: &Verdict) {
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
}

fn told(world: &mut World, reader: u8) -> Indicators {
    world.settle();
    let phone = world.fresh(reader);
    let (_, doc) = phone.last(Kind::Indicators).expect("figures of a year");
    indicators::read(doc)
}

#[test]
fn a_line_waits_from_when_the_relay_had_it_until_the_relay_had_the_first_decision() {
    let mut world = World::new();
    let mut anne = world.join(2, &[Role::Entrepreneur]);
    let mut finance = world.join(4, &[Role::Finance]);
    let expense = ExpenseFields {
        date: "2026-09-20".into(),
        category: ExpenseCategory::Meal,
        label: "Repas".into(),
        net_cents: 1_800,
        vat_cents: 180,
        vat_rate_bp: None,
        kind: ExpenseKind::Cash,
        receipt: Some(ReceiptState::Kept),
        files: FileSet::default(),
    };
    let add = ActivityCommand::AddExpense { id: LINE, expense };
    accepted(&world.say(&mut anne, &Say::Activity(add)));
    // Handed in without network: the relay has it ten hours later.
    let submit = ActivityCommand::SubmitLine {
        year: 2026,
        id: LINE,
        submitted: true,
    };
    let push = anne.commit(&world, &Say::Activity(submit));
    world.now = world.now.plus_ms(600 * MINUTE_MS);
    accepted(&world.push(vec![push]).verdicts[0][0].verdict);
    world.now = world.now.plus_ms(90 * MINUTE_MS - 1_000);
    let decide = |status| {
        Say::Ledger(LedgerCommand::DecideLine {
            member: member(2),
            id: LINE,
            status,
            reason: String::new(),
            line_sha256: "0".repeat(64),
        })
    };
    accepted(&world.say(&mut finance, &decide(DecisionStatus::Valid)));
    let months = told(&mut world, 4).months;
    let month = &months[&"2026-09".to_owned()];
    assert_eq!((month.lines_accepted, month.decision_minutes), (1, 90));
    assert_eq!(month.receipts_missing, 1, "the member has it yet");
    world.now = world.now.plus_ms(500 * MINUTE_MS);
    world.sync(&mut finance, 1 << 16);
    accepted(&world.say(&mut finance, &decide(DecisionStatus::Paid)));
    let months = told(&mut world, 4).months;
    assert_eq!(
        months[&"2026-09".to_owned()].decision_minutes,
        90,
        "paid later"
    );
}
