//! What two people, or two devices of one, do to a document apart: whichever reaches the relay first, the document says the
//! same; what both changed otherwise is a question with both answers, and nothing else is lost.

use super::courses::Log;
use super::*;
use crate::error::ErrorCode;
use crate::kind::Record;
use crate::kinds::assembly::{AssemblyCommand, ResolutionChanges};
use crate::kinds::consultation::{ConsultationChanges, ConsultationCommand, Electorate};
use crate::kinds::duties::{DutiesCommand, DutyChanges};
use crate::kinds::group::{GroupChanges, GroupCommand, MinutesChanges, MinutesFields};
use crate::kinds::ledger::{ContractChanges, LedgerCommand, StatementChanges};
use crate::kinds::pulse::{BeatChanges, PulseCommand};

/// Somebody and what they do.
type Deed = (u8, Command);

/// A document that somebody began, and what it says after two deeds done apart.
fn at_once(before: &[Deed], [one, other]: [Deed; 2]) -> Record {
    let head = one.1.target(person(one.0));
    let mut log = Log::new(head.clone());
    for (by, command) in before {
        log.accept(&grants(*by), command);
    }
    let made = |(by, command): &Deed| (grants(*by), log.phone(&grants(*by), command).unwrap());
    let (one, other) = (made(&one), made(&other));
    let [says, says_too] = [[&one, &other], [&other, &one]].map(|order| {
        let mut log = log.replayed();
        for (who, made) in order {
            log.take(who, &made.change);
        }
        Record::read(head.kind, &log.doc).unwrap()
    });
    assert_eq!(says, says_too, "whichever came first");
    says
}

/// The paths of what two answered otherwise, without the entry's name.
fn questions(says: &Record) -> Vec<String> {
    let conflicts = says.said().conflicts().iter();
    let paths = conflicts.map(|conflict| {
        assert_eq!(conflict.values.len(), 2, "both answers are there");
        let keys = conflict.path.split('/');
        let keys: Vec<&str> = keys.filter(|key| key.parse::<Ulid>().is_err()).collect();
        keys.join("/")
    });
    paths.collect()
}

#[test]
fn two_who_keep_a_ledger_differ_on_an_amount_and_agree_on_the_rest() {
    let member = person(MEMBER);
    let month = || "2026-02".to_owned();
    let of = |by, statement| {
        let month = month();
        let set = LedgerCommand::SetStatement {
            member,
            month,
            statement,
        };
        (by, Command::Ledger(set))
    };
    let turnover = |cents| StatementChanges {
        turnover_cents: Some(cents),
        ..Default::default()
    };
    let before = [of(FINANCE, samples::statement())];
    let both = [
        of(FINANCE, turnover(310_000)),
        of(
            DIRECTOR,
            StatementChanges {
                cash_cents: Some(500_000),
                ..turnover(320_000)
            },
        ),
    ];
    let says = at_once(&before, both);
    assert_eq!(questions(&says), ["statements/2026-02/turnover_cents"]);
    let Record::Ledger(ledger) = says else {
        panic!("a ledger");
    };
    assert_eq!(ledger.statements[&month()].cash_cents, 500_000);
}

/// The second of two who begin one month makes it again on top of the first, by the same command.
#[test]
fn a_month_that_two_begin_at_once_is_there_once() {
    let member = person(MEMBER);
    let set = Command::Ledger(LedgerCommand::SetStatement {
        member,
        month: "2026-02".into(),
        statement: samples::statement(),
    });
    let mut log = Log::new(DocHead::ledger(member));
    let late = log.phone(&grants(DIRECTOR), &set).unwrap();
    log.accept(&grants(FINANCE), &set);
    let refusal = log.judge(&grants(DIRECTOR), &late.change).unwrap_err();
    assert_eq!(refusal.code, ErrorCode::AlreadyMade);
    let again = log.phone(&grants(DIRECTOR), &set);
    assert_eq!(again, Err(CommandError::NoChange), "it says so already");
}

#[test]
fn a_contract_takes_the_goals_of_one_and_the_end_of_another() {
    let (member, id) = (person(MEMBER), ulid(70));
    let contract = samples::contract();
    let add = LedgerCommand::AddContract {
        member,
        id,
        contract,
    };
    let edit = |by, changes| {
        let edit = LedgerCommand::EditContract {
            member,
            id,
            changes,
        };
        (by, Command::Ledger(edit))
    };
    let both = [
        edit(
            FINANCE,
            ContractChanges {
                goals: Some("Vivre de la menuiserie. Former.".into()),
                ..Default::default()
            },
        ),
        edit(
            DIRECTOR,
            ContractChanges {
                goals: Some("Bien vivre de la menuiserie.".into()),
                end: Some("2027-12-31".into()),
                ..Default::default()
            },
        ),
    ];
    let says = at_once(&[(FINANCE, Command::Ledger(add))], both);
    assert!(questions(&says).is_empty(), "{says:?}");
    let Record::Ledger(ledger) = says else {
        panic!("a ledger");
    };
    let contract = &ledger.contracts[&id];
    assert_eq!(contract.goals, "Bien vivre de la menuiserie. Former.");
    assert_eq!(contract.end, "2027-12-31");
}

