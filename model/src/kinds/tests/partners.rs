//! Partners: the team writes, what was written apart merges, and the card says no more than what is shown.

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::{Kind, Record};
use crate::kinds;
use crate::kinds::partner::{
    self, PartnerChanges, PartnerCommand, PartnerContactFields, PartnerInteractionChanges,
    PartnerKind,
};
use crate::kinds::partner_card::{self, PartnerCard};
use crate::plain;
use crate::projection::Derived;

const PARTNER: u8 = 80;

fn does(doc: &mut Automerge, by: u8, command: PartnerCommand) -> Result<Made, CommandError> {
    act(doc, by, &Command::Partner(command))
}

fn add() -> PartnerCommand {
    PartnerCommand::AddPartner {
        id: ulid(PARTNER),
        partner: samples::partner(),
    }
}

fn edit(changes: PartnerChanges) -> PartnerCommand {
    PartnerCommand::EditPartner {
        id: ulid(PARTNER),
        changes,
    }
}

fn log(number: u8) -> PartnerCommand {
    PartnerCommand::AddPartnerInteraction {
        partner: ulid(PARTNER),
        id: ulid(number),
        interaction: samples::interaction(),
    }
}

fn known() -> Automerge {
    let mut doc = Genesis::document(Kind::Partner);
    does(&mut doc, COACH, add()).unwrap();
    doc
}

/// What the relay makes of a partner for everyone.
fn card(doc: &Automerge) -> Option<String> {
    let record = Record::Partner(partner::read(doc));
    let given = PartnerCard::given(&DocHead::partner(ulid(PARTNER)), &record);
    let parts: Vec<_> = given.into_iter().map(|(_, given)| given).collect();
    let made = (!parts.is_empty()).then(|| PartnerCard::made_of(parts))?;
    Some(plain::to_json(made.content()))
}

#[test]
fn a_partner_is_of_the_team_and_of_who_has_a_mandate_for_it() {
    let head = DocHead::partner(ulid(PARTNER));
    assert!(head.is_well_formed());
    let mandates = [None, Some(PARTNER), Some(PARTNER + 1)];
    let all = Role::ALL.into_iter();
    for (role, mandate) in all.flat_map(|role| mandates.map(|mandate| (role, mandate))) {
        let who = Grants {
            roles: SortedSet::from([role]),
            facilitates: mandate.map(ulid).into_iter().collect(),
            ..grants(6)
        };
        let context = Context {
            author: &who,
            now: NOW,
        };
        let mut doc = Genesis::document(Kind::Partner);
        let done = commit(&mut doc, &Command::Partner(add()), &context, actor(6, 0));
        let may = role != Role::Entrepreneur || mandate == Some(PARTNER);
        assert_eq!((done.is_ok(), who.reads(head.audience())), (may, may));
    }
}

#[test]
fn what_two_of_the_team_write_at_once_stands_side_by_side() {
    let mut one = known();
    let mut other = one.fork();
    does(&mut one, COACH, log(82)).unwrap();
    does(
        &mut one,
        COACH,
        edit(PartnerChanges {
            territory: Some("Auray".into()),
            ..Default::default()
        }),
    )
    .unwrap();
    let team = Grants {
        roles: SortedSet::from([Role::Comms]),
        ..grants(6)
    };
    let context = Context {
        author: &team,
        now: NOW,
    };
    for command in [
        log(84),
        edit(PartnerChanges {
            territory: Some("Lorient".into()),
            brings: Some("Des jeunes qui ont un projet. Une salle.".into()),
            ..Default::default()
        }),
    ] {
        commit(
            &mut other,
            &Command::Partner(command),
            &context,
            actor(6, 0),
        )
        .unwrap();
    }
    one.merge(&mut other).unwrap();
    let file = partner::read(&one);
    assert_eq!(file.interactions.len(), 2);
    let partner = &file.partners[&ulid(PARTNER)];
    assert_eq!(partner.brings, "Des jeunes qui ont un projet. Une salle.");
    let fields: Vec<&str> = file.conflicts.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(fields, [format!("partners/{}/territory", ulid(PARTNER))]);
}

