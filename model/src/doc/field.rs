//! The types of field: what a record holds of each, who may write what there, and how it is read and written. One
//! implementation each; an entry is declared with them (`entry!`).

use super::tree::Map;
use super::writer::{ChangeWriter, MapPlace};
use crate::access::Who;
use crate::clean;
use crate::command::CommandError;
use crate::doc::rules::{Course, Rule, Value, set};
use crate::ids::{MemberId, Ulid};
use crate::limits::{CENTS_MAX, LINE_BYTES_MAX, WHOLE_BP};
use crate::time::year_of;

mod files;
mod word;

pub use files::Files;
pub use word::{OpenWord, Word};

/// A type of field.
pub trait Field {
    /// What a record holds of it.
    type Held;
}

/// How a field stands in a document.
pub(crate) trait Kept: Field {
    /// What may be written there.
    const VALUE: Value;
    /// Whether it may be emptied, by taking its key out.
    const CLEARABLE: bool = false;
    /// After what it may come.
    const COURSE: Course = Course::Free;
    /// Whether the member it names holds the entry.
    const HOLDS: bool = false;

    fn read(map: Map<'_>, key: &str) -> Self::Held;

    /// Writes what a person typed.
    ///
    /// # Errors
    /// [`CommandError`] when it does not fit, or may not be written.
    fn put(
        writer: &mut ChangeWriter<'_>,
        place: &MapPlace,
        key: &str,
        held: &Self::Held,
    ) -> Result<(), CommandError>;
}

/// The row of the rule table for a field.
pub(crate) const fn rule<F: Kept>(path: &'static str, who: Who) -> Rule {
    Rule {
        clear: F::CLEARABLE,
        course: F::COURSE,
        holds: F::HOLDS,
        ..set(path, F::VALUE, who)
    }
}

/// Declares types of field: what is held, what may be written, how it is read and how it is written.
macro_rules! field_types {
    ($(
        $(#[$doc:meta])*
        $name:ident $(<$($parameter:ident: $bound:ty),+>)? holds $held:ty, $value:expr, $(clearable $clearable:literal,)? $(course $course:expr,)? $(holder $holder:literal,)?
        |$map:ident, $key:ident| $read:expr,
        |$writer:ident, $place:ident, $at:ident, $typed:ident| $put:expr;
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name $(<$(const $parameter: $bound),+>)?;

        impl $(<$(const $parameter: $bound),+>)? Field for $name $(<$($parameter),+>)? {
            type Held = $held;
        }

        impl $(<$(const $parameter: $bound),+>)? Kept for $name $(<$($parameter),+>)? {
            const VALUE: Value = $value;
            $(const CLEARABLE: bool = $clearable;)?
            $(const COURSE: Course = $course;)?
            $(const HOLDS: bool = $holder;)?

            fn read($map: Map<'_>, $key: &str) -> $held {
                $read
            }

            fn put(
                $writer: &mut ChangeWriter<'_>,
                $place: &MapPlace,
                $at: &str,
                $typed: &$held,
            ) -> Result<(), CommandError> {
                $put
            }
        }
    )+};
}

field_types! {
    /// A single line.
    Line holds String, Value::Str(LINE_BYTES_MAX),
        |map, key| map.string(key),
        |writer, place, key, line| writer.put_line(place, key, line);
    /// A single line that says something.
    Name holds String, Value::Str(LINE_BYTES_MAX),
        |map, key| map.string(key),
        |writer, place, key, line| writer.put_name(place, key, line);
    /// Text of any length that says something; it merges.
    Prose holds String, Value::Text,
        |map, key| map.text(key),
        |writer, place, key, text| put_prose(writer, place, key, text);
    /// A day of the calendar year that the document is of: what belongs to another year stands in another document.
    DayOfYear holds String, Value::Date,
        |map, key| map.string(key),
        |writer, place, key, day| {
            if format!("{:04}", year_of(day)) != writer.key() {
                return Err(place.invalid(key));
            }
            writer.put(place, key, day.as_str())
        };
    /// Text of any length, or none; it merges.
    Text holds String, Value::Text,
        |map, key| map.text(key),
        |writer, place, key, text| writer.text(place, key, text);
    /// A day.
    Day holds String, Value::Date,
        |map, key| map.string(key),
        |writer, place, key, day| writer.put(place, key, day.as_str());
    /// A moment.
    Instant holds String, Value::Instant,
        |map, key| map.string(key),
        |writer, place, key, moment| writer.put(place, key, moment.as_str());
    /// Yes or no.
    Flag holds bool, Value::Bool,
        |map, key| map.flag(key).unwrap_or(false),
        |writer, place, key, flag| writer.put(place, key, *flag);
    /// A day, or none: empty.
    OpenDay holds String, Value::Date, clearable true,
        |map, key| map.string(key),
        |writer, place, key, day| writer.put_open_date(place, key, day);
    /// A whole number between two ends.
    Number<MIN: i64, MAX: i64> holds i64, Value::Int(MIN, MAX),
        |map, key| map.number(key),
        |writer, place, key, number| writer.put(place, key, *number);
    /// A whole number between two ends, or none.
    OpenNumber<MIN: i64, MAX: i64> holds Option<i64>, Value::Int(MIN, MAX), clearable true,
        |map, key| map.some_number(key),
        |writer, place, key, number| writer.put_or_clear(place, key, *number);
    /// Words that somebody chose, each once, in order. Its rules also need a row for each word, below it.
    Tags holds Vec<String>, Value::Map,
        |map, key| map.set::<String>(key).into_iter().collect(),
        |writer, place, key, tags| {
            let tags = tags.iter().map(|tag| clean::line(tag)).collect();
            writer.set(place, key, &tags)
        };
    /// Members, each once, in order. Its rules also need a row for each member, below it.
    People holds Vec<MemberId>, Value::Map,
        |map, key| map.set::<MemberId>(key).into_iter().collect(),
        |writer, place, key, people| {
            let people = people.iter().map(ToString::to_string).collect();
            writer.set(place, key, &people)
        };
    /// A member, or nobody.
    Person holds Option<MemberId>, Value::Member, clearable true,
        |map, key| map.id(key),
        |writer, place, key, person| {
            writer.put_or_clear(place, key, person.map(|id| id.to_string()).as_deref())
        };
    /// The member who holds the entry, or nobody.
    Holder holds Option<MemberId>, Value::Member, clearable true, holder true,
        |map, key| map.id(key),
        |writer, place, key, person| {
            writer.put_or_clear(place, key, person.map(|id| id.to_string()).as_deref())
        };
    /// The member who holds the entry, said once, as it is made.
    HolderOnce holds Option<MemberId>, Value::Member, course Course::Once, holder true,
        |map, key| map.id(key),
        |writer, place, key, person| {
            let person = person.ok_or_else(|| place.invalid(key))?;
            writer.put(place, key, person.to_string().as_str())?;
            // They hold it from now on: who may not write what is theirs has not named them.
            writer.allowed(place, key).map(drop)
        };
    /// An entry of the same document, or none.
    Reference holds Option<Ulid>, Value::Ulid, clearable true,
        |map, key| map.id(key),
        |writer, place, key, entry| {
            writer.put_or_clear(place, key, entry.map(|id| id.to_string()).as_deref())
        };
}

/// Cents in either direction.
pub type Cents = Number<{ -CENTS_MAX }, CENTS_MAX>;
/// Cents from nothing on.
pub type CentsUp = Number<0, CENTS_MAX>;
/// Hundredths of a percent, of a whole.
pub type BasisPoints = Number<0, WHOLE_BP>;
/// The same, or none.
pub type OpenBasisPoints = OpenNumber<0, WHOLE_BP>;

/// Writes a text that must say something.
pub(crate) fn put_prose(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    key: &str,
    text: &str,
) -> Result<(), CommandError> {
    if clean::prose(text).is_empty() {
        return Err(place.invalid(key));
    }
    writer.text(place, key, text)
}
