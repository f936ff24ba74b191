//! One accepted operation in eight bytes.

/// One operation in eight bytes: a tag and an object in the first half, the rest in the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::admission) struct OpRow {
    tagged: u32,
    rest: u32,
}

/// What an accepted operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::admission) enum Known {
    /// A scalar at a key of a map.
    Value {
        object: u32,
        key: u32,
        /// Whether nothing that was accepted replaces it.
        is_live: bool,
    },
    /// A map or text.
    Made(u32),
    /// A character of a text.
    Element {
        text: u32,
        bytes: u32,
        is_live: bool,
    },
    /// Nothing anyone may refer to.
    Deleted,
}

impl From<Known> for OpRow {
    fn from(known: Known) -> Self {
        let (tag, object, rest) = match known {
            Known::Value {
                object,
                key,
                is_live,
            } => (if is_live { 0 } else { 5 }, object, key),
            Known::Made(object) => (1, object, 0),
            Known::Element {
                text,
                bytes,
                is_live,
            } => (if is_live { 2 } else { 3 }, text, bytes),
            Known::Deleted => (4, 0, 0),
        };
        Self {
            tagged: object << 3 | tag,
            rest,
        }
    }
}

impl From<OpRow> for Known {
    fn from(row: OpRow) -> Self {
        let object = row.tagged >> 3;
        match row.tagged & 7 {
            tag @ (0 | 5) => Self::Value {
                object,
                key: row.rest,
                is_live: tag == 0,
            },
            1 => Self::Made(object),
            tag @ (2 | 3) => Self::Element {
                text: object,
                bytes: row.rest,
                is_live: tag == 2,
            },
            _ => Self::Deleted,
        }
    }
}