#[test]
fn everyone_is_shown_a_card_without_contacts_notes_or_amounts_and_only_once_it_is_shown() {
    let mut doc = Genesis::document(Kind::Partner);
    for (by, command) in every_command() {
        if command.target(person(by)).kind == Kind::Partner {
            act(&mut doc, by, &command).unwrap();
        }
    }
    let said = card(&doc).expect("the samples show it");
    assert!(said.contains("Mission locale") && said.contains("des idées"));
    for secret in [
        "Soazig",
        "02 97",
        "mission.example",
        "intéressés",
        "calendrier",
        "Convention",
        "400000",
        "réunions",
    ] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
    let hide = PartnerChanges {
        presented: Some(false),
        ..Default::default()
    };
    does(&mut doc, COACH, edit(hide)).unwrap();
    assert_eq!(card(&doc), None);
}

#[test]
fn a_card_that_is_shown_no_more_says_nothing_and_begins_anew_with_nothing() {
    let head = DocHead::partner_card(ulid(PARTNER));
    let said = |name: &str, brings: &str| {
        Record::PartnerCard(PartnerCard {
            name: name.into(),
            kind: PartnerKind::Prescriber,
            territory: name.into(),
            brings: brings.into(),
            ask: (!name.is_empty()).then(|| person(COACH)),
        })
    };
    let mut doc = Genesis::document(Kind::PartnerCard);
    let mut bring = |said: &Record| {
        let mut step = || kinds::bring(&mut doc, &head, said, NOW, actor(0, 0));
        let steps = (0..10).map_while(|_| step().ok()).count();
        (steps, doc.clone())
    };
    assert_eq!(bring(&said("", "")).0, 0, "nothing is made of nothing");
    // Longer than one change holds.
    let long = "Une salle, un mot dans le bulletin.\n".repeat(1_000);
    let (steps, doc) = bring(&said("Mairie", &long));
    assert!(steps > 1, "{steps}");
    assert_eq!(partner_card::read(&doc).brings, crate::clean::prose(&long));
    let (_, doc) = bring(&said("", ""));
    let (fresh, _) = kinds::rebuild(&head, &doc, NOW, actor(0, 1)).unwrap();
    for doc in [doc, fresh] {
        let card = partner_card::read(&doc);
        assert_eq!(
            (card.name, card.territory, card.brings, card.ask),
            Default::default()
        );
    }
}

#[test]
fn a_partner_that_was_removed_is_shown_no_more() {
    let mut doc = known();
    let shown = PartnerChanges {
        presented: Some(true),
        ..Default::default()
    };
    does(&mut doc, COACH, edit(shown)).unwrap();
    assert!(card(&doc).is_some());
    let entry = EntryRef::new(DocHead::partner(ulid(PARTNER)), "partners", ulid(PARTNER));
    act(&mut doc, COACH, &Command::remove(entry, true)).unwrap();
    assert_eq!(card(&doc), None);
}

#[test]
fn bad_input_about_a_partner_is_named() {
    let mut doc = known();
    does(&mut doc, COACH, log(82)).unwrap();
    let nameless = PartnerCommand::AddPartnerContact {
        partner: ulid(PARTNER),
        id: ulid(81),
        contact: PartnerContactFields {
            name: " ".into(),
            role: String::new(),
            phone: String::new(),
            email: String::new(),
        },
    };
    let long = PartnerInteractionChanges {
        minutes: Some(24 * 60 + 1),
        ..Default::default()
    };
    let never = PartnerInteractionChanges {
        date: Some("2026-02-30".into()),
        ..Default::default()
    };
    let change = |changes| PartnerCommand::EditPartnerInteraction {
        partner: ulid(PARTNER),
        id: ulid(82),
        changes,
    };
    let at = |field: &str| format!("interactions/{}/{field}", ulid(82));
    for (command, path) in [
        (nameless, format!("contacts/{}/name", ulid(81))),
        (change(long), at("minutes")),
        (change(never), at("date")),
    ] {
        let done = does(&mut doc, COACH, command);
        assert_eq!(done, Err(CommandError::Invalid(path)));
    }
}
