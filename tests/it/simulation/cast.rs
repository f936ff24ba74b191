//! Who lives in a random world, and on which phones.

use besace_model::access::Role;
use besace_model::ids::{MemberId, Ulid};
use besace_tests::drafts::Drafts;
use besace_tests::world::World;

pub(super) struct Cast {
    pub(super) coach: MemberId,
    pub(super) others: Vec<MemberId>,
    pub(super) sessions: Vec<(MemberId, Ulid)>,
    pub(super) expenses: Vec<(MemberId, Ulid)>,
    pub(super) events: Vec<Ulid>,
    pub(super) drafts: Drafts,
}

pub(super) fn cast(world: &mut World) -> Cast {
    let coach = world.member("Camille Œuvrard", &[Role::Coach]);
    let director = world.member("Dominique", &[Role::Director]);
    let anna = world.member("Anna L'Hostis", &[Role::Entrepreneur]);
    let bao = world.member("Bảo Nguyễn", &[Role::Entrepreneur]);
    world.assign(coach, anna);
    for member in [coach, director, anna, anna, bao] {
        world.phone(member);
    }
    world.pass(2_000);
    Cast {
        coach,
        others: vec![anna, bao],
        sessions: Vec::new(),
        expenses: Vec::new(),
        events: Vec::new(),
        drafts: Drafts::default(),
    }
}
