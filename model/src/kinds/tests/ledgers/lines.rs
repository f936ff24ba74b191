//! How far an expense has come, and what may be decided on it (duty: suivi et contrôle).

use super::*;
use crate::kinds::activity::{self, Activity, ActivityCommand};

const LINE: u8 = 11;
const OTHER: u8 = 12;

fn decide(line: u8, status: DecisionStatus, reason: &str, sha256: &str) -> Command {
    Command::Ledger(LedgerCommand::DecideLine {
        member: person(MEMBER),
        id: ulid(line),
        status,
        reason: reason.into(),
        line_sha256: sha256.into(),
    })
}

fn in_status(status: DecisionStatus) -> Log {
    let mut log = of_member();
    log.accept(
        &finance(),
        &decide(LINE, status, "Illisible", &"ab".repeat(32)),
    );
    log
}

#[test]
fn what_is_paid_is_accepted_again_at_most_and_the_rest_is_free() {
    use DecisionStatus::{Invalid, Paid, Received, Valid};
    let all = [Received, Invalid, Valid, Paid];
    let forbidden = [(Paid, Received), (Paid, Invalid)];
    for from in all {
        for to in all.into_iter().filter(|to| *to != from) {
            let log = in_status(from);
            let path = format!("decisions/{}/status", ulid(LINE));
            let raw = log.forge(
                &finance(),
                &["decisions", &ulid(LINE).to_string()],
                &[("status", to.as_str().into())],
            );
            let judged = log.judge(&finance(), &raw);
            if forbidden.contains(&(from, to)) {
                let refused = Refusal {
                    code: ErrorCode::BadTransition,
                    path: path.clone(),
                };
                assert_eq!(judged, Err(refused), "{from:?} {to:?}");
                let told = log.phone(&finance(), &decide(LINE, to, "Illisible", &"ab".repeat(32)));
                assert_eq!(told.map(|_| ()), Err(CommandError::Transition(path)));
            } else {
                assert_eq!(judged, Ok(()), "{from:?} {to:?}");
            }
        }
    }
}

#[test]
fn a_refusal_says_why_and_what_is_accepted_forgets_it() {
    let mut log = of_member();
    let path = format!("decisions/{}/reason", ulid(LINE));
    let sha256 = "ab".repeat(32);
    let mute = log.phone(
        &finance(),
        &decide(LINE, DecisionStatus::Invalid, " ", &sha256),
    );
    assert_eq!(mute.map(|_| ()), Err(CommandError::Invalid(path)));
    log.accept(
        &finance(),
        &decide(LINE, DecisionStatus::Invalid, "Illisible", &sha256),
    );
    log.accept(
        &finance(),
        &decide(LINE, DecisionStatus::Valid, "", &sha256),
    );
    let ledger = ledger::read(&log.doc);
    assert_eq!(ledger.decisions[&ulid(LINE)].reason, "");
    assert_eq!(
        ledger.decisions[&ulid(LINE)].decided_by,
        Some(person(FINANCE))
    );
}

#[test]
fn of_two_decisions_made_at_once_the_paid_one_stands() {
    let mut log = in_status(DecisionStatus::Valid);
    let sha256 = "ab".repeat(32);
    let director = Grants {
        roles: SortedSet::from([Role::Director]),
        ..grants(7)
    };
    let refused = log.phone(
        &director,
        &decide(LINE, DecisionStatus::Invalid, "Double", &sha256),
    );
    let paid = log.phone(&finance(), &decide(LINE, DecisionStatus::Paid, "", &sha256));
    log.take(&director, &refused.unwrap().change);
    log.take(&finance(), &paid.unwrap().change);
    let ledger = ledger::read(&log.doc);
    assert_eq!(ledger.decisions[&ulid(LINE)].status, DecisionStatus::Paid);
    assert_eq!(
        ledger.conflicts.len(),
        1,
        "it is a question to people all the same"
    );
    let late = in_status(DecisionStatus::Valid);
    let mut other = in_status(DecisionStatus::Valid);
    let refused = late.phone(
        &director,
        &decide(LINE, DecisionStatus::Invalid, "Double", &sha256),
    );
    other.accept(&finance(), &decide(LINE, DecisionStatus::Paid, "", &sha256));
    let judged = other.judge(&director, &refused.unwrap().change);
    assert!(matches!(
        judged,
        Err(Refusal {
            code: ErrorCode::BadTransition,
            ..
        })
    ));
}

