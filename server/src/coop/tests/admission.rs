//! What becomes of commits: admitted, repeated, refused, held.

mod kept;
mod refusals;

use besace_model::access::Role;
use besace_model::wire::Verdict;

use super::world::*;

fn seq(verdict: &Verdict) -> u64 {
    match verdict {
        Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => receipt.seq,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_commit_is_admitted_and_read_back_by_another_phone() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut bob = world.join(2, &[Role::Entrepreneur]);
    let verdict = world.say(&mut anne, &tag("couture"));
    assert_eq!(seq(&verdict), world.coop.head());
    world.sync(&mut bob, 100_000);
    let id = tag("couture").target(anne.member).id(world.coop.id());
    assert_eq!(bob.docs[&id].get_heads(), anne.docs[&id].get_heads());
}

#[test]
fn a_commit_sent_again_gets_its_old_receipt_and_no_second_row() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let push = anne.commit(&world, &tag("couture"));
    let first = world.push(vec![push.clone()]).verdicts[0][0].clone();
    let head = world.coop.head();
    let again = world.push(vec![push.clone(), push]).verdicts[0].clone();
    for verdict in again {
        assert!(matches!(verdict.verdict, Verdict::Duplicate(_)));
        assert_eq!(seq(&verdict.verdict), seq(&first.verdict));
    }
    assert_eq!(world.coop.head(), head);
}

#[test]
fn changes_that_arrive_before_what_they_build_on_are_asked_for() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let first = anne.commit(&world, &tag("couture"));
    let second = anne.commit(&world, &tag("tricot"));
    let verdict = world.push(vec![second.clone()]).verdicts[0][0]
        .verdict
        .clone();
    assert!(matches!(verdict, Verdict::Need(missing) if missing.len() == 1));
    let verdicts = world.push(vec![first, second]).verdicts.remove(0);
    assert!(
        verdicts
            .iter()
            .all(|it| matches!(it.verdict, Verdict::Accepted(_)))
    );
}
