//! A form that somebody fills in.

use std::collections::BTreeSet;

use besace_model::ids::{MemberId, Ulid};
use rand::RngExt;

use super::command::look;
use super::{AMOUNTS_FROM, Drafts, OPEN_MAX};
use crate::world::World;

/// What a form edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What was said in a session.
    Points(MemberId, Ulid),
    /// What was agreed in it.
    Plan(MemberId, Ulid),
    /// The amount of an expense of one's own.
    Amount(Ulid),
}

/// A form with something typed in it.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) phone: usize,
    pub(super) field: Field,
    pub(super) base: String,
    pub(super) seen: BTreeSet<String>,
    pub(super) typed: String,
}

impl Drafts {
    /// Somebody begins to type.
    pub fn begin(&mut self, world: &mut World, phone: usize, field: Field) {
        if self.open.len() >= OPEN_MAX {
            return;
        }
        if let Some((base, seen, shown)) = look(world, phone, field) {
            let typed = self.type_in(world, field, &shown);
            self.open.push(Form {
                phone,
                field,
                base,
                seen,
                typed,
            });
        }
    }

    fn type_in(&mut self, world: &mut World, field: Field, shown: &str) -> String {
        let word = self.word();
        if matches!(field, Field::Amount(_)) {
            return (AMOUNTS_FROM + i64::from(self.next)).to_string();
        }
        let mut lines: Vec<String> = shown.split('\n').map(str::to_owned).collect();
        let at = world.chance.random_range(0..lines.len());
        match world.chance.random_range(0..6u8) {
            0 | 1 => lines[at].push_str(&format!(" On ajoute {word}.")),
            2 => lines.insert(at, format!("Un paragraphe {word} de plus.")),
            3 => lines.push(format!("À la fin, {word}.")),
            4 => lines[at] = format!("À la place : {word}."),
            _ => lines[at] = format!("{word} {}", lines[at]),
        }
        lines.join("\n")
    }
}
