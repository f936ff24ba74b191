//! Who is in the demonstration: 84 entrepreneurs and the nine of the team.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;

use super::dice::Dice;
use super::names::{ENTREPRENEURS, TEAM};
use super::sectors::{SECTORS, Sector};

/// The branches, in the order of their coaches in [`TEAM`].
pub(super) const BRANCHES: [&str; 3] = ["Ville", "Vallée", "Littoral"];
/// Entrepreneurs testing under a CAPE.
const CAPE: usize = 22;
/// Entrepreneurs with an old contract.
const CDI_ES: usize = 4;
/// Entrepreneurs who are associates.
const ASSOCIATES: usize = 48;
/// Where the coaches stand in [`TEAM`].
pub(super) const FIRST_COACH: usize = 2;

/// Someone of the demonstration.
pub(super) struct Person {
    pub(super) member: MemberId,
    pub(super) name: &'static str,
    pub(super) roles: Vec<Role>,
    pub(super) activity: Option<Business>,
}

/// What an entrepreneur does, and where they stand.
pub(super) struct Business {
    pub(super) sector: &'static Sector,
    pub(super) branch: usize,
    pub(super) stage: Stage,
    pub(super) associate: bool,
    pub(super) sign: String,
    pub(super) trade: &'static str,
}

/// The cooperative's people: the team first, then the entrepreneurs.
pub(super) struct People(pub(super) Vec<Person>);

impl People {
    pub(super) fn new(dice: &mut Dice, at: Timestamp) -> Self {
        let mut people = Vec::new();
        for (index, name) in TEAM.into_iter().enumerate() {
            let roles = match index {
                0 => vec![Role::Director],
                1 => vec![Role::Director, Role::Comms],
                2..=4 => vec![Role::Coach],
                5..=7 => vec![Role::Finance],
                _ => vec![Role::Comms],
            };
            people.push(Person {
                member: MemberId(dice.ulid(at)),
                name,
                roles,
                activity: None,
            });
        }
        let sectors: Vec<&'static Sector> = SECTORS
            .iter()
            .flat_map(|sector| std::iter::repeat_n(sector, sector.members))
            .collect();
        for (index, name) in ENTREPRENEURS.into_iter().enumerate() {
            // A stride without common divisor spreads the sectors over branches and stages.
            let sector = sectors[index * 25 % sectors.len()];
            let activity = Some(business(dice, index, sector, name));
            people.push(Person {
                member: MemberId(dice.ulid(at)),
                name,
                roles: vec![Role::Entrepreneur],
                activity,
            });
        }
        Self(people)
    }

    /// The team.
    pub(super) fn team(&self) -> &[Person] {
        &self.0[..TEAM.len()]
    }

    /// The entrepreneurs with their activities.
    pub(super) fn entrepreneurs(&self) -> impl Iterator<Item = (usize, &Person, &Business)> {
        let all = self.0.iter().enumerate();
        all.filter_map(|(index, person)| Some((index, person, person.activity.as_ref()?)))
    }

    /// Where the coach of a branch stands.
    pub(super) fn coach(&self, branch: usize) -> usize {
        FIRST_COACH + branch
    }
}

fn business(dice: &mut Dice, index: usize, sector: &'static Sector, name: &str) -> Business {
    let stage = match index {
        0..CAPE => Stage::Cape,
        _ if index >= ENTREPRENEURS.len() - CDI_ES => Stage::CdiEs,
        _ => Stage::Cesa,
    };
    let first = name.split(' ').next().unwrap_or(name);
    let sign = dice.pick(sector.signs);
    // Several may like the same words: the first name tells them apart.
    let sign = if dice.percent(55) {
        format!("{sign} – {first}")
    } else {
        format!("{first} · {sign}")
    };
    Business {
        sector,
        branch: index % BRANCHES.len(),
        stage,
        associate: index >= ENTREPRENEURS.len() - ASSOCIATES,
        sign,
        trade: dice.pick(sector.trades),
    }
}
