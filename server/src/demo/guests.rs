//! Who gets a link to the demonstration.

use super::people::FIRST_COACH;
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::{Coop, CoopError};
use crate::decisions::InvitationView;
use crate::home;

/// Who gets a link: where they stand among the people, and who they are. The coach accompanies the entrepreneur.
pub(super) const GUESTS: [(usize, &str); 4] = [
    (0, "directrice"),
    (FIRST_COACH, "accompagnatrice"),
    (39, "entrepreneur·e"),
    (5, "comptabilité"),
];

pub(super) fn invite(
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