#[test]
fn a_group_has_two_names_to_choose_from_and_one_minutes_of_two_hands() {
    let (id, minutes) = (ulid(GROUP), ulid(171));
    let say = |by, command| (by, Command::Group(command));
    let before = [
        say(
            MEMBER,
            GroupCommand::FoundGroup {
                id,
                group: samples::group(),
            },
        ),
        say(
            MEMBER,
            GroupCommand::AddMinutes {
                group: id,
                id: minutes,
                minutes: MinutesFields {
                    day: "2026-03-02".into(),
                    title: "Première réunion".into(),
                    body: "Trois devis.".into(),
                },
            },
        ),
    ];
    let rename = |by, name: &str| {
        let changes = GroupChanges {
            name: Some(name.into()),
            ..Default::default()
        };
        say(by, GroupCommand::EditGroup { id, changes })
    };
    let both = [rename(MEMBER, "Achats"), rename(DIRECTOR, "Les achats")];
    assert_eq!(questions(&at_once(&before, both)), ["groups/name"]);
    let write = |by, body: &str| {
        let changes = MinutesChanges {
            body: Some(body.into()),
            ..Default::default()
        };
        say(
            by,
            GroupCommand::EditMinutes {
                group: id,
                id: minutes,
                changes,
            },
        )
    };
    let both = [
        write(MEMBER, "Présents : six. Trois devis."),
        write(DIRECTOR, "Trois devis. Un vote."),
    ];
    let Record::Group(group) = at_once(&before, both) else {
        panic!("a group");
    };
    let body = &group.minutes[&minutes].body;
    assert_eq!(body, "Présents : six. Trois devis. Un vote.");
}

#[test]
fn two_who_prepare_a_question_differ_on_its_end_and_none_of_their_words_is_lost() {
    let id = ulid(ASKED);
    let say = |command| (DIRECTOR, Command::Consultation(command));
    let before = [say(ConsultationCommand::AddConsultation {
        id,
        consultation: samples::consultation(),
        electorate: Electorate::Everyone,
    })];
    let edit = |details: Option<&str>, closes: &str| {
        let changes = ConsultationChanges {
            details: details.map(Into::into),
            closes: Some(closes.into()),
            ..Default::default()
        };
        say(ConsultationCommand::EditConsultation {
            id,
            changes,
            electorate: None,
        })
    };
    let both = [
        edit(Some("Trois villes nous attendent."), "2026-03-13T18:00:00Z"),
        edit(None, "2026-03-14T18:00:00Z"),
    ];
    let says = at_once(&before, both);
    assert_eq!(questions(&says), ["consultations/closes"]);
    let Record::Consultation(asked) = says else {
        panic!("a consultation");
    };
    assert_eq!(asked.questions[&id].details, "Trois villes nous attendent.");
}

#[test]
fn votes_that_two_type_at_once_are_a_question_and_two_proxies_are_two() {
    let (assembly, id) = (ulid(ASSEMBLY), ulid(RESOLUTION));
    let say = |by, command| (by, Command::Assembly(command));
    let before = [
        say(
            DIRECTOR,
            AssemblyCommand::AddAssembly {
                id: assembly,
                assembly: samples::assembly(),
            },
        ),
        say(
            DIRECTOR,
            AssemblyCommand::AddResolution {
                assembly,
                id,
                resolution: samples::resolution(),
            },
        ),
    ];
    let vote = |votes| {
        let changes = ResolutionChanges {
            votes_for: Some(votes),
            ..Default::default()
        };
        say(
            DIRECTOR,
            AssemblyCommand::EditResolution {
                assembly,
                id,
                changes,
            },
        )
    };
    let says = at_once(&before, [vote(31), vote(32)]);
    assert_eq!(questions(&says), ["resolutions/votes_for"]);
    let lets = |by| {
        let holder = Some(person(COACH));
        say(
            by,
            AssemblyCommand::GiveAssemblyProxy {
                id: assembly,
                holder,
            },
        )
    };
    let says = at_once(&before, [lets(MEMBER), lets(STRANGER)]);
    assert!(questions(&says).is_empty(), "each gave their own: {says:?}");
    let Record::Assembly(convened) = says else {
        panic!("an assembly");
    };
    assert_eq!(convened.proxies.len(), 2);
}

#[test]
fn a_duty_done_on_two_days_is_a_question() {
    let id = ulid(73);
    let duty = samples::duty();
    let done = |by, day: &str| {
        let changes = DutyChanges {
            done_on: Some(day.into()),
            ..Default::default()
        };
        let year = 2026;
        (
            by,
            Command::Duties(DutiesCommand::EditDuty { year, id, changes }),
        )
    };
    let before = [(
        DIRECTOR,
        Command::Duties(DutiesCommand::AddDuty { id, duty }),
    )];
    let both = [done(FINANCE, "2026-03-12"), done(DIRECTOR, "2026-03-13")];
    assert_eq!(questions(&at_once(&before, both)), ["duties/done_on"]);
}

#[test]
fn how_one_is_said_on_two_devices_is_one_day_with_all_words_and_a_score_to_choose() {
    let id = ulid(77);
    let say = |command| (MEMBER, Command::Pulse(command));
    let before = [say(PulseCommand::AddBeat {
        id,
        beat: samples::beat(),
    })];
    let edit = |score, text: &str| {
        let changes = BeatChanges {
            score: Some(score),
            text: Some(text.into()),
            ..Default::default()
        };
        say(PulseCommand::EditBeat { id, changes })
    };
    let says = at_once(
        &before,
        [edit(3, "Fatigué. Mieux ce soir."), edit(4, "Très fatigué.")],
    );
    assert_eq!(questions(&says), ["days/score"]);
    let Record::Pulse(pulse) = says else {
        panic!("a pulse");
    };
    assert_eq!(pulse.days[&id].text, "Très fatigué. Mieux ce soir.");
}
