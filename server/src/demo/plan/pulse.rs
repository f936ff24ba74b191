//! How some members are doing, as they wrote it down for themselves in the last weeks.

use besace_model::command::Command;
use besace_model::kinds::pulse::{BeatFields, PulseCommand};

use super::super::dice::{Dice, date, instant};
use super::super::people::People;
use super::Plan;

/// Days that are told.
const DAYS: i64 = 70;
/// Every so manieth member writes it down.
const EVERY: usize = 4;

/// What is said at each score, from 1 on.
const WORDS: [&[&str]; 5] = [
    &[
        "Nuit blanche, la trésorerie tourne dans ma tête.",
        "Seul·e face au chantier, envie de tout arrêter.",
    ],
    &[
        "Fatigué·e. Trop de trajets.",
        "Deux refus dans la même journée.",
    ],
    &["Journée ordinaire.", "", "Un peu de retard, rien de grave."],
    &["Bon rendez-vous, devis signé.", "", "J’ai fini à l’heure."],
    &[
        "Le client a pleuré de joie en voyant la bibliothèque.",
        "Belle semaine, et un repas avec les autres.",
    ],
];

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    for (by, ..) in people.entrepreneurs().step_by(EVERY) {
        let mut day = plan.today - DAYS + dice.between(0, 6);
        while day <= plan.today {
            let at = instant(day, 20, dice.between(0, 59));
            let score = (dice.between(1, 3) + dice.between(0, 2)).min(5);
            let words = WORDS[usize::try_from(score - 1).unwrap_or_default()];
            let beat = BeatFields {
                day: date(day),
                score,
                text: dice.pick(words).to_owned(),
            };
            let id = dice.ulid(at);
            plan.add(at, by, Command::Pulse(PulseCommand::AddBeat { id, beat }));
            day += dice.between(3, 9);
        }
    }
}
