//! Closed lists of words, as they stand in documents.

/// A closed list of words.
pub trait Words: Copy + Sized + 'static {
    /// Every word, for rule tables.
    const WORDS: &'static [&'static str];
    /// What a word that this version does not know is read as.
    const OTHERWISE: Self;

    /// The word as it stands in documents.
    fn as_str(self) -> &'static str;

    /// Reads a word; `None` for one this version does not know.
    fn parse(word: &str) -> Option<Self>;
}

/// The word that others are read as: the one that says so, else the first.
macro_rules! otherwise {
    ($list:ident, $otherwise:ident, $($variant:ident),+) => {
        $list::$otherwise
    };
    ($list:ident, , $first:ident $(, $variant:ident)*) => {
        $list::$first
    };
}

/// A word of a closed list, as it stands in documents.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $(otherwise $otherwise:ident)? { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize, ::ts_rs::TS)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// Every one of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every word, for rule tables.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word as it stands in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads a word; `None` for one this version does not know.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::doc::word::Words for $name {
            const WORDS: &'static [&'static str] = Self::WORDS;
            const OTHERWISE: Self = $crate::doc::word::otherwise!(Self, $($otherwise)?, $($variant),+);

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn parse(word: &str) -> Option<Self> {
                Self::parse(word)
            }
        }

        impl $crate::plain::ToPlain for $name {
            fn write(&self, out: &mut $crate::plain::PlainWriter) {
                out.text(self.as_str());
            }
        }

        impl $crate::plain::FromPlain for $name {
            const SHAPE: u64 = <String as $crate::plain::FromPlain>::SHAPE;

            fn read(input: &mut $crate::plain::PlainReader<'_>) -> Result<Self, $crate::plain::Unfit> {
                Self::parse(input.text()?).ok_or($crate::plain::Unfit)
            }
        }
    };
}
pub(crate) use {otherwise, words};
