//! Everybody's profile and contact.

use besace_model::command::Command;
use besace_model::kinds::contact::{ContactChanges, ContactCommand};
use besace_model::kinds::profile::{ProfileChanges, ProfileCommand, ProfileSet};

use super::Plan;
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::people::{BRANCHES, Person};

pub(super) fn profile(plan: &mut Plan, dice: &mut Dice, by: usize, person: &Person) {
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
        changes.sector = Some(Some(business.sector.word));
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
