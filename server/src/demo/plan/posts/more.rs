//! What members look for and offer by what they can do, and what they tell of events.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::event::EventCommand;
use besace_model::kinds::post::{PostFields, PostStatus, PostTopic};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerStatus};
use besace_model::time::{DAY_MS, Timestamp};

use super::{BOARD_DAYS, put};
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::people::People;
use crate::demo::plan::Plan;

/// Posts about what people can do, in the days of the board.
const SKILL_POSTS: i64 = 60;
/// Of a hundred, how many are answered.
const ANSWERED: i64 = 80;
/// Of a hundred who come to an event, how many say how it was.
const RATED: i64 = 7;
/// Events of which somebody tells.
const TOLD: usize = 6;

/// What is said of a skill: title, body, and what somebody answers. `{}` is the skill.
const NEEDS: [[&str; 3]; 4] = [
    [
        "Besoin d’un coup de main : {}",
        "Un client me le demande et ce n’est pas mon métier. Une demi-journée suffirait pour commencer.",
        "Je peux, plutôt en fin de semaine. On s’appelle ?",
    ],
    [
        "Qui sait faire : {} ?",
        "Je voudrais comprendre comment vous vous y prenez avant de répondre à une demande.",
        "Passe à l’atelier mardi, je te montre.",
    ],
    [
        "Cherche binôme pour {}",
        "Le chantier est trop gros pour une seule personne. Partage à égalité.",
        "Intéressé, envoie-moi le cahier des charges.",
    ],
    [
        "{} : vos prix ?",
        "Je n’ai jamais chiffré cela. Vous comptez à l’heure ou au forfait ?",
        "Au forfait, avec une visite avant. Je t’envoie ma grille.",
    ],
];
const OFFERS: [[&str; 3]; 3] = [
    [
        "Je propose : {}",
        "Deux créneaux libres ce mois-ci pour quelqu’un de la coopérative, au prix d’ami.",
        "Je prends le premier, merci !",
    ],
    [
        "Échange {} contre relecture",
        "J’écris lentement et mal. Je rends le temps passé, heure pour heure.",
        "Marché conclu.",
    ],
    [
        "Initiation gratuite : {}",
        "Une matinée pour trois personnes, dans mes locaux. Le café est offert.",
        "Nous serons deux.",
    ],
];
/// What is told of an event.
const EXPERIENCES: [(&str, &str); 3] = [
    (
        "Ce que j’ai retenu",
        "Trois idées simples à appliquer dès lundi, et deux contacts. Merci à celles et ceux qui ont préparé la salle.",
    ),
    (
        "J’y allais à reculons",
        "Et j’ai eu tort : on a surtout parlé de nos vrais cas. Venez la prochaine fois avec un dossier ouvert.",
    ),
    (
        "Mon résumé pour les absents",
        "Les points vus, dans l’ordre, et les documents à demander à l’animatrice.",
    ),
];
const WORDS: [&str; 4] = ["Très concret", "", "Un peu long", "À refaire plus souvent"];

/// Needs and offers, spread over the days of the board.
pub(super) fn of_skills(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let all: Vec<_> = people.entrepreneurs().map(|(by, _, it)| (by, it)).collect();
    for number in 0..SKILL_POSTS {
        let (by, business) = dice.pick(&all);
        let is_need = number % 2 == 0;
        // People need what others can do.
        let (_, other) = dice.pick(&all);
        let sector = if is_need {
            other.sector
        } else {
            business.sector
        };
        let skill = dice.pick(sector.skills);
        let [title, body, answer] = if is_need {
            dice.pick(&NEEDS)
        } else {
            dice.pick(&OFFERS)
        };
        let day = working_day(plan.today - BOARD_DAYS + number * BOARD_DAYS / SKILL_POSTS);
        let at = instant(day, 8 + dice.between(0, 9), dice.between(0, 59));
        let post = PostFields {
            topic: if is_need {
                PostTopic::Need
            } else {
                PostTopic::Offer
            },
            title: title.replace("{}", skill),
            body: body.to_owned(),
            tags: vec![skill.to_owned()],
            expires: String::new(),
            status: PostStatus::Open,
            event: None,
        };
        let answer = if dice.percent(ANSWERED) { answer } else { "" };
        put(plan, dice, people, at, by, post, answer);
    }
}

/// What those tell and say who came to an event that is over.
pub(super) fn of_events(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let mut over: Vec<(Ulid, Timestamp, String)> = Vec::new();
    let mut came: Vec<(usize, Ulid)> = Vec::new();
    for step in &plan.steps {
        match &step.command {
            Command::Event(EventCommand::CreateEvent { id, event }) => {
                let ends = event.slots.iter();
                let end = ends
                    .filter_map(|slot| Timestamp::parse_rfc3339(&slot.end))
                    .max();
                let end = end.filter(|end| end.plus_ms(DAY_MS) < plan.until);
                over.extend(end.map(|end| (*id, end, event.title.clone())));
            }
            Command::Rsvp(AnswerCommand::AnswerEvent { event, answer })
                if answer.status == AnswerStatus::Accepted =>
            {
                came.push((step.by, *event));
            }
            _ => {}
        }
    }
    over.sort_by_key(|(id, end, _)| (*end, *id));
    for (by, event) in &came {
        let found = over.iter().find(|(id, ..)| id == event);
        if let Some((_, end, _)) = found.filter(|_| dice.percent(RATED)) {
            let rating = AnswerCommand::RateEvent {
                event: *event,
                score: dice.between(3, 5),
                words: dice.pick(&WORDS).to_owned(),
            };
            plan.add(end.plus_ms(DAY_MS), *by, Command::Rsvp(rating));
        }
    }
    for (event, end, title) in over.iter().rev().take(TOLD) {
        let theirs = came.iter().filter(|(_, at)| at == event).map(|(by, _)| *by);
        let theirs: Vec<usize> = theirs.collect();
        if theirs.is_empty() {
            continue;
        }
        let (beginning, body) = dice.pick(&EXPERIENCES);
        let post = PostFields {
            topic: PostTopic::Experience,
            title: format!("{beginning} : {title}"),
            body: body.to_owned(),
            tags: Vec::new(),
            expires: String::new(),
            status: PostStatus::Open,
            event: Some(*event),
        };
        let by = dice.pick(&theirs);
        let at = end.plus_ms(DAY_MS);
        put(
            plan,
            dice,
            people,
            at,
            by,
            post,
            "Merci de l’avoir raconté.",
        );
    }
}
