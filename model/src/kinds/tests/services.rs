//! The account of shared services: who writes it, what is refused, what it adds up to, what merges.

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::services::{
    self, ServiceLineChanges, ServiceLineFields, ServicePost, ServiceTotals, Services,
    ServicesCommand,
};
use samples::{YEAR, account, service_line};

fn add(n: u8, line: ServiceLineFields) -> Command {
    Command::Services(ServicesCommand::AddServiceLine {
        year: YEAR,
        id: ulid(n),
        line,
    })
}

fn begin() -> Command {
    Command::Services(ServicesCommand::AddServiceAccount {
        year: YEAR,
        id: Services::account_id(YEAR),
        account: account(),
    })
}

#[test]
fn finance_and_direction_write_the_account_and_nobody_else() {
    for role in Role::ALL {
        let author = Grants {
            roles: SortedSet::from([role]),
            ..grants(STRANGER)
        };
        let context = Context {
            author: &author,
            now: NOW,
        };
        let is_direction = matches!(role, Role::Finance | Role::Director);
        for command in [begin(), add(78, service_line())] {
            let mut doc = Genesis::document(Kind::Services);
            let done = commit(&mut doc, &command, &context, actor(STRANGER, role as u8));
            match done {
                Ok(_) => assert!(is_direction, "{role:?}"),
                Err(CommandError::Forbidden(_)) => assert!(!is_direction, "{role:?}"),
                Err(error) => panic!("{role:?}: {error:?}"),
            }
        }
    }
}

#[test]
fn an_account_adds_up_what_comes_in_and_what_it_costs_without_what_was_removed() {
    let mut doc = Genesis::document(Kind::Services);
    let of = |post, cents| ServiceLineFields {
        post,
        cents,
        ..service_line()
    };
    let lines = [
        (1, ServicePost::Contributions, 18_000_000),
        (2, ServicePost::Grants, 4_000_000),
        (3, ServicePost::Accompaniment, 12_000_000),
        (4, ServicePost::Solidarity, 500_000),
        (5, ServicePost::OtherCost, 99),
    ];
    for (n, post, cents) in lines {
        act(&mut doc, DIRECTOR, &add(n, of(post, cents))).unwrap();
    }
    let line = EntryRef::new(DocHead::services(YEAR), "lines", ulid(5));
    act(&mut doc, DIRECTOR, &Command::remove(line, true)).unwrap();
    let said = services::read(&doc);
    assert_eq!(
        said.totals(),
        ServiceTotals {
            income_cents: 22_000_000,
            contribution_cents: 18_000_000,
            cost_cents: 12_500_000,
        }
    );
    assert_eq!(said.standing().count(), 4);
    let before = NOW.plus_ms(-1_000).rfc3339();
    assert!(said.is_changed_since(&before));
    assert!(!said.is_changed_since(&NOW.plus_ms(1_000).rfc3339()));
}

#[test]
fn a_line_says_what_it_is_and_how_much_and_never_less_than_nothing() {
    let mut doc = Genesis::document(Kind::Services);
    let refused = |line| match act(
        &mut Genesis::document(Kind::Services),
        DIRECTOR,
        &add(78, line),
    ) {
        Err(CommandError::Invalid(path)) => path,
        other => panic!("{other:?}"),
    };
    let nameless = ServiceLineFields {
        label: " ".into(),
        ..service_line()
    };
    assert_eq!(refused(nameless), format!("lines/{}/label", ulid(78)));
    for cents in [-1, i64::MAX] {
        let wrong = ServiceLineFields {
            cents,
            ..service_line()
        };
        assert_eq!(refused(wrong), format!("lines/{}/cents", ulid(78)));
    }
    act(&mut doc, DIRECTOR, &add(78, service_line())).unwrap();
    assert_eq!(services::read(&doc).lines.len(), 1);
    let target = add(78, service_line()).target(person(DIRECTOR));
    assert_eq!(target, DocHead::services(YEAR));
    assert!(target.is_well_formed() && !DocHead::services(12).is_well_formed());
}

#[test]
fn a_year_has_one_account_whoever_begins_it() {
    let mut one = Genesis::document(Kind::Services);
    act(&mut one, DIRECTOR, &begin()).unwrap();
    assert_eq!(
        act(&mut one, DIRECTOR, &begin()),
        Err(CommandError::NoChange)
    );
    let said = services::read(&one);
    assert_eq!(said.account(YEAR).unwrap().closes, "2026-12-31");
    assert_eq!(said.account(YEAR + 1), None);
}

#[test]
fn two_amounts_of_one_line_stand_beside_each_other_and_two_notes_merge() {
    let mut doc = Genesis::document(Kind::Services);
    act(&mut doc, DIRECTOR, &add(78, service_line())).unwrap();
    let edit = |cents, note: &str| {
        Command::Services(ServicesCommand::EditServiceLine {
            year: YEAR,
            id: ulid(78),
            changes: ServiceLineChanges {
                cents: Some(cents),
                note: Some(note.into()),
                ..ServiceLineChanges::default()
            },
        })
    };
    let mut other = doc.fork();
    act_at(
        &mut doc,
        DIRECTOR,
        1,
        &edit(100, "Salaires et charges. Deux."),
    )
    .unwrap();
    let context = Context {
        author: &grants(DIRECTOR),
        now: NOW,
    };
    let late = edit(200, "Trois. Salaires et charges.");
    commit(&mut other, &late, &context, actor(DIRECTOR, 9)).unwrap();
    doc.merge(&mut other).unwrap();
    let said = services::read(&doc);
    assert_eq!(said.conflicts.len(), 1);
    assert!(
        said.conflicts[0].path.ends_with("/cents"),
        "{:?}",
        said.conflicts
    );
    let note = &said.lines[&ulid(78)].note;
    assert!(note.contains("Deux") && note.contains("Trois"), "{note}");
}
