//! A cooperative to look at: 93 invented people and a year of their work, made from a seed through the same commands,
//! signatures and admission as real phones, so that it is right whenever they are.

mod again;
mod dice;
mod error;
mod fleet;
mod gatherings;
mod guests;
mod guidebook;
mod ideas;
mod names;
mod network;
mod people;
mod plan;
mod receipts;
mod sectors;
mod talks;
#[cfg(test)]
mod tests;
mod welcome;

use besace_model::time::{DAY_MS, Timestamp};

use crate::clock::Clock;
use crate::config::Config;
use crate::decisions::InvitationView;
use crate::home;
use again::again;
use dice::{Dice, instant};
use fleet::Fleet;
use guests::{GUESTS, invite};
use people::People;
use welcome::welcome;

pub use error::DemoError;

const NAME: &str = "Coopérative de l’Estuaire";

/// Days before the year begins, to enrol everybody.
const WELCOME_DAYS: i64 = 370;

/// Which demonstration is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Another number makes another year.
    pub seed: u64,
    /// The instant at which the year ends, now or the end of another day.
    pub until: Timestamp,
    /// Whether each receipt that was handed in is there as a picture.
    pub receipts: bool,
}

/// A demonstration, made.
#[derive(Debug)]
pub struct Made {
    people: usize,
    /// `None` when it was made earlier.
    commits: Option<usize>,
    invitations: Vec<(&'static str, &'static str, InvitationView)>,
}

impl Made {
    /// What the operator reads.
    #[must_use]
    pub fn summary(&self) -> String {
        let work = match self.commits {
            Some(commits) => format!("{} people, {commits} signed commits", self.people),
            None => format!("{} people, as you left them", self.people),
        };
        let mut text = format!("{NAME}: {work}. Open one of these, each works once:\n");
        for (what, name, view) in &self.invitations {
            text.push_str(&format!(
                "\n{name} ({what})\n  {}\n  code: {}\n",
                view.link, view.code
            ));
        }
        text
    }
}

/// Makes the demonstration in the data folder. One that is there already stays as it is and its guests are invited again;
/// one whose making was interrupted is made anew.
///
/// # Errors
/// [`DemoError`] when the folder is taken or anything refuses.
pub fn make(config: &Config, clock: &Clock, wanted: Wanted) -> Result<Made, DemoError> {
    if let Some(made) = again(config, clock)? {
        return Ok(made);
    }
    let Wanted {
        seed,
        until,
        receipts,
    } = wanted;
    let mut dice = Dice::new(seed);
    let start = instant(until.0.div_euclid(DAY_MS) - WELCOME_DAYS, 9, 0);
    let people = People::new(&mut dice, start);
    let mut steps = plan::year(&mut dice, &people, until);
    let (mut coop, _) = home::create(config, clock, NAME, start)?;
    welcome(&mut coop, &people, start)?;
    let pictures = match receipts {
        true => receipts::photograph(coop.id(), &people, &mut steps),
        false => Vec::new(),
    };
    let mut fleet = Fleet::enrol(&mut coop, &people, &mut dice, start)?;
    let commits = fleet.live(&mut coop, &people, &mut dice, steps)?;
    receipts::keep(&mut coop, config, clock, &people, pictures)?;
    let now = clock.now();
    fleet.retire(&mut coop, now)?;
    let guests = GUESTS.map(|(index, what)| (what, people.0[index].name));
    let invitations = invite(&mut coop, config, clock, guests)?;
    coop.close()?;
    Ok(Made {
        people: people.0.len(),
        commits: Some(commits),
        invitations,
    })
}
