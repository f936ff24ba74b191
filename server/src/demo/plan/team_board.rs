//! What the team has to do these weeks, who is away, and what it tells itself on Mondays.

use besace_model::command::Command;
use besace_model::kinds::team_board::{
    CoverFields, TaskStatus, TeamBoardCommand, TeamTaskFields, WeekNoteFields,
};

use super::super::dice::{Dice, date, instant, working_day};
use super::super::people::{FIRST_COACH, People};
use super::Plan;

/// A task: title, where its owner stands in the team, days from today, address, where it stands.
type Task = (&'static str, usize, Option<i64>, &'static str, TaskStatus);

const TASKS: [Task; 9] = [
    (
        "Relancer les trois attestations décennales",
        7,
        Some(-4),
        "",
        TaskStatus::Todo,
    ),
    (
        "Préparer l’accueil des nouveaux de lundi",
        2,
        Some(3),
        "",
        TaskStatus::Doing,
    ),
    (
        "Relire le contrat de la salle de Quimper",
        0,
        Some(-2),
        "",
        TaskStatus::Doing,
    ),
    (
        "Appeler la banque pour le prêt de matériel",
        5,
        Some(5),
        "",
        TaskStatus::Todo,
    ),
    (
        "Photos pour la page des métiers du bois",
        8,
        Some(9),
        "",
        TaskStatus::Todo,
    ),
    (
        "Modèle de devis avec gestion des déchets",
        4,
        Some(6),
        "",
        TaskStatus::Todo,
    ),
    (
        "Mettre à jour l’affiche du hall",
        8,
        None,
        "",
        TaskStatus::Todo,
    ),
    (
        "Saisir les heures de formation du trimestre",
        3,
        Some(-12),
        "",
        TaskStatus::Done,
    ),
    (
        "Choisir un nouveau prestataire de téléphonie",
        1,
        Some(-20),
        "",
        TaskStatus::Dropped,
    ),
];

/// What is told of a week.
const WEEKS: [&str; 4] = [
    "Deux entrées en CAPE, une sortie vers l’emploi. Le point commun : les devis trop bas. On en fait le sujet de l’atelier.",
    "Semaine calme. Les comptes de février sont prêts, pensez à prévenir les six activités en difficulté avant l’envoi.",
    "La région demande le bilan avant la fin du mois. Chacun complète ses séances d’ici jeudi, même brèves.",
    "L’atelier de couture cherche une deuxième salle. Les entretiens signés avancent : il en manque huit.",
];

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let member = |index: usize| Some(people.0[index].member);
    for (title, owner, due, link, status) in TASKS {
        let day = working_day(plan.today - 25 + dice.between(0, 4));
        let at = instant(day, 9, dice.between(0, 59));
        let id = dice.ulid(at);
        let task = TeamTaskFields {
            title: title.to_owned(),
            owner: member(owner),
            due: due.map(|days| date(plan.today + days)).unwrap_or_default(),
            link: link.to_owned(),
            status,
        };
        plan.add(
            at,
            0,
            Command::TeamBoard(TeamBoardCommand::AddTeamTask { id, task }),
        );
    }
    for (away, backup, from, days, note) in [
        (
            FIRST_COACH + 1,
            FIRST_COACH,
            -3,
            10,
            "Congés. Deux séances déplacées, les autres sont prévenues.",
        ),
        (6, 5, 20, 4, "Formation paie."),
    ] {
        let at = instant(working_day(plan.today - 15), 17, dice.between(0, 59));
        let id = dice.ulid(at);
        let cover = CoverFields {
            away: member(away),
            from: date(plan.today + from),
            until: date(plan.today + from + days),
            backup: member(backup),
            note: note.to_owned(),
        };
        plan.add(
            at,
            away,
            Command::TeamBoard(TeamBoardCommand::AddCover { id, cover }),
        );
    }
    // Day 0, the first of January 1970, was a Thursday.
    let monday = plan.today - (plan.today + 3).rem_euclid(7);
    for (number, text) in (0..).zip(WEEKS) {
        let week = monday - number * 7;
        let at = instant(week, 8, 30 + number);
        let id = dice.ulid(at);
        let note = WeekNoteFields {
            week: date(week),
            text: text.to_owned(),
        };
        plan.add(
            at,
            1,
            Command::TeamBoard(TeamBoardCommand::AddWeekNote { id, note }),
        );
    }
}
