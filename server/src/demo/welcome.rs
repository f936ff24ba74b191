//! Everybody joins the cooperative.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::time::Timestamp;

use super::people::{self, People};
use crate::coop::{Coop, CoopError, Decision, Described};

/// Everybody joins, and coaches are assigned.
pub(super) fn welcome(coop: &mut Coop, people: &People, at: Timestamp) -> Result<(), CoopError> {
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
