//! What a change writes at a field, whatever else its document says.

use super::super::index::DocIndex;
use super::super::prescan::{Literal, OpAction, Parsed};
use super::super::resolve::{Placed, Resolved};
use crate::ids::Ulid;
use crate::record::FieldValue;

/// The entries in which a change writes this word at a field, whatever else the document says.
pub(in crate::admission) fn entries_given(
    index: &DocIndex,
    (parsed, resolved): (&Parsed, &Resolved),
    (field, word): (&str, &str),
) -> Vec<Ulid> {
    let word = FieldValue::Text(word.to_owned());
    let key_of = |object: u32| match object.checked_sub(index.objects_count()) {
        None => index.object(object).map(|object| index.key_of(object)),
        Some(fresh) => {
            let fresh = resolved.objects.get(fresh as usize);
            fresh.map(|object| object.key.text(parsed.raw()))
        }
    };
    let places = parsed.ops.iter().zip(&resolved.places);
    let given = places.filter_map(|(op, place)| {
        let Placed::Value { object, key } = *place else {
            return None;
        };
        let said = value_of(op.action, parsed)?;
        (key.text(parsed.raw()) == field && said == word).then_some(object)
    });
    given
        .filter_map(|object| key_of(object)?.parse().ok())
        .collect()
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
