//! A year of the demonstration as commands, each with who gives it and when: pure, the same for the same seed and day.

mod accounts;
mod coaching;
mod events;
mod posts;

use besace_model::command::Command;
use besace_model::kinds::contact::{ContactChanges, ContactCommand};
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand, ProfileSet};
use besace_model::time::{DAY_MS, Timestamp};

use super::dice::{Dice, instant, working_day};
use super::people::{BRANCHES, People, Person};

/// After so many days nothing is left open: a coach's list shows what a careful one would still have to do.
const STALE_DAYS: i64 = 20;
/// Days of the year that is told.
const YEAR_DAYS: i64 = 365;

/// A command, by whom and when.
pub(super) struct Step {
    pub(super) at: Timestamp,
    /// Where the person stands in [`People`].
    pub(super) by: usize,
    pub(super) command: Command,
}

/// The year up to an instant, in the order it happens.
pub(super) fn year(dice: &mut Dice, people: &People, until: Timestamp) -> Vec<Step> {
    let today = until.0.div_euclid(DAY_MS);
    let mut plan = Plan {
        steps: Vec::new(),
        start: today - YEAR_DAYS,
        today,
        until,
    };
    for (index, person) in people.0.iter().enumerate() {
        profile(&mut plan, dice, index, person);
    }
    for (index, person, business) in people.entrepreneurs() {
        accounts::year(&mut plan, dice, index, business);
        coaching::year(&mut plan, dice, people, index, person, business);
    }
    events::year(&mut plan, dice, people);
    posts::year(&mut plan, dice, people);
    plan.steps.sort_by_key(|step| step.at);
    plan.steps
}

/// The plan under way.
struct Plan {
    steps: Vec<Step>,
    /// Its first day and its last, since 1970.
    start: i64,
    today: i64,
    until: Timestamp,
}

impl Plan {
    /// Adds a step, unless it has not happened yet.
    fn add(&mut self, at: Timestamp, by: usize, command: Command) {
        if at <= self.until {
            self.steps.push(Step { at, by, command });
        }
    }
}

fn profile(plan: &mut Plan, dice: &mut Dice, by: usize, person: &Person) {
    let at = instant(working_day(plan.start), 9, dice.between(0, 59));
    let ascii: String = person
        .name
        .to_lowercase()
        .chars()
        .filter_map(plain)
        .collect();
    let phone = format!(
        "06 {:02} {:02} {:02} {:02}",
        dice.between(10, 89),
        dice.between(0, 99),
        dice.between(0, 99),
        dice.between(0, 99)
    );
    let mut changes = ProfileChanges {
        display_name: Some(person.name.to_owned()),
        ..ProfileChanges::default()
    };
    let contact = ContactChanges {
        phone: Some(phone),
        email: Some(format!("{}@estuaire.example", ascii.trim_matches('.'))),
        shown: Some(dice.percent(80)),
        ..ContactChanges::default()
    };
    let contact = ContactCommand::EditContact { changes: contact };
    plan.add(at, by, Command::Contact(contact));
    let mut tags = vec![(ProfileSet::Languages, "français")];
    if dice.percent(25) {
        tags.push((
            ProfileSet::Languages,
            dice.pick(&["brezhoneg", "english", "español", "العربية", "português"]),
        ));
    }
    if let Some(business) = &person.activity {
        changes.trade_name = Some(business.sign.clone());
        changes.branch = Some(BRANCHES[business.branch].to_owned());
        changes.offers = Some(dice.pick(business.sector.offers).to_owned());
        changes.looking_for_partners = Some(dice.percent(40));
        if dice.percent(60) {
            changes.needs = Some(dice.pick(&NEEDS).to_owned());
        }
        tags.push((ProfileSet::Trades, business.trade));
        tags.push((ProfileSet::Skills, dice.pick(business.sector.skills)));
    }
    plan.add(
        at,
        by,
        Command::Profile(ProfileCommand::EditProfile { changes }),
    );
    for (set, tag) in tags {
        plan.add(
            at.plus_ms(60_000),
            by,
            Command::Profile(ProfileCommand::SetProfileTag {
                set,
                tag: tag.to_owned(),
                present: true,
            }),
        );
    }
}

const NEEDS: [&str; 6] = [
    "Quelqu’un pour relire mes devis de temps en temps.",
    "Un local de stockage à partager, 15 m² suffisent.",
    "Des photos de mes réalisations, échange de services possible.",
    "Une personne à l’aise en anglais pour un client.",
    "Covoiturage vers Brest le jeudi.",
    "Un binôme pour répondre aux marchés publics.",
];

/// A name as an address: letters without accents, dots between words.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' => letter,
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' | 'œ' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        ' ' | '-' => '.',
        _ => return None,
    })
}
