//! What honest people do in the world of a forger.

use automerge::Automerge;

use super::{Device, EVENTS, GROUPS, NOW};
use crate::command::Command;
use crate::doc::writer::Context;
use crate::kinds::tests::{answers_to, more_of_a_profile, person, samples, ulid};
use crate::{kinds, plain};

/// Does a command on a document; the change, when it applies.
pub(super) fn act(
    doc: &mut Automerge,
    device: &Device,
    command: &Command,
    seconds: i64,
) -> Option<Vec<u8>> {
    let context = Context {
        author: &device.grants,
        now: NOW.plus_ms(seconds * 1000),
    };
    let made = kinds::commit(doc, command, &context, device.actor).ok()?;
    Some(made.change)
}

/// The commands of the samples, then the same of another member, coach and event.
pub(super) fn every_command() -> Vec<(usize, Command)> {
    let mut first: Vec<(u8, Command)> = samples::every_command();
    first.extend(answers_to(&EVENTS));
    first.extend(more_of_a_profile());
    let swaps = [(person(1), person(3)), (person(2), person(4))];
    let mut all = Vec::new();
    for (by, command) in &first {
        all.push((usize::from(*by) - 1, command.clone()));
    }
    for (by, command) in &first {
        let mut json = plain::to_json(command);
        for (from, to) in swaps {
            json = json.replace(&from.to_string(), &to.to_string());
        }
        for [from, to] in [EVENTS, GROUPS] {
            json = json.replace(&ulid(from).to_string(), &ulid(to).to_string());
        }
        let command = plain::from_json(json.as_bytes()).unwrap();
        all.push((usize::from(*by) + 1, command));
    }
    all
}
