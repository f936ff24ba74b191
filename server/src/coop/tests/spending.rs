//! One member's load is bounded, whatever documents it lies in.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Coop;
use crate::store::StorePlace;
use crate::store::spent::Spent;

fn spent(world: &World, n: u8) -> Spent {
    world.coop.judging.spending.of(member(n))
}

#[test]
fn who_wrote_all_that_one_person_may_is_refused_by_the_name_of_the_limit_and_nobody_else() {
    let mut world = World::new();
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    let mut bob = world.join(2, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("couture"));
    world.say(&mut anne, &forecast("2026-11", 5));
    let so_far = spent(&world, 1);
    assert!(so_far.ops >= 2 && so_far.bytes > 100, "{so_far:?}");
    let limits = [
        ("member/bytes", so_far.bytes, u64::MAX),
        ("member/operations", u64::MAX, so_far.ops),
    ];
    for (name, bytes, ops) in limits {
        world.coop.judging.spending.most = Spent { bytes, ops };
        // In a document of its own, too.
        for say in [tag("tricot"), forecast("2027-01", 5)] {
            let push = anne.commit(&world, &say);
            let verdict = world.push(vec![push]).verdicts[0][0].verdict.clone();
            assert_eq!(verdict, Verdict::Refused(ErrorCode::Quota, name.into()));
        }
        assert_eq!(spent(&world, 1), so_far, "what is refused is not counted");
        anne = Phone::reader(1);
    }
    let verdict = world.say(&mut bob, &tag("couture"));
    assert!(matches!(verdict, Verdict::Accepted(_)));
}

#[test]
fn what_a_member_wrote_is_known_after_a_crash_and_after_an_end_in_order() {
    let folder = std::env::temp_dir().join(format!("besace-spent-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (folder.join("a.db"), folder.join("b.db"));
    let mut world = World::at(StorePlace::File(from.clone()));
    let mut anne = world.join(1, &[Role::Entrepreneur]);
    world.say(&mut anne, &tag("couture"));
    world.coop.save_spending(1).unwrap();
    world.say(&mut anne, &tag("tricot"));
    let wanted = spent(&world, 1);
    for suffix in ["", "-wal", ".lock"] {
        let name = |path: &std::path::Path| format!("{}{suffix}", path.display());
        std::fs::copy(name(&from), name(&to)).unwrap();
    }
    world.coop = Coop::open(StorePlace::File(to.clone()), 99).unwrap();
    assert_eq!(spent(&world, 1), wanted);
    world.coop.close().unwrap();
    let coop = Coop::open(StorePlace::File(to), 99).unwrap();
    assert_eq!(coop.judging.spending.of(member(1)), wanted);
    let stored = crate::store::spent::all(coop.store.conn()).unwrap();
    assert_eq!(stored, [(member(1), wanted)]);
    std::fs::remove_dir_all(folder).unwrap();
}
