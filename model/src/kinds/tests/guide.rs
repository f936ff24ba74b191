//! The guide, progress and pulse: who writes what, what is refused, what merges.

use super::*;
use crate::access::Belongs;
use crate::doc::genesis::Genesis;
use crate::doc::rules::Rules;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::guide::{self, GuideCommand, GuidePageChanges};
use crate::kinds::profile::{self, Sector};
use crate::kinds::progress::{self, ProgressCommand};
use crate::kinds::pulse::{self, PulseCommand};

fn as_role(doc: &mut Automerge, role: Role, command: GuideCommand) -> Result<Made, CommandError> {
    let author = Grants {
        roles: SortedSet::from([role]),
        ..grants(STRANGER)
    };
    let context = Context {
        author: &author,
        now: NOW,
    };
    commit(doc, &Command::Guide(command), &context, actor(STRANGER, 0))
}

fn add(number: u8, title: &str, rank: i64) -> GuideCommand {
    GuideCommand::AddGuidePage {
        id: ulid(number),
        page: guide::GuidePageFields {
            title: title.into(),
            rank,
            ..samples::page()
        },
    }
}

fn tick(doc: &mut Automerge, done: bool, seconds: i64) -> Result<Made, CommandError> {
    let command = ProgressCommand::TickGuide { id: ulid(74), done };
    act_at(doc, MEMBER, seconds, &Command::Progress(command))
}

#[test]
fn communication_finance_and_direction_write_the_guide_and_others_do_not() {
    for role in [Role::Comms, Role::Finance, Role::Director] {
        let mut doc = Genesis::document(Kind::Guide);
        as_role(&mut doc, role, add(1, "Une voix", 1)).unwrap();
        assert_eq!(guide::read(&doc).pages[&ulid(1)].title, "Une voix");
    }
    for role in [Role::Entrepreneur, Role::Coach] {
        let mut doc = Genesis::document(Kind::Guide);
        let done = as_role(&mut doc, role, add(1, "Une voix", 1));
        assert!(matches!(done, Err(CommandError::Forbidden(_))), "{role:?}");
    }
}

#[test]
fn what_two_write_in_the_guide_at_once_is_all_there_and_steps_keep_their_order() {
    let mut one = Genesis::document(Kind::Guide);
    as_role(&mut one, Role::Comms, add(1, "Signer", 10)).unwrap();
    let mut other = one.fork();
    let edit = |body: &str| GuideCommand::EditGuidePage {
        id: ulid(1),
        changes: GuidePageChanges {
            body: Some(body.into()),
            ..GuidePageChanges::default()
        },
    };
    let director = |doc: &mut Automerge, command| {
        act(doc, DIRECTOR, &Command::Guide(command)).unwrap();
    };
    director(&mut one, edit("Gardez votre exemplaire signé."));
    as_role(
        &mut other,
        Role::Comms,
        edit("D’abord, gardez votre exemplaire."),
    )
    .unwrap();
    as_role(&mut other, Role::Comms, add(3, "Venir", 30)).unwrap();
    director(&mut one, add(2, "Se présenter", 20));
    one.merge(&mut other).unwrap();
    let guide = guide::read(&one);
    let titles: Vec<_> = guide
        .steps()
        .iter()
        .map(|(_, step)| step.title.as_str())
        .collect();
    assert_eq!(titles, ["Signer", "Se présenter", "Venir"]);
    let body = &guide.pages[&ulid(1)].body;
    assert!(body.contains("signé") && body.contains("’abord"), "{body}");
    assert!(guide.conflicts.is_empty());
}

#[test]
fn what_does_not_fit_in_the_guide_is_refused_with_its_place() {
    let mut doc = Genesis::document(Kind::Guide);
    let mut refused = |command, field: &str| {
        let done = as_role(&mut doc, Role::Comms, command);
        let Err(CommandError::Invalid(path)) = done else {
            panic!("{field}: {done:?}");
        };
        assert!(path.ends_with(field), "{path}");
    };
    refused(add(1, " ", 1), "title");
    refused(add(1, "Signer", -1), "rank");
    refused(add(1, "Signer", 10_000), "rank");
    let line = guide::SectorLineFields {
        rate_bp: Some(10_001),
        ..samples::sector_line()
    };
    refused(GuideCommand::AddSectorLine { id: ulid(2), line }, "rate_bp");
    let about = "x".repeat(401);
    let person = guide::TopicPersonFields {
        about,
        ..samples::topic_person()
    };
    refused(
        GuideCommand::AddTopicPerson {
            id: ulid(3),
            person,
        },
        "about",
    );
}

