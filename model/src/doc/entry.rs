//! Entries: maps in a collection of a document, each named by a ULID, with stamps of who made it and when.

use super::writer::{ChangeWriter, MapPlace};
use crate::command::CommandError;
use crate::ids::Ulid;

/// Fields of an entry that a command says.
pub(crate) trait Changes {
    /// The collection that the entry stands in.
    const MAP: &'static str;

    fn put(&self, writer: &mut ChangeWriter<'_>, place: &MapPlace) -> Result<(), CommandError>;
}

/// Makes an entry.
pub(crate) fn add<C: Changes>(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    all: &C,
) -> Result<(), CommandError> {
    let place = writer.new_entry(C::MAP, id)?;
    all.put(writer, &place)
}

/// Changes an entry that stands.
pub(crate) fn edit<C: Changes>(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    changes: &C,
) -> Result<(), CommandError> {
    let place = writer.entry(C::MAP, id)?;
    changes.put(writer, &place)?;
    writer.touch(&place)
}

/// The rows of the rule table for an entry's map and its stamps.
macro_rules! stamps {
    ($map:literal, $key:literal, $who:ident) => {
        $crate::doc::entry::stamps!($map, $key, $who, $who)
    };
    ($map:literal, $key:literal, $who:ident, $touching:ident) => {{
        use $crate::doc::rules::{Course, Signing, Value, along, clearable, set};
        const WHO: $crate::access::Who = $crate::access::Who::$who;
        const TOUCHING: $crate::access::Who = $crate::access::Who::$touching;
        const STAMPS: [$crate::doc::rules::Rule; 5] = [
            set(concat!($map, $key), Value::Map, WHO),
            along(
                concat!($map, $key, "/created_by"),
                Value::Author,
                Course::Once,
                WHO,
            )
            .signing(Signing::Aside),
            along(
                concat!($map, $key, "/created_at"),
                Value::Instant,
                Course::Once,
                WHO,
            )
            .signing(Signing::Aside),
            set(concat!($map, $key, "/updated_at"), Value::Instant, TOUCHING)
                .signing(Signing::Aside),
            clearable(concat!($map, $key, "/removed_at"), Value::Instant, WHO)
                .signing(Signing::Aside),
        ];
        &STAMPS
    }};
}

/// Declares an entry once: its record, all its fields for a new one, those that change (`None`: as it was), its rows of
/// the rule table, its reader and its writer. Fields are written in the order of their declaration. Of one that others
/// write too (`field: Type => Others`), `touched by` says that these may say when it was.
macro_rules! entry {
    (
        $(#[$doc:meta])*
        $name:ident in $map:literal by $who:ident $(touched by $touching:ident)?, as $all:ident / $changes:ident {
            $($(#[$field_doc:meta])* $field:ident: $kind:ty $(=> $others:ident)?,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
        #[ts(rename_all = "camelCase")]
        pub struct $name {
            /// Making and removal.
            pub entry: Entry,
            $($(#[$field_doc])* pub $field: <$kind as Field>::Held,)+
        }

        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase")]
        pub struct $all {
            $($(#[$field_doc])* pub $field: <$kind as Field>::Held,)+
        }

        $(#[$doc])*
        /// Only what changes is set.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase", optional_fields)]
        pub struct $changes {
            $($(#[$field_doc])* pub $field: Option<<$kind as Field>::Held>,)+
        }

        impl From<$all> for $changes {
            fn from(all: $all) -> Self {
                Self { $($field: Some(all.$field),)+ }
            }
        }

        impl $name {
            pub(crate) const STAMPS: &'static [Rule] =
                $crate::doc::entry::stamps!($map, "/{ulid}", $who $(, $touching)?);
            pub(crate) const FIELDS: &'static [Rule] = &[
                $(field::rule::<$kind>(
                    concat!($map, "/{ulid}/", stringify!($field)),
                    $crate::doc::entry::by!($who $(, $others)?),
                ),)+
            ];

            pub(crate) fn read(map: Map<'_>) -> Self {
                Self {
                    entry: map.entry(),
                    $($field: <$kind as Kept>::read(map, stringify!($field)),)+
                }
            }
        }

        impl entry::Changes for $changes {
            const MAP: &'static str = $map;

            fn put(&self, writer: &mut ChangeWriter<'_>, place: &MapPlace) -> Result<(), CommandError> {
                $(if let Some(held) = &self.$field {
                    <$kind as Kept>::put(writer, place, stringify!($field), held)?;
                })+
                Ok(())
            }
        }
    };
}
/// Declares a table: the maps of the genesis, entries that are declared beside it, entries written by hand (maps in a
/// collection, with their stamps), rules that are declared elsewhere, and single rules.
macro_rules! table {
    (
        maps $maps:tt
        $(entries [$($declared:ident),* $(,)?])?
        $(entry $path:literal $who:ident { $($field:literal: $value:expr),* $(,)? })*
        $(groups [$($group:expr),* $(,)?])?
        rules { $($rule:expr),* $(,)? }
    ) => {
        Table {
            maps: &$maps,
            groups: &[
                $($($declared::STAMPS, $declared::FIELDS,)*)?
                $(
                    $crate::doc::entry::stamps!($path, "", $who),
                    &[$($crate::doc::rules::set(concat!($path, "/", $field), $value, Who::$who)),*],
                )*
                $($($group,)*)?
                &[$($rule),*],
            ],
        }
    };
}

/// Who writes a field: those who write the entry, unless it says others.
macro_rules! by {
    ($who:ident) => {
        Who::$who
    };
    ($who:ident, $others:ident) => {
        Who::$others
    };
}

pub(crate) use {by, entry, stamps, table};
