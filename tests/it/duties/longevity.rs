//! Whether people flourish and stay, without telling of anybody: figures over years, and nothing of fewer than five.

use std::collections::BTreeMap;

use besace_client::kinds::consultation::{ConsultationAnswer, ConsultationRequest, TallyView};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::consultation::{
    ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate, Method,
};
use besace_model::kinds::ledger::PathStage;
use besace_model::kinds::stance::{Position, StanceCommand, StanceFields};

use super::cast::{Coop, Someone, asked};
use super::health::of_month;
use super::papers::{reaches, states};
use crate::indicators::{Documents, counting, said, told};

const HOUR_MS: i64 = 3_600_000;

/// What everybody is told of a secret question that so many answered.
fn ballot(coop: &mut Coop, voices: &[Someone]) -> TallyView {
    let dominique = coop.dominique;
    let (id, closes) = (coop.id(), coop.world.now.plus_ms(HOUR_MS).rfc3339());
    let consultation = ConsultationFields {
        question: "Comment allez-vous ?".into(),
        details: String::new(),
        method: Method::Consent,
        secret: true,
        closes: closes.clone(),
        quorum_bp: None,
        proxies: 0,
    };
    let (electorate, status) = (Electorate::Everyone, ConsultationStatus::Open);
    for command in [
        ConsultationCommand::AddConsultation {
            id,
            consultation,
            electorate,
        },
        ConsultationCommand::SetConsultationStatus { id, status },
    ] {
        coop.does(dominique, Command::Consultation(command));
    }
    coop.settle();
    for who in voices {
        let stance = StanceFields {
            position: Some(Position::Consent),
            closes: closes.clone(),
            ..StanceFields::default()
        };
        let take = StanceCommand::TakeStance { id, stance };
        coop.does(*who, Command::Stance(take));
    }
    coop.settle();
    coop.world.pass_closed(HOUR_MS);
    coop.settle();
    asked!(coop, dominique, Consultation: ConsultationRequest::Consultation { id },
    ConsultationAnswer::Consultation(sheet) => {
        sheet.expect("everybody reads it").tally.expect("it is counted")
    })
}

pub(super) fn nothing_is_told_of_fewer_than_five() {
    let mut coop = Coop::new("five");
    let four = [coop.anna, coop.ben, coop.camille, coop.gael];
    let told = ballot(&mut coop, &four);
    assert!(told.closed && told.few);
    assert!(told.counts.iter().all(|it| it.count == 0) && told.voiced.is_empty());
    assert_eq!(told.voices, 0, "not even how many");
    let five = [coop.anna, coop.ben, coop.camille, coop.gael, coop.fatou];
    let told = ballot(&mut coop, &five);
    assert!(told.closed && !told.few && told.voiced.is_empty());
    let consent = told.counts.iter().find(|it| it.key == "consent");
    assert_eq!((told.voices, consent.map(|it| it.count)), (5, Some(5)));
}

/// Anna came and left, Ben became an associate, Chloé stayed, David came as Anna left.
fn over_three_years() -> Coop {
    use PathStage::{Associate, Cape, Cesa, Exited};
    let mut coop = Coop::new("years");
    let (anna, ben) = (coop.anna, coop.ben);
    let chloe = coop.joins("Chloé", Role::Entrepreneur);
    let david = coop.joins("David", Role::Entrepreneur);
    for (who, stages) in [
        (anna, &[(Cape, "2023-02-06"), (Exited, "2024-06-30")][..]),
        (
            ben,
            &[
                (Cape, "2023-02-13"),
                (Cesa, "2024-02-13"),
                (Associate, "2025-10-01"),
            ],
        ),
        (chloe, &[(Cape, "2023-02-20"), (Cesa, "2024-02-20")]),
        (david, &[(Cape, "2024-06-03")]),
    ] {
        for stage in stages {
            let id = coop.id();
            coop.does(coop.fatou, reaches(who.id, id, *stage, None));
        }
        // Their ledgers have come to the month that is looked at.
        coop.does(coop.fatou, states(who.id, "2026-02", 100_000, 10_000));
    }
    coop.settle();
    coop
}

pub(super) fn members_by_stage_entries_exits_and_retention_at_36_months_compare_from_year_to_year()
{
    let mut coop = over_three_years();
    for (month, stages, moves) in [
        ("2023-02", (3, 0, 0), (3, 0)),
        ("2024-06", (1, 2, 0), (1, 1)),
        ("2025-10", (1, 1, 1), (0, 0)),
        ("2026-02", (1, 1, 1), (0, 0)),
    ] {
        let told = of_month(&mut coop, month);
        let by_stage = (
            told.members_cape,
            told.members_employed,
            told.members_associate,
        );
        assert_eq!(by_stage, stages, "{month}");
        assert_eq!((told.entries, told.exits), moves, "{month}");
    }
    assert_eq!(of_month(&mut coop, "2024-02").cape_to_employed, 2);
    let told = of_month(&mut coop, "2026-02");
    let cohort = (told.cohort_36, told.retained_36, told.associates_36);
    assert_eq!(cohort, (3, 2, 1), "who came three years before");
}

/// What the documents of the relay's log say, as an export has them.
fn exported(coop: &Coop) -> Documents {
    let relay = coop.world.relay.coop().expect("the relay runs");
    let mut all: Documents = BTreeMap::new();
    for (id, head) in relay.documents().expect("the store answers") {
        let Ok(exported) = relay.export(id) else {
            continue;
        };
        let whose = [head.owner.to_string(), head.key];
        let said = said(&exported.file, whose.each_ref().map(String::as_str));
        all.entry(head.kind.as_str().to_owned())
            .or_default()
            .push(said);
    }
    all
}

pub(super) fn and_are_counted_again_from_the_log_to_the_same() {
    let coop = over_three_years();
    let all = exported(&coop);
    let differences =
        counting::counted(&all, &coop.world.now.local_date()).differences(&told(&all));
    assert!(differences.is_empty(), "counted, told: {differences:#?}");
    assert!(all.contains_key("indicators"));
}

/// Somebody's name for what nobody else reads.
#[test]
fn how_one_is_doing_leaves_ones_own_phones_for_no_other() {
    let mut coop = Coop::new("pulse");
    let (anna, id): (Someone, Ulid) = (coop.anna, coop.id());
    let beat = besace_model::kinds::pulse::BeatFields {
        day: "2026-03-02".into(),
        score: 2,
        text: "mot-a-soi".into(),
    };
    let write = besace_model::kinds::pulse::PulseCommand::AddBeat { id, beat };
    coop.does(anna, Command::Pulse(write));
    coop.settle();
    let holds = |coop: &Coop, who: Someone| {
        let held = coop.world.phones[who.phone].disk().values();
        held.into_iter()
            .any(|value| String::from_utf8_lossy(value).contains("mot-a-soi"))
    };
    assert!(holds(&coop, anna));
    for other in [
        coop.ben,
        coop.camille,
        coop.fatou,
        coop.gael,
        coop.dominique,
    ] {
        assert!(!holds(&coop, other));
    }
}
