//! People who type for hours: a form remembers what was seen when typing began, through restarts and weeks without signal,
//! and is saved later. Every word is one of its kind, so that each can be looked for in the end.
//!
//! The oracle: a word that somebody was told is saved stands in a document, among the values of a field to check, in a
//! version of a text to read again, in an item that was not taken; or somebody who had it before their eyes took it out.

use besace_model::kinds::coaching_log::CoachingCommand;
use std::collections::BTreeSet;

use besace_client::api::{DispatchResult, Intent};
use besace_client::kinds::activity::{ActivityAnswer, ActivityEntry, ActivityRequest};
use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use besace_client::store::{self, DocRow, RefusedRow};
use besace_client::view::{Info, View, ViewRequest};
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::SessionChanges;
use besace_model::plain;
use besace_model::record::FieldValue;
use rand::RngExt;

use crate::people;
use crate::phone::Phone;
use crate::world::World;

/// Forms open at once.
const OPEN_MAX: usize = 12;
/// The first amount: none of the others has so many digits.
const AMOUNTS_FROM: i64 = 70_000_000;

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
struct Form {
    phone: usize,
    field: Field,
    base: String,
    seen: BTreeSet<String>,
    typed: String,
}

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

fn is_done(result: Option<&DispatchResult>) -> bool {
    matches!(result, Some(DispatchResult::Done { .. }))
}

fn give(world: &mut World, form: &Form) -> Option<DispatchResult> {
    let text = || Some(form.typed.clone());
    let session = |member, id, changes| {
        Command::CoachingLog(CoachingCommand::EditSession {
            member,
            id,
            changes,
        })
    };
    let command = match form.field {
        Field::Points(member, id) => session(
            member,
            id,
            SessionChanges {
                points: text(),
                ..Default::default()
            },
        ),
        Field::Plan(member, id) => session(
            member,
            id,
            SessionChanges {
                plan: text(),
                ..Default::default()
            },
        ),
        Field::Amount(id) => people::amount(id, form.typed.parse().unwrap_or_default()),
    };
    let base = Some(form.base.clone());
    world.intend(form.phone, Intent::Do { command, base })
}

/// What a phone shows of a field: the name of what is shown, every word before the person's eyes, the text itself.
fn look(
    world: &mut World,
    phone: usize,
    field: Field,
) -> Option<(String, BTreeSet<String>, String)> {
    let (info, shown) = info_of(world, phone, field)?;
    let mut seen = words(&shown);
    for mark in &info.rereads {
        seen.extend(mark.versions.iter().flat_map(|it| words(&it.text)));
    }
    let values = info.conflicts.iter().flat_map(|it| &it.values);
    seen.extend(values.map(|it| value(&it.value)));
    Some((info.base, seen, shown))
}

fn info_of(world: &mut World, phone: usize, field: Field) -> Option<(Info, String)> {
    let now = world.now;
    let me = world.phones[phone].member;
    let phone = &mut world.phones[phone];
    let mut sheet = |member: MemberId, id| -> Option<SessionSheet> {
        let member = Some(member);
        match phone.view(
            now,
            &ViewRequest::CoachingLog(CoachingRequest::Session { member, id }),
        )? {
            View::CoachingLog(CoachingAnswer::Session(sheet)) => sheet.map(|sheet| *sheet),
            _ => None,
        }
    };
    match field {
        Field::Points(member, id) => {
            let sheet = sheet(member, id)?;
            Some((of_field(sheet.row.info, "points"), sheet.fields.points))
        }
        Field::Plan(member, id) => {
            let sheet = sheet(member, id)?;
            Some((of_field(sheet.row.info, "plan"), sheet.fields.plan))
        }
        Field::Amount(id) => {
            let request = ViewRequest::Activity(ActivityRequest::ActivityEntry {
                member: Some(me),
                year: 2026,
                id,
            });
            match phone.view(now, &request)? {
                View::Activity(ActivityAnswer::ActivityEntry(Some(ActivityEntry::Expense(
                    row,
                )))) => {
                    let info = of_field(row.info, "netCents");
                    Some((info, row.fields.net_cents.to_string()))
                }
                _ => None,
            }
        }
    }
}

/// What waits at one field.
fn of_field(mut info: Info, field: &str) -> Info {
    info.rereads.retain(|mark| mark.field == field);
    info.conflicts.retain(|conflict| conflict.field == field);
    info
}

fn value(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Flag(flag) => flag.to_string(),
    }
}

/// The words of our kinds in a text: `mot17x`, and amounts.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| {
            let is_word = part.strip_prefix("mot").and_then(|it| it.strip_suffix('x'));
            is_word.is_some_and(|number| number.parse::<u32>().is_ok())
                || part
                    .parse::<i64>()
                    .is_ok_and(|cents| (AMOUNTS_FROM..2 * AMOUNTS_FROM).contains(&cents))
        })
        .map(str::to_owned)
        .collect()
}

/// Everything that the phones hold for people to see.
fn everything(phones: &[Phone]) -> String {
    let mut text = String::new();
    for phone in phones {
        for record in phone.records().values() {
            text.push_str(&plain::to_json(record.content()));
        }
        for ((store, _), row) in phone.disk() {
            if store == store::REFUSED
                && let Some(row) = store::from_cbor::<RefusedRow>(row)
            {
                text.push_str(&row.command);
            } else if store == store::DOCS
                && let Some(row) = store::from_cbor::<DocRow>(row)
            {
                let versions = row.rereads.iter().flat_map(|mark| &mark.versions);
                versions.for_each(|version| text.push_str(&version.text));
            }
        }
    }
    text
}
