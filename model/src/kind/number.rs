//! The kinds themselves, from the list of them: their numbers, their words, and what each says about itself.

/// Makes the kinds from their list.
macro_rules! kind {
    ($($(#[$doc:meta])* $number:literal $name:ident $module:ident,)+) => {
        /// A kind of document. The numbers are part of the wire format and of every document's name: never reuse one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])* $name,)+
            /// One that this version does not know.
            #[ts(skip)]
            Other(u8),
        }

        impl Kind {
            /// Every kind that this version knows, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// How many numbers there are.
            pub const NUMBERS: usize = u8::MAX as usize + 1;

            /// Its number.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self {
                    $(Self::$name => $number,)+
                    Self::Other(number) => number,
                }
            }

            /// The kind of a number.
            #[must_use]
            pub const fn numbered(number: u8) -> Self {
                match number {
                    $($number => Self::$name,)+
                    other => Self::Other(other),
                }
            }

            /// Its word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($module),)+
                    Self::Other(_) => "other",
                }
            }

            /// What it says about itself, if this version knows it.
            #[must_use]
            pub const fn spec(self) -> Option<&'static Spec> {
                match self {
                    $(Self::$name => Some(&kinds::$module::SPEC),)+
                    Self::Other(_) => None,
                }
            }

            /// Who may write what in its documents.
            #[must_use]
            pub fn table(self) -> Table {
                match self {
                    $(Self::$name => kinds::$module::TABLE,)+
                    Self::Other(_) => Table { maps: &[], groups: &[] },
                }
            }
        }
    };
}

pub(super) use kind;
