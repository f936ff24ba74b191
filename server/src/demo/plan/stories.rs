//! What the cooperative tells: drafts, what is to be read, what is out, what waits for somebody's word, what was taken back.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::consent::{ConsentCommand, ConsentFields, ConsentSort, RequestFields};
use besace_model::kinds::story::{
    StoryCommand, StoryFields, StoryKind, StoryStatus, as_written, channels_line, shown_sha256,
};
use besace_model::time::{DAY_MS, Timestamp};

use super::Plan;
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::names::TEAM;
use crate::demo::people::{FIRST_COACH, People};

/// How far a story has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Come {
    Draft,
    Review,
    /// Approved; nobody said anything to it.
    Asked,
    /// Approved, and somebody refused.
    Refused,
    /// Approved, and everybody agreed.
    Out,
    /// Everybody agreed, and somebody took their word back.
    TakenBack,
    /// Everything is ready, for a day to come.
    Planned,
}

/// A story: how far, what it is, days ago, title, text, where it appears, how many it shows.
type Told = (
    Come,
    StoryKind,
    i64,
    &'static str,
    &'static str,
    &'static [&'static str],
    usize,
);

const STORIES: [Told; 10] = [
    (
        Come::Out,
        StoryKind::News,
        75,
        "La boutique partagée a un an",
        "Douze d’entre nous y vendent, et la rue s’est habituée à nous. Bilan : 38 000 € de ventes, et surtout des commandes qui ne seraient jamais venues autrement.",
        &["Lettre", "Site"],
        0,
    ),
    (
        Come::Out,
        StoryKind::Testimony,
        60,
        "« J’ai arrêté de compter mes heures »",
        "Elle vivait de petits chantiers. Un an après son entrée, elle choisit ses clients et prend le vendredi. Elle raconte comment les prix ont changé, et qui l’a aidée.",
        &["Site"],
        1,
    ),
    (
        Come::TakenBack,
        StoryKind::Testimony,
        45,
        "De salarié à associé",
        "Il raconte son premier bilan, les doutes de l’hiver et le vote de l’assemblée qui l’a fait associé.",
        &["Lettre", "Réseaux"],
        1,
    ),
    (
        Come::Out,
        StoryKind::Press,
        38,
        "Le journal local à l’atelier",
        "Une page entière sur trois métiers du bois. L’article est affiché à l’accueil de chaque antenne.",
        &["Presse"],
        2,
    ),
    (
        Come::Out,
        StoryKind::Newsletter,
        24,
        "Assemblée générale : ce qui a été décidé",
        "Les comptes sont approuvés, le résultat part aux réserves, et un groupe travaillera sur la prévoyance. Compte rendu complet dans les documents de l’assemblée.",
        &["Lettre"],
        0,
    ),
    (
        Come::Refused,
        StoryKind::Social,
        18,
        "Une matinée au fournil",
        "Quatre heures du matin, la première fournée, et un entrepreneur qui sourit malgré tout.",
        &["Réseaux"],
        1,
    ),
    (
        Come::Asked,
        StoryKind::Testimony,
        9,
        "Deux activités, une seule paie",
        "Illustratrice le matin, formatrice l’après-midi : comment elle lisse ses revenus sur l’année.",
        &["Site", "Lettre"],
        2,
    ),
    (
        Come::Planned,
        StoryKind::News,
        6,
        "Portes ouvertes de l’antenne du littoral",
        "Ateliers, café, et visite du jardin. Venez avec quelqu’un qui hésite à se lancer.",
        &["Site", "Réseaux", "Presse"],
        0,
    ),
    (
        Come::Review,
        StoryKind::Testimony,
        4,
        "Réparer plutôt que remplacer",
        "Il répare les vélos du quartier et forme deux apprentis. Son prochain pari : un local plus grand, partagé.",
        &["Site"],
        1,
    ),
    (
        Come::Draft,
        StoryKind::News,
        2,
        "Idée : un marché de producteurs dans la cour",
        "À vérifier avec la mairie. Qui en serait ?",
        &[],
        0,
    ),
];

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let members: Vec<usize> = people.entrepreneurs().map(|(index, ..)| index).collect();
    for told in STORIES {
        one(plan, dice, people, &members, told);
    }
    // Some agree to pictures in general, once for all.
    for by in members.iter().copied().filter(|by| by % 5 == 0) {
        let at = instant(working_day(plan.start + 20), 10, dice.between(0, 59));
        let consent = ConsentFields {
            sort: ConsentSort::Image,
            purpose: "Photos prises aux événements, pour la lettre et le site.".to_owned(),
            since: at.date(),
            until: String::new(),
            revoked: by % 20 == 0,
        };
        let id = dice.ulid(at);
        let give = ConsentCommand::AddConsent { id, consent };
        plan.add(at, by, Command::Consent(give));
    }
}

fn one(plan: &mut Plan, dice: &mut Dice, people: &People, members: &[usize], told: Told) {
    let (come, kind, days, title, body, channels, shows) = told;
    let comms = TEAM.len() - 1;
    let by = if shows > 0 {
        FIRST_COACH + shows % 3
    } else {
        comms
    };
    let at = instant(working_day(plan.today - days), 10, dice.between(0, 59));
    let mut shown: Vec<usize> = (0..shows).map(|_| dice.pick(members)).collect();
    shown.dedup();
    let is_draft = come == Come::Draft;
    let story = StoryFields {
        title: title.to_owned(),
        kind,
        body: body.to_owned(),
        channels: channels.iter().map(|&it| it.to_owned()).collect(),
        people: shown.iter().map(|index| people.0[*index].member).collect(),
        status: if is_draft {
            StoryStatus::Draft
        } else {
            StoryStatus::Review
        },
        publish_on: match come {
            Come::Planned => date(working_day(plan.today + 12)),
            _ => String::new(),
        },
    };
    let id = dice.ulid(at);
    let written = as_written(&story);
    let add = StoryCommand::AddStory { id, story };
    plan.add(at, by, Command::Story(add));
    if matches!(come, Come::Draft | Come::Review) {
        return;
    }
    let next = at.plus_ms(DAY_MS);
    let channels = channels_line(&written.channels);
    for index in &shown {
        let request = RequestFields {
            sort: kind.sort(),
            title: written.title.clone(),
            text: written.body.clone(),
            channels: channels.clone(),
        };
        let member = people.0[*index].member;
        let ask = ConsentCommand::AskConsent {
            member,
            id,
            request,
        };
        plan.add(next, comms, Command::Consent(ask));
    }
    let sha256 = written.sha256();
    let approve = StoryCommand::ApproveStory { id, sha256 };
    plan.add(next.plus_ms(60_000), comms, Command::Story(approve));
    let digest = shown_sha256(&written.title, &written.body, &channels);
    for (number, index) in shown.into_iter().enumerate() {
        let mut say = |at: Timestamp, agrees| {
            plan.add(at, index, answer(id, agrees, &digest));
        };
        let first = next.plus_ms(2 * DAY_MS);
        match come {
            Come::Out | Come::TakenBack => say(first, true),
            Come::Refused => say(first, false),
            Come::Asked if number == 0 => say(first, true),
            _ => {}
        }
        if come == Come::TakenBack {
            say(first.plus_ms(12 * DAY_MS), false);
        }
    }
}

fn answer(id: Ulid, agrees: bool, shown: &str) -> Command {
    Command::Consent(ConsentCommand::AnswerConsent {
        id,
        agrees,
        shown: shown.to_owned(),
    })
}
