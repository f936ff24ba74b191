//! Steps carried out as phones and the relay would.

use besace_model::access::Grants;
use besace_model::ids::CoopId;

use crate::demo::dice::Dice;
use crate::demo::fleet::Papers;
use crate::demo::people::People;
use crate::demo::plan::Step;

/// What each of the people may do, as the relay would say once everybody is welcomed.
fn grants(people: &People) -> Vec<Grants> {
    let mut all: Vec<Grants> = people
        .0
        .iter()
        .map(|person| Grants {
            member: person.member,
            roles: person.roles.iter().copied().collect(),
            ..Grants::relay()
        })
        .collect();
    for (_, person, business) in people.entrepreneurs() {
        all[people.coach(business.branch)]
            .coached
            .insert(person.member);
    }
    all
}

/// Carries out the steps that are wanted, and counts them.
pub(super) fn apply<'a>(
    people: &People,
    steps: impl Iterator<Item = &'a Step>,
    what: &str,
) -> usize {
    let grants = grants(people);
    let (mut papers, mut dice) = (Papers::default(), Dice::new(0));
    let mut count = 0;
    for step in steps {
        if let Err(error) = papers.write(
            CoopId::from_bytes([7; 16]),
            &grants[step.by],
            &mut dice,
            step,
        ) {
            panic!("{what}: {error:?}");
        }
        count += 1;
    }
    count
}
