//! What may stand at a path, and which scalars fit it.

use super::are_strokes;
use crate::ids::{MemberId, Ulid};
use crate::limits::{FILE_BYTES_MAX, TEXT_BYTES_MAX};
use crate::time::{Timestamp, days_from_date};

/// What may stand at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A map made once, never replaced.
    Map,
    /// Automerge text made once; its characters follow the same rule.
    Text,
    /// A string of at most so many bytes.
    Str(usize),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within these bounds.
    Int(i64, i64),
    /// Yes or no.
    Bool,
    /// `YYYY-MM-DD`.
    Date,
    /// RFC 3339 in UTC, to the second.
    Instant,
    /// A ULID.
    Ulid,
    /// A member's id.
    Member,
    /// The id of the member who writes it, and of nobody else.
    Author,
    /// SHA-256 in lower hexadecimal.
    Digest,
    /// A drawn signature (see [`are_strokes`]).
    Strokes,
}

/// A file, at the key that names it: how many bytes it has.
pub const A_FILE: Value = Value::Int(1, FILE_BYTES_MAX as i64);

/// A scalar as it stands in a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// UTF-8 text.
    Str(&'a str),
    /// Signed whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A member's id, read: what is kept of it.
    Member(MemberId),
    /// Anything else: floats, bytes, counters, timestamps, null. Our documents hold none.
    Other,
}

impl Value {
    /// Whether a scalar fits when `author` writes it. Objects never do.
    #[must_use]
    pub fn accepts(self, scalar: Scalar<'_>, author: MemberId) -> bool {
        match (self, scalar) {
            (Self::Str(max), Scalar::Str(text)) => {
                text.len() <= max.min(TEXT_BYTES_MAX) && is_clean(text, false)
            }
            (Self::Choice(words), Scalar::Str(text)) => words.contains(&text),
            (Self::Int(min, max), Scalar::Int(value)) => (min..=max).contains(&value),
            (Self::Bool, Scalar::Bool(_)) => true,
            (Self::Date, Scalar::Str(text)) => days_from_date(text).is_some(),
            (Self::Instant, Scalar::Str(text)) => Timestamp::parse_rfc3339(text).is_some(),
            (Self::Ulid, Scalar::Str(text)) => text.parse::<Ulid>().is_ok(),
            (Self::Member, Scalar::Str(text)) => text.parse::<MemberId>().is_ok(),
            (Self::Author, Scalar::Str(text)) => text.parse() == Ok(author),
            (Self::Strokes, Scalar::Str(text)) => are_strokes(text),
            (Self::Digest, Scalar::Str(text)) => {
                text.len() == 64
                    && text
                        .bytes()
                        .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
            }
            _ => false,
        }
    }

    /// A fitting scalar as a [`Course`](super::Course) compares it, kept without the change it came in.
    #[must_use]
    pub fn settled(self, scalar: Scalar<'_>) -> Scalar<'static> {
        match (self, scalar) {
            (Self::Choice(words), Scalar::Str(text)) => {
                let word = words.iter().find(|word| **word == text);
                word.map_or(Scalar::Other, |word| Scalar::Str(word))
            }
            (Self::Int(..), Scalar::Int(number)) => Scalar::Int(number),
            (Self::Member, Scalar::Str(text)) => text.parse().map_or(Scalar::Other, Scalar::Member),
            _ => Scalar::Other,
        }
    }

    /// Whether this is an object.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self, Self::Map | Self::Text)
    }
}

/// Whether text is fit to show: no control characters (line breaks and tabs are welcome in prose) and none that turn
/// the direction of what follows.
#[must_use]
pub fn is_clean(text: &str, prose: bool) -> bool {
    text.chars().all(|c| match c {
        '\n' | '\t' => prose,
        '\u{200e}'
        | '\u{200f}'
        | '\u{061c}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    })
}
