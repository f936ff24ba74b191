//! What happens when Automerge does not take what the gate let through. Here the gate is gone around: a change of another
//! document is written to the log, which no replica can apply.

mod frozen;
mod pages;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::DocId;

use super::world::*;

/// A change that fits no document but its own.
fn stray(world: &mut World) -> Vec<u8> {
    let mut phone = world.join(9, &[Role::Entrepreneur]);
    let mut made = ["ailleurs", "encore"].map(|word| phone.commit(world, &tag(word)));
    made[1].commits.remove(0).change
}

fn profile(world: &World, phone: &Phone) -> DocId {
    DocHead::profile(phone.member).id(world.coop.id())
}
