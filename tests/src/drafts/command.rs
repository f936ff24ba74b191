//! Which command saves a field, and what is read of it.

use std::collections::BTreeSet;

use besace_client::api::{DispatchResult, Intent};
use besace_client::kinds::activity::{ActivityAnswer, ActivityEntry, ActivityRequest};
use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use besace_client::store::{self, DocRow, RefusedRow};
use besace_client::view::{Info, View, ViewRequest};
use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{CoachingCommand, SessionChanges};
use besace_model::plain;
use besace_model::record::FieldValue;

use super::{AMOUNTS_FROM, Field, Form};
use crate::people;
use crate::phone::Phone;
use crate::world::World;

pub(super) fn is_done(result: Option<&DispatchResult>) -> bool {
    matches!(result, Some(DispatchResult::Done { .. }))
}

pub(super) fn give(world: &mut World, form: &Form) -> Option<DispatchResult> {
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
pub(super) fn look(
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

pub(super) fn info_of(world: &mut World, phone: usize, field: Field) -> Option<(Info, String)> {
    let now = world.now;
    let me = world.phones[phone].member;
    let phone = &mut world.phones[phone];
    let sheet = |member: MemberId, id| -> Option<SessionSheet> {
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
            let View::Activity(ActivityAnswer::ActivityEntry(Some(entry))) =
                phone.view(now, &request)?
            else {
                return None;
            };
            let ActivityEntry::Expense(row) = *entry else {
                return None;
            };
            let info = of_field(row.info, "netCents");
            Some((info, row.fields.net_cents.to_string()))
        }
    }
}

/// What waits at one field.
fn of_field(mut info: Info, field: &str) -> Info {
    info.rereads.retain(|mark| mark.field == field);
    info.conflicts.retain(|conflict| conflict.field == field);
    info
}

pub(super) fn value(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Flag(flag) => flag.to_string(),
    }
}

/// The words of our kinds in a text: `mot17x`, and amounts.
pub(super) fn words(text: &str) -> BTreeSet<String> {
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
pub(super) fn everything(phones: &[Phone]) -> String {
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
