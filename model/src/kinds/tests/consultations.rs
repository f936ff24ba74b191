//! Consultations: who asks whom, and that nothing of what is asked changes once it is open; stances are one's own.

use super::courses::Log;
use super::*;
use crate::doc::genesis::Genesis;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::consultation::{
    self, ConsultationChanges, ConsultationCommand, ConsultationStatus, Electorate,
};
use crate::kinds::stance::{self, Position, StanceCommand, StanceFields};

fn ask(command: ConsultationCommand) -> Command {
    Command::Consultation(command)
}

fn add(electorate: Electorate) -> Command {
    ask(ConsultationCommand::AddConsultation {
        id: ulid(ASKED),
        consultation: samples::consultation(),
        electorate,
    })
}

fn offer() -> Command {
    ask(ConsultationCommand::AddOption {
        consultation: ulid(ASKED),
        id: ulid(OPTION),
        option: samples::option(),
    })
}

fn status(status: ConsultationStatus) -> Command {
    ask(ConsultationCommand::SetConsultationStatus {
        id: ulid(ASKED),
        status,
    })
}

fn reword() -> Command {
    ask(ConsultationCommand::EditConsultation {
        id: ulid(ASKED),
        changes: ConsultationChanges {
            question: Some("Où ?".into()),
            ..Default::default()
        },
        electorate: None,
    })
}

fn facilitator() -> Grants {
    Grants {
        facilitates: SortedSet::from([ulid(GROUP)]),
        ..grants(8)
    }
}

fn prepared() -> Log {
    let mut log = Log::new(DocHead::consultation(ulid(ASKED)));
    log.accept(&grants(DIRECTOR), &add(Electorate::Everyone));
    log.accept(&grants(DIRECTOR), &offer());
    log
}

#[test]
fn direction_asks_everybody_and_a_facilitator_their_own_group() {
    let group = |number| Electorate::Group {
        group: ulid(number),
    };
    let new = || Log::new(DocHead::consultation(ulid(ASKED)));
    for whom in [Electorate::Everyone, Electorate::Associates, group(GROUP)] {
        new().accept(&grants(DIRECTOR), &add(whom));
    }
    new().accept(&facilitator(), &add(group(GROUP)));
    for whom in [Electorate::Everyone, Electorate::Associates, group(200)] {
        let told = new().phone(&facilitator(), &add(whom)).unwrap_err();
        assert!(matches!(told, CommandError::Forbidden(_)), "{told:?}");
        // A phone that asks no rules.
        let mut log = new();
        log.accept(&facilitator(), &add(Electorate::Nobody));
        let key = match whom {
            Electorate::Group { group } => group.to_string(),
            Electorate::Everyone => "everyone".to_owned(),
            _ => "associates".to_owned(),
        };
        let raw = log.forge(&facilitator(), &["electorate"], &[(&key, true.into())]);
        let refused = log.judge(&facilitator(), &raw).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Forbidden);
    }
    for who in [MEMBER, COACH] {
        assert!(new().phone(&grants(who), &add(group(GROUP))).is_err());
    }
}

#[test]
fn once_it_is_open_nothing_changes_of_what_is_asked() {
    let mut log = prepared();
    log.accept(&grants(DIRECTOR), &reword());
    let apart = log.phone(&grants(DIRECTOR), &offer_another()).unwrap();
    log.accept(&grants(DIRECTOR), &status(ConsultationStatus::Open));
    let question = format!("consultations/{}/question", ulid(ASKED));
    let again = ask(ConsultationCommand::EditConsultation {
        id: ulid(ASKED),
        changes: ConsultationChanges {
            question: Some("Quand ?".into()),
            ..Default::default()
        },
        electorate: None,
    });
    let told = log.phone(&grants(DIRECTOR), &again).unwrap_err();
    assert_eq!(told, CommandError::Transition(question.clone()));
    // Neither by a phone that did not know, nor by one that asks no rules; also after a restart of the relay.
    let (asked, option) = (ulid(ASKED).to_string(), ulid(OPTION).to_string());
    let forged: [(&[&str], &str, automerge::ScalarValue); 5] = [
        (&["consultations", &asked], "question", "Quand ?".into()),
        (&["consultations", &asked], "secret", true.into()),
        (
            &["consultations", &asked],
            "closes",
            "2026-04-01T08:00:00Z".into(),
        ),
        (&["options", &option], "label", "Ailleurs".into()),
        (&["electorate"], "associates", true.into()),
    ];
    let replayed = log.replayed();
    for log in [&log, &replayed] {
        let refused = log.judge(&grants(DIRECTOR), &apart.change).unwrap_err();
        assert_eq!(refused.code, ErrorCode::BadTransition);
        for (map, key, value) in &forged {
            let raw = log.forge(&grants(DIRECTOR), map, &[(key, value.clone())]);
            let refused = log.judge(&grants(DIRECTOR), &raw).unwrap_err();
            let path = format!("{}/{key}", map.join("/"));
            assert_eq!(
                (refused.code, refused.path),
                (ErrorCode::BadTransition, path)
            );
        }
    }
    let removed = Command::remove(
        EntryRef::new(
            DocHead::consultation(ulid(ASKED)),
            "consultations",
            ulid(ASKED),
        ),
        true,
    );
    assert!(
        log.phone(&grants(DIRECTOR), &removed).is_err(),
        "nor put away"
    );
    assert!(
        log.phone(&grants(DIRECTOR), &status(ConsultationStatus::Draft))
            .is_err()
    );
    let publish = ask(ConsultationCommand::PublishOutcome {
        id: ulid(ASKED),
        outcome: "Ce sera Vannes.".into(),
    });
    log.accept(&grants(DIRECTOR), &publish);
    let said = consultation::read(log.doc());
    assert_eq!(said.status, ConsultationStatus::Outcome);
    assert_eq!(said.outcome, "Ce sera Vannes.");
}

