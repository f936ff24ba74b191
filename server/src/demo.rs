//! A cooperative to look at: 93 invented people and a year of their work, made from a seed through the same commands,
//! signatures and admission as real phones, so that it is right whenever they are.

mod dice;
mod fleet;
mod gatherings;
mod names;
mod people;
mod plan;
mod sectors;
mod talks;
#[cfg(test)]
mod tests;

use besace_model::access::Role;
use besace_model::command::CommandError;
use besace_model::error::ErrorCode;
use besace_model::ids::MemberId;
use besace_model::time::{DAY_MS, Timestamp};

use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, CoopError, Decision, Described};
use crate::decisions::InvitationView;
use crate::home::{self, HomeError};
use dice::{Dice, instant};
use fleet::Fleet;
use people::{FIRST_COACH, People};

const NAME: &str = "Coopérative de l’Estuaire";
/// Who gets a link: where they stand among the people, and who they are. The coach accompanies the entrepreneur.
const GUESTS: [(usize, &str); 4] = [
    (0, "directrice"),
    (FIRST_COACH, "accompagnatrice"),
    (39, "entrepreneur·e"),
    (5, "comptabilité"),
];
/// Days before the year begins, to enrol everybody.
const WELCOME_DAYS: i64 = 370;

/// The demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The data folder failed, or is taken.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// The cooperative failed.
    #[error("the cooperative failed")]
    Coop(#[from] CoopError),
    /// A command of the plan does not apply: the plan or the model has a bug.
    #[error("a command of the plan does not apply: {command}")]
    Command {
        /// Which one.
        command: String,
        /// Why.
        source: CommandError,
    },
    /// The relay refused a commit of the plan: the same.
    #[error("a commit of the plan was refused: {0:?} at {1:?}")]
    Refused(ErrorCode, String),
    /// The relay neither took nor refused a commit.
    #[error("a commit of the plan got no final verdict")]
    Undecided,
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

/// Makes the demonstration in the data folder: the year that ends at an instant, now or at the end of another day. A
/// demonstration that is there already stays as it is and its guests are invited again; one whose making was
/// interrupted is made anew.
///
/// # Errors
/// [`DemoError`] when the folder is taken or anything refuses.
pub fn make(
    config: &Config,
    clock: &Clock,
    seed: u64,
    until: Timestamp,
) -> Result<Made, DemoError> {
    if let Some(made) = again(config, clock)? {
        return Ok(made);
    }
    let mut dice = Dice::new(seed);
    let start = instant(until.0.div_euclid(DAY_MS) - WELCOME_DAYS, 9, 0);
    let people = People::new(&mut dice, start);
    let steps = plan::year(&mut dice, &people, until);
    let (mut coop, _) = home::create(config, clock, NAME, start)?;
    welcome(&mut coop, &people, start)?;
    let mut fleet = Fleet::enrol(&mut coop, &people, &mut dice, start)?;
    let commits = fleet.live(&mut coop, &people, &mut dice, steps)?;
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

/// The demonstration that the folder holds already.
fn again(config: &Config, clock: &Clock) -> Result<Option<Made>, DemoError> {
    let Some((mut coop, path)) = home::only(config, clock)? else {
        return Ok(None);
    };
    if coop.name() != NAME {
        return Err(HomeError::Taken(config.data.clone()).into());
    }
    // The phones of the making are revoked last of all.
    if !coop
        .people()
        .devices()
        .any(|device| device.revoked_at.is_some())
    {
        drop(coop);
        for suffix in ["", "-wal", "-shm"] {
            let file = format!("{}{suffix}", path.display());
            if let Err(source) = std::fs::remove_file(&file)
                && source.kind() != std::io::ErrorKind::NotFound
            {
                return Err(HomeError::Folder { path, source }.into());
            }
        }
        return Ok(None);
    }
    let people = People::new(&mut Dice::new(0), Timestamp(0));
    let guests = GUESTS.map(|(index, what)| (what, people.0[index].name));
    let invitations = invite(&mut coop, config, clock, guests)?;
    coop.close()?;
    Ok(Some(Made {
        people: people.0.len(),
        commits: None,
        invitations,
    }))
}

fn invite(
    coop: &mut Coop,
    config: &Config,
    clock: &Clock,
    guests: [(&'static str, &'static str); 4],
) -> Result<Vec<(&'static str, &'static str, InvitationView)>, CoopError> {
    let mut invitations = Vec::new();
    for (what, name) in guests {
        let people = coop.people();
        let Some(member) = people.members().find(|it| it.row.name == name) else {
            continue;
        };
        let view = home::invite(coop, config, clock, member.row.member)?;
        invitations.push((what, name, view));
    }
    Ok(invitations)
}

/// Everybody joins, and coaches are assigned.
fn welcome(coop: &mut Coop, people: &People, at: Timestamp) -> Result<(), CoopError> {
    let relay = MemberId::RELAY;
    for person in &people.0 {
        let described = Described {
            name: person.name.to_owned(),
            branch: person
                .activity
                .as_ref()
                .map(|business| people::BRANCHES[business.branch].to_owned())
                .unwrap_or_default(),
            stage: person.activity.as_ref().map(|business| business.stage),
            associate: person
                .activity
                .as_ref()
                .is_some_and(|business| business.associate),
        };
        let roles = person
            .roles
            .iter()
            .copied()
            .collect::<std::collections::BTreeSet<Role>>();
        coop.decide(at, relay, &Decision::add(person.member, described, roles))?;
    }
    for (_, person, business) in people.entrepreneurs() {
        let coach = people.0[people.coach(business.branch)].member;
        coop.decide(
            at,
            relay,
            &Decision::assign(&coop.people(), coach, person.member, true),
        )?;
    }
    Ok(())
}
