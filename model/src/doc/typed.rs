//! What a person types: the fields of each entry, all of them for a new one, some of them for a change.

/// Declares the fields of an entry twice: all of them for a new one, each optional for a change (`None`: as it was;
/// empty text clears). Fields after the `;` may be unsaid: in a change, `null` clears them. Those after the `=>` are
/// lists of which each part changes by itself: in a change, `null` leaves a part as it was.
macro_rules! fields {
    ($(#[$doc:meta])* $all:ident / $changes:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)?
        $(; $($(#[$open_doc:meta])* $open:ident: $open_type:ty),+ $(,)?)?
        $(=> $($(#[$part_doc:meta])* $part:ident: [$part_type:ty]),+ $(,)?)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase")]
        pub struct $all {
            $($(#[$field_doc])* pub $field: $type,)+
            $($($(#[$open_doc])* pub $open: Option<$open_type>,)+)?
            $($($(#[$part_doc])* pub $part: Vec<$part_type>,)+)?
        }

        $(#[$doc])*
        /// Only what changes is set.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase", optional_fields)]
        pub struct $changes {
            $($(#[$field_doc])* pub $field: Option<$type>,)+
            $($($(#[$open_doc])* pub $open: Option<Option<$open_type>>,)+)?
            $($($(#[$part_doc])* pub $part: Option<Vec<Option<$part_type>>>,)+)?
        }

        impl From<$all> for $changes {
            fn from(all: $all) -> Self {
                Self {
                    $($field: Some(all.$field),)+
                    $($($open: Some(all.$open),)+)?
                    $($($part: Some(all.$part.into_iter().map(Some).collect()),)+)?
                }
            }
        }
    };
}
pub(crate) use fields;