fn expenses() -> Automerge {
    let mut doc = Genesis::document(Kind::Activity);
    for number in [LINE, OTHER] {
        let add = ActivityCommand::AddExpense {
            id: ulid(number),
            expense: expense(),
        };
        act(&mut doc, MEMBER, &Command::Activity(add)).unwrap();
        submit(&mut doc, number, true);
    }
    doc
}

fn submit(doc: &mut Automerge, number: u8, submitted: bool) {
    let submit = ActivityCommand::SubmitLine {
        year: 2026,
        id: ulid(number),
        submitted,
    };
    act(doc, MEMBER, &Command::Activity(submit)).unwrap();
}

fn stands(activity: &Activity, ledger: &Ledger, number: u8) -> Line {
    let id = ulid(number);
    let submitted = activity.submitted.get(&id).map_or("", String::as_str);
    line(
        submitted,
        ledger.decisions.get(&id),
        &activity.expenses[&id].digest(),
    )
}

#[test]
fn what_was_refused_is_corrected_while_another_is_paid_and_both_stand() {
    let mut doc = expenses();
    let mut log = of_member();
    let read = activity::read(&doc);
    let sha256 = |number| read.expenses[&ulid(number)].digest();
    let state = |doc: &Automerge, log: &Log, number| {
        stands(&activity::read(doc), &ledger::read(&log.doc), number)
    };
    assert_eq!(state(&doc, &log, LINE).state, LineState::Submitted);
    log.accept(
        &finance(),
        &decide(LINE, DecisionStatus::Invalid, "Taux de TVA", &sha256(LINE)),
    );
    assert_eq!(
        state(&doc, &log, LINE),
        Line {
            state: LineState::Refused,
            is_changed: false
        }
    );
    // The member, offline, corrects it; finance pays the other meanwhile.
    let changes = ExpenseChanges {
        net_cents: Some(4_200),
        ..Default::default()
    };
    let edit = ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(LINE),
        changes,
    };
    act(&mut doc, MEMBER, &Command::Activity(edit)).unwrap();
    log.accept(
        &finance(),
        &decide(OTHER, DecisionStatus::Paid, "", &sha256(OTHER)),
    );
    let corrected = state(&doc, &log, LINE);
    assert_eq!(
        corrected,
        Line {
            state: LineState::Submitted,
            is_changed: true
        }
    );
    assert!(corrected.is_to_decide());
    let paid = state(&doc, &log, OTHER);
    assert_eq!(
        paid,
        Line {
            state: LineState::Paid,
            is_changed: false
        }
    );
    assert!(!paid.is_to_decide());
}

#[test]
fn a_line_that_is_changed_after_it_was_accepted_says_so() {
    let mut doc = expenses();
    let mut log = of_member();
    let sha256 = activity::read(&doc).expenses[&ulid(LINE)].digest();
    log.accept(
        &finance(),
        &decide(LINE, DecisionStatus::Valid, "", &sha256),
    );
    let changes = ExpenseChanges {
        label: Some("Encre noire".into()),
        ..Default::default()
    };
    let edit = ActivityCommand::EditExpense {
        year: 2026,
        id: ulid(LINE),
        changes,
    };
    act(&mut doc, MEMBER, &Command::Activity(edit)).unwrap();
    let changed = stands(&activity::read(&doc), &ledger::read(&log.doc), LINE);
    assert_eq!(
        changed,
        Line {
            state: LineState::Accepted,
            is_changed: true
        }
    );
    assert!(changed.is_to_decide());
}

#[test]
fn a_line_that_is_taken_back_waits_for_nobody() {
    let mut doc = expenses();
    submit(&mut doc, LINE, false);
    let state = stands(&activity::read(&doc), &Ledger::default(), LINE);
    assert_eq!(state.state, LineState::Recorded);
    assert!(!state.is_to_decide());
}
