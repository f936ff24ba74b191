//! People who type for hours: a form remembers what was seen when typing began, through restarts and weeks without signal,
//! and is saved later. Every word is one of its kind, so that each can be looked for in the end.
//!
//! The oracle: a word that somebody was told is saved stands in a document, among the values of a field to check, in a
//! version of a text to read again, in an item that was not taken; or somebody who had it before their eyes took it out.

use std::collections::BTreeSet;

use besace_client::api::{DispatchResult, Intent};
use besace_model::error::ErrorCode;
use besace_model::plain;
use rand::RngExt;

use crate::phone::Phone;
use crate::world::World;

mod command;
mod form;

use command::{everything, give, info_of, is_done, look, value, words};
pub use form::Field;
use form::Form;

/// Forms open at once.
const OPEN_MAX: usize = 12;
/// The first amount: none of the others has so many digits.
const AMOUNTS_FROM: i64 = 70_000_000;

/// All forms, and what became of words.
#[derive(Debug, Default)]
pub struct Drafts {
    open: Vec<Form>,
    next: u32,
    taken_out: BTreeSet<String>,
    said: usize,
    chosen: usize,
}

impl Drafts {
    /// A new word.
    pub fn word(&mut self) -> String {
        self.next += 1;
        format!("mot{}x", self.next)
    }

    /// How often a person had to be shown both texts.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Somebody saves a form, however old it is.
    pub fn save(&mut self, world: &mut World) {
        if self.open.is_empty() {
            return;
        }
        let at = world.chance.random_range(0..self.open.len());
        let mut form = self.open.swap_remove(at);
        let mut result = give(world, &form);
        let lost = DispatchResult::rejected(ErrorCode::BaseLost);
        let is_lost = |result: &Option<DispatchResult>| {
            matches!(result, Some(DispatchResult::Rejected { code, .. }) if *code == ErrorCode::BaseLost)
                || result.as_ref() == Some(&lost)
        };
        if is_lost(&result) {
            // Both are shown: the person keeps what stands and adds what they typed.
            self.chosen += 1;
            let Some((base, seen, shown)) = look(world, form.phone, form.field) else {
                return;
            };
            if !matches!(form.field, Field::Amount(_)) {
                form.typed = format!("{shown}\n{}", form.typed);
            }
            form.base = base;
            form.seen = seen;
            result = give(world, &form);
        }
        if matches!(result, Some(DispatchResult::Done { .. })) {
            self.said += 1;
            let kept = words(&form.typed);
            self.taken_out.extend(form.seen.difference(&kept).cloned());
        }
    }

    /// Somebody looks at what waits for a word of theirs in a session: texts to read again, fields to check.
    pub fn read(&mut self, world: &mut World, phone: usize, field: Field) {
        let Some((info, shown)) = info_of(world, phone, field) else {
            return;
        };
        if let Some(mark) = info.rereads.iter().find(|mark| mark.may_settle) {
            let reread = mark.id.clone();
            let seen = mark.versions.iter().flat_map(|it| words(&it.text));
            if is_done(world.intend(phone, Intent::Reread { reread }).as_ref()) {
                self.taken_out
                    .extend(seen.filter(|word| !shown.contains(word.as_str())));
            }
        } else if let Some(conflict) = info.conflicts.first() {
            let choice = world.chance.random_range(0..conflict.values.len());
            let intent = Intent::Settle {
                conflict: conflict.id.clone(),
                choice: choice as u32,
            };
            let values: BTreeSet<String> =
                conflict.values.iter().map(|it| value(&it.value)).collect();
            let chosen = value(&conflict.values[choice].value);
            if is_done(world.intend(phone, intent).as_ref()) {
                self.taken_out
                    .extend(values.into_iter().filter(|value| *value != chosen));
            }
        }
    }

    /// I8: no word that somebody was told is saved disappears.
    ///
    /// # Panics
    /// When one did.
    pub fn check(&self, phones: &[Phone]) {
        let stands = everything(phones);
        for phone in phones {
            for command in phone.saved.values() {
                let typed = words(&plain::to_json(command));
                let gone = typed.iter().find(|word| {
                    !self.taken_out.contains(*word) && !stands.contains(word.as_str())
                });
                assert!(
                    gone.is_none(),
                    "I8: {:?} was told that {command:?} is saved, and {gone:?} is nowhere",
                    phone.member
                );
            }
        }
    }
}
