//! The guide, written in the first days, and how far newcomers are with it.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::coaching_log::AskTopic;
use besace_model::kinds::directory::Stage;
use besace_model::kinds::guide::{
    GuideCommand, GuidePageFields, GuidePart, SectorLineFields, SectorPart, TopicPersonFields,
};
use besace_model::kinds::profile::Sector;
use besace_model::kinds::progress::ProgressCommand;
use besace_model::time::{DAY_MS, Timestamp};

use super::super::dice::{Dice, instant, working_day};
use super::super::guidebook::{PAGES, SHEETS};
use super::super::people::{Business, People};
use super::Plan;

/// Places between two pages, for what is written later.
const RANK_STEP: i64 = 10;
const MINUTE_MS: i64 = 60_000;
/// Days between two steps of somebody new.
const STEP_DAYS: i64 = 9;

/// Who answers for what: the topic, where they stand in the team, and when they are reached.
pub(super) const PEOPLE: [(AskTopic, usize, &str); 10] = [
    (AskTopic::Legal, 0, "Contrats, litiges, sous-traitance"),
    (AskTopic::Management, 5, "Prix, trésorerie, factures"),
    (AskTopic::Social, 6, "Paie, arrêts, congés ; le matin"),
    (AskTopic::Insurance, 7, "Attestations sous deux jours"),
    (AskTopic::Communication, 8, "Affiches, site, presse"),
    (AskTopic::Training, 3, "Plan de formation, Qualiopi"),
    (AskTopic::Technical, 2, "Méthodes et outils de métier"),
    (
        AskTopic::Commercial,
        4,
        "Démarchage, réponses aux appels d’offres",
    ),
    (AskTopic::Tools, 1, "Téléphone, logiciels, accès"),
    (
        AskTopic::Wellbeing,
        2,
        "Une heure, hors des bureaux si vous voulez",
    ),
];

/// What members can tick.
struct ToTick {
    steps: Vec<Ulid>,
    obligations: Vec<(Sector, Ulid)>,
}

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let to_tick = written(plan, dice, people);
    for (number, (by, _, business)) in people.entrepreneurs().enumerate() {
        ticked(plan, dice, &to_tick, (number, by, business));
    }
}

/// The guide, written by who is in charge of communication.
fn written(plan: &mut Plan, dice: &mut Dice, people: &People) -> ToTick {
    let by = people.team().len() - 1;
    let mut at = instant(working_day(plan.start), 10, 0);
    let mut next = || {
        at = at.plus_ms(MINUTE_MS);
        at
    };
    let mut to_tick = ToTick {
        steps: Vec::new(),
        obligations: Vec::new(),
    };
    for (rank, (part, title, body, link)) in (1..).zip(PAGES) {
        let at = next();
        let id = dice.ulid(at);
        if part == GuidePart::Step {
            to_tick.steps.push(id);
        }
        let page = GuidePageFields {
            part,
            title: title.to_owned(),
            body: body.to_owned(),
            link: link.to_owned(),
            rank: rank * RANK_STEP,
            opportunity: None,
        };
        plan.add(
            at,
            by,
            Command::Guide(GuideCommand::AddGuidePage { id, page }),
        );
    }
    for (sector, lines) in SHEETS {
        for (rank, (part, title, body, rate_bp)) in (1..).zip(lines) {
            let at = next();
            let id = dice.ulid(at);
            if *part == SectorPart::Obligation {
                to_tick.obligations.push((sector, id));
            }
            let line = SectorLineFields {
                sector,
                part: *part,
                title: (*title).to_owned(),
                body: (*body).to_owned(),
                link: String::new(),
                rate_bp: *rate_bp,
                rank: rank * RANK_STEP,
            };
            plan.add(
                at,
                by,
                Command::Guide(GuideCommand::AddSectorLine { id, line }),
            );
        }
    }
    for (topic, index, about) in PEOPLE {
        let at = next();
        let id = dice.ulid(at);
        let person = TopicPersonFields {
            topic,
            person: Some(people.0[index].member),
            about: about.to_owned(),
        };
        plan.add(
            at,
            by,
            Command::Guide(GuideCommand::AddTopicPerson { id, person }),
        );
    }
    to_tick
}

/// Under a CAPE some are through, some are under way, some stopped at the same step; others tick what their sector asks.
fn ticked(plan: &mut Plan, dice: &mut Dice, to_tick: &ToTick, who: (usize, usize, &Business)) {
    let (number, by, business) = who;
    let mut ids: Vec<&Ulid> = Vec::new();
    if business.stage == Stage::Cape {
        let far = match number % 4 {
            0 => to_tick.steps.len(),
            1 => 3,
            _ => number % to_tick.steps.len(),
        };
        ids.extend(to_tick.steps.iter().take(far));
    }
    let own = to_tick.obligations.iter();
    let own = own.filter(|(sector, _)| *sector == business.sector.word);
    ids.extend(own.filter(|_| dice.percent(55)).map(|(_, id)| id));
    let first = plan.today - 90 + dice.between(0, 20);
    for (index, id) in (0..).zip(ids) {
        let day = first + index * STEP_DAYS;
        let at = Timestamp(day * DAY_MS + 12 * 3_600_000 + dice.between(0, 59) * MINUTE_MS);
        let command = ProgressCommand::TickGuide {
            id: *id,
            done: true,
        };
        plan.add(at, by, Command::Progress(command));
    }
}
