//! What a change writes at fields, whatever else its document says.

use super::super::index::DocIndex;
use super::super::prescan::{Literal, OpAction, Parsed};
use super::super::resolve::{Placed, Resolved};
use crate::ids::Ulid;
use crate::kind::Watched;
use crate::record::FieldValue;

/// The entries in which a change writes this word at a field, whatever else the document says.
pub(in crate::admission) fn entries_given(
    index: &DocIndex,
    change: (&Parsed, &Resolved),
    (field, word): (&str, &str),
) -> Vec<Ulid> {
    let word = FieldValue::Text(word.to_owned());
    let written = written(index, change).into_iter();
    let given = written.filter(|it| it.key == field && it.value == word);
    given.filter_map(|it| it.entry.parse().ok()).collect()
}

/// The values that a change writes at watched fields of entries.
pub(in crate::admission) fn values_given(
    index: &DocIndex,
    change: (&Parsed, &Resolved),
    watched: &Watched,
) -> Vec<(Ulid, &'static str, FieldValue)> {
    let written = written(index, change).into_iter();
    let given = written.filter(|it| watched.map.is_none_or(|map| map == it.map));
    given
        .filter_map(|it| {
            let field = watched.fields.iter().find(|field| **field == it.key)?;
            Some((it.entry.parse().ok()?, *field, it.value))
        })
        .collect()
}

/// A value that a change writes at a key of an entry, and the map that the entry lies in.
struct Written<'a> {
    map: &'a str,
    entry: &'a str,
    key: &'a str,
    value: FieldValue,
}

fn written<'a>(
    index: &'a DocIndex,
    (parsed, resolved): (&'a Parsed, &'a Resolved),
) -> Vec<Written<'a>> {
    let named = |object: u32| match object.checked_sub(index.objects_count()) {
        None => {
            let object = index.object(object)?;
            Some((object.parent, index.key_of(object)))
        }
        Some(fresh) => {
            let fresh = resolved.objects.get(fresh as usize)?;
            Some((fresh.parent, fresh.key.text(parsed.raw())))
        }
    };
    let places = parsed.ops.iter().zip(&resolved.places);
    let written = places.filter_map(|(op, place)| {
        let Placed::Value { object, key } = *place else {
            return None;
        };
        let (above, entry) = named(object)?;
        Some(Written {
            map: named(above)?.1,
            entry,
            key: key.text(parsed.raw()),
            value: value_of(op.action, parsed)?,
        })
    });
    written.collect()
}

pub(super) fn value_of(action: OpAction, parsed: &Parsed) -> Option<FieldValue> {
    match action {
        OpAction::Set(Literal::Str(span)) => {
            Some(FieldValue::Text(span.text(parsed.raw()).to_owned()))
        }
        OpAction::Set(Literal::Int(number)) => Some(FieldValue::Number(number)),
        OpAction::Set(Literal::Bool(flag)) => Some(FieldValue::Flag(flag)),
        _ => None,
    }
}
