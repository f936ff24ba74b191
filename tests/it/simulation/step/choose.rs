//! What somebody writes, by chance.

use besace_model::command::Command;
use besace_model::kinds::attendance::Presence;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::plain;
use besace_tests::drafts::Field;
use besace_tests::people;
use besace_tests::world::World;
use rand::RngExt;

use crate::audiences::typed;
use crate::simulation::cast::Cast;

/// Somebody types, saves what they or somebody else typed some time ago, or reads what was merged.
pub(super) fn write(world: &mut World, cast: &mut Cast, phone: usize) {
    let me = world.phones[phone].member;
    let (session, amount) = (
        cast.sessions.len().checked_sub(1),
        cast.expenses.iter().rfind(|(member, _)| *member == me),
    );
    let amount = amount.map(|(_, id)| Field::Amount(*id));
    let session = session.map(|last| {
        // Everybody writes about what was logged of late.
        let (member, id) = cast.sessions[world.chance.random_range(last.saturating_sub(1)..=last)];
        if world.chance.random_range(0..3u8) == 0 {
            Field::Plan(member, id)
        } else {
            Field::Points(member, id)
        }
    });
    let about_money = world.chance.random_range(0..3u8) == 0;
    let field = if about_money { amount } else { session };
    let Some(field) = field.or(session).or(amount) else {
        return;
    };
    match world.chance.random_range(0..8u8) {
        0..=3 => cast.drafts.begin(world, phone, field),
        4..=6 => cast.drafts.save(world),
        _ => cast.drafts.read(world, phone, field),
    }
}

pub(super) fn choose(world: &mut World, cast: &mut Cast, phone: usize) -> Option<Command> {
    let me = world.phones[phone].member;
    let now = world.now;
    let id = people::ulid(&mut world.chance, now);
    let pick = |world: &mut World, len: usize| (len > 0).then(|| world.chance.random_range(0..len));
    Some(match world.chance.random_range(0..14u32) {
        0 | 1 => {
            cast.expenses.push((me, id));
            people::expense(id, "Déjeuner client", world.chance.random_range(1..20_000))
        }
        2 => {
            write(world, cast, phone);
            return None;
        }
        3 => {
            let member = cast.others[pick(world, cast.others.len())?];
            cast.sessions.push((member, id));
            let (first, second) = (cast.drafts.word(), cast.drafts.word());
            let points = format!("On a parlé du carnet : {first}.\nEt des prix : {second}.");
            people::session(member, cast.coach, id, &points)
        }
        4 | 5 => {
            write(world, cast, phone);
            return None;
        }
        6 => {
            let slot = people::ulid(&mut world.chance, now);
            cast.events.push(id);
            people::event(id, slot, 2)
        }
        7 => {
            let event = cast.events[pick(world, cast.events.len())?];
            let all = [
                AnswerStatus::Accepted,
                AnswerStatus::Accepted,
                AnswerStatus::Declined,
                AnswerStatus::Tentative,
            ];
            people::answer(event, all[world.chance.random_range(0..all.len())])
        }
        8 => {
            let event = cast.events[pick(world, cast.events.len())?];
            let member = cast.others[pick(world, cast.others.len())?];
            let all = Presence::ALL;
            people::mark(
                event,
                id,
                member,
                all[world.chance.random_range(0..all.len())],
            )
        }
        9..=12 => return anything(world, cast, phone),
        _ => {
            let member = cast.others[pick(world, cast.others.len())?];
            people::action(member, me, id)
        }
    })
}

/// Something of any kind, into what is this phone's own or somebody else's: one of the commands that fill every text there
/// is. Who may not is told so, by their phone or by the relay.
fn anything(world: &mut World, cast: &mut Cast, phone: usize) -> Option<Command> {
    let other = world.chance.random_range(0..world.phones.len());
    let owner = (other, world.phones[other].member);
    let event = cast.events.last().copied();
    let event = event.unwrap_or_else(|| typed::entry(other, typed::EVENT));
    let mut all = typed::own(phone, world.phones[phone].member);
    all.extend(typed::on_others(phone, owner, event));
    let chosen = all.swap_remove(world.chance.random_range(0..all.len()));
    let word = format!("\"parole {}\"", world.chance.random_range(0..1_000_000u32));
    let json = chosen.to_string().replace("\"?\"", &word);
    plain::from_json(json.as_bytes()).ok()
}