fn offer_another() -> Command {
    ask(ConsultationCommand::AddOption {
        consultation: ulid(ASKED),
        id: ulid(83),
        option: samples::option(),
    })
}

fn take(stance: StanceFields) -> Command {
    Command::Stance(StanceCommand::TakeStance {
        id: ulid(ASKED),
        stance,
    })
}

#[test]
fn nobody_answers_for_somebody_else_unless_they_let_them() {
    let log = Log::new(DocHead::stance(person(MEMBER)));
    let made = log.phone(&grants(MEMBER), &take(samples::stance(Some(ulid(OPTION)))));
    let made = made.unwrap();
    log.judge(&grants(MEMBER), &made.change).unwrap();
    for other in [COACH, DIRECTOR, STRANGER] {
        let mut doc = Genesis::document(Kind::Stance);
        let context = Context {
            author: &Grants {
                member: person(MEMBER),
                ..grants(other)
            },
            now: NOW,
        };
        let command = take(samples::stance(Some(ulid(OPTION))));
        let forged = commit(&mut doc, &command, &context, actor(other, 1)).unwrap();
        let refused = log.judge(&grants(other), &forged.change).unwrap_err();
        assert!(matches!(
            refused.code,
            ErrorCode::BadAuthor | ErrorCode::Forbidden
        ));
    }
}

#[test]
fn two_devices_that_answer_apart_make_one_stance_with_a_field_to_check() {
    let mut one = Genesis::document(Kind::Stance);
    act(&mut one, MEMBER, &take(samples::stance(Some(ulid(1))))).unwrap();
    let mut other = one.fork();
    act_at(&mut one, MEMBER, 1, &take(samples::stance(Some(ulid(2))))).unwrap();
    let context = Context {
        author: &grants(MEMBER),
        now: NOW.plus_ms(2_000),
    };
    let command = take(samples::stance(Some(ulid(3))));
    commit(&mut other, &command, &context, actor(MEMBER, 7)).unwrap();
    one.merge(&mut other).unwrap();
    let said = stance::read(&one);
    assert_eq!(said.stances.len(), 1);
    assert_eq!(said.conflicts.len(), 1);
    assert!(
        said.conflicts[0].path.ends_with("/option"),
        "{:?}",
        said.conflicts
    );
    act_at(&mut one, MEMBER, 3, &take(samples::stance(Some(ulid(3))))).unwrap();
    assert!(stance::read(&one).conflicts.is_empty());
}

#[test]
fn an_objection_says_why_and_who_lets_another_answer_answers_nothing() {
    let mut doc = Genesis::document(Kind::Stance);
    let objection = |reason: &str| StanceFields {
        position: Some(Position::Objection),
        reason: reason.into(),
        ..samples::stance(None)
    };
    let path = format!("stances/{}", ulid(ASKED));
    let done = act(&mut doc, MEMBER, &take(objection(" ")));
    assert_eq!(done, Err(CommandError::Invalid(format!("{path}/reason"))));
    act(&mut doc, MEMBER, &take(objection("Trop cher."))).unwrap();
    for fields in [
        StanceFields {
            proxy: Some(person(COACH)),
            ..samples::stance(Some(ulid(1)))
        },
        StanceFields {
            proxy: Some(person(MEMBER)),
            ..samples::stance(None)
        },
    ] {
        let done = act(&mut doc, MEMBER, &take(fields));
        assert_eq!(done, Err(CommandError::Invalid(format!("{path}/proxy"))));
    }
}