#[test]
fn one_ticks_and_takes_back_and_the_first_moment_stays() {
    let mut doc = Genesis::document(Kind::Progress);
    tick(&mut doc, true, 0).unwrap();
    let first = progress::read(&doc).ticks[&ulid(74)].clone();
    assert_eq!(tick(&mut doc, true, 60), Err(CommandError::NoChange));
    assert_eq!(progress::read(&doc).ticks[&ulid(74)], first);
    tick(&mut doc, false, 120).unwrap();
    assert!(progress::read(&doc).ticks.is_empty());
    assert_eq!(tick(&mut doc, false, 180), Err(CommandError::NoChange));
}

#[test]
fn ticked_on_one_device_while_it_is_taken_back_on_another_it_stays_ticked() {
    let mut one = Genesis::document(Kind::Progress);
    tick(&mut one, true, 0).unwrap();
    let mut other = one.fork();
    tick(&mut one, false, 10).unwrap();
    let context = Context {
        author: &grants(MEMBER),
        now: NOW.plus_ms(20_000),
    };
    let read = Command::Progress(ProgressCommand::ReadGuidePage { id: ulid(74) });
    commit(&mut other, &read, &context, actor(MEMBER, 1)).unwrap();
    for done in [false, true] {
        let tick = Command::Progress(ProgressCommand::TickGuide { id: ulid(74), done });
        commit(&mut other, &tick, &context, actor(MEMBER, 1)).unwrap();
    }
    one.merge(&mut other).unwrap();
    let progress = progress::read(&one);
    assert_eq!(progress.ticks.len(), 1);
    assert_eq!(progress.read.len(), 1);
}

#[test]
fn nobody_ticks_for_another_and_nobody_says_how_another_is_doing() {
    let ulid = ulid(74).to_string();
    for (head, path) in [
        (
            DocHead::progress(person(MEMBER)),
            ["ticks", &*ulid].as_slice(),
        ),
        (DocHead::progress(person(MEMBER)), &["read", &*ulid]),
        (DocHead::pulse(person(MEMBER)), &["days", &*ulid, "score"]),
    ] {
        let may =
            |by: u8| Rules::of(head.kind).may_write(&head, &grants(by), Belongs::default(), path);
        assert!(may(MEMBER), "{path:?}");
        for other in [COACH, DIRECTOR, STRANGER] {
            assert!(!may(other), "{path:?} by {other}");
        }
    }
}

#[test]
fn a_score_is_of_five_and_of_a_day_that_there_is() {
    let mut doc = Genesis::document(Kind::Pulse);
    for (score, day, field) in [
        (0, "2026-03-05", "score"),
        (6, "2026-03-05", "score"),
        (3, "2026-02-30", "day"),
        (3, "0001-01-01", "day"),
        (3, "", "day"),
    ] {
        let beat = pulse::BeatFields {
            day: day.into(),
            score,
            ..samples::beat()
        };
        let command = Command::Pulse(PulseCommand::AddBeat { id: ulid(1), beat });
        let done = act(&mut doc, MEMBER, &command);
        let Err(CommandError::Invalid(path)) = done else {
            panic!("{score} {day}: {done:?}");
        };
        assert!(path.ends_with(field), "{path}");
    }
    assert!(pulse::read(&doc).days.is_empty());
}

#[test]
fn a_sector_is_said_and_taken_back_and_two_at_once_are_a_question() {
    let mut one = Genesis::document(Kind::Profile);
    let say = |sector| {
        let changes = ProfileChanges {
            sector: Some(sector),
            ..ProfileChanges::default()
        };
        Command::Profile(ProfileCommand::EditProfile { changes })
    };
    act(&mut one, MEMBER, &say(Some(Sector::Care))).unwrap();
    assert_eq!(profile::read(&one).sector, Some(Sector::Care));
    let mut other = one.fork();
    act(&mut one, MEMBER, &say(Some(Sector::Arts))).unwrap();
    let context = Context {
        author: &grants(MEMBER),
        now: NOW,
    };
    commit(
        &mut other,
        &say(Some(Sector::Farming)),
        &context,
        actor(MEMBER, 1),
    )
    .unwrap();
    one.merge(&mut other).unwrap();
    let profile = profile::read(&one);
    assert_eq!(profile.conflicts[0].path, "profile/sector");
    act(&mut one, MEMBER, &say(None)).unwrap();
    assert_eq!(profile::read(&one).sector, None);
    assert_eq!(profile::read(&one).conflicts, []);
}
