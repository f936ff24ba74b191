//! The state of a document that a person saw: its heads. What they type is made there, whatever comes meanwhile.

use std::fmt;

use automerge::Automerge;
use besace_model::ids::CommitHash;

/// The heads of a document as it was shown. None: the document before anybody wrote to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base(Vec<CommitHash>);

impl Base {
    /// Named by heads.
    #[must_use]
    pub fn new(heads: &[CommitHash]) -> Self {
        Self(heads.to_vec())
    }

    /// How a document stands.
    #[must_use]
    pub fn of(doc: &Automerge) -> Self {
        Self(
            doc.get_heads()
                .iter()
                .map(|head| CommitHash(head.0))
                .collect(),
        )
    }

    /// Reads what [`fmt::Display`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts = text.split('.').filter(|part| !part.is_empty());
        parts.map(parse_hash).collect::<Option<_>>().map(Self)
    }

    /// The heads.
    #[must_use]
    pub fn heads(&self) -> &[CommitHash] {
        &self.0
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, head) in self.0.iter().enumerate() {
            let dot = if number > 0 { "." } else { "" };
            write!(f, "{dot}{head}")?;
        }
        Ok(())
    }
}

fn parse_hash(text: &str) -> Option<CommitHash> {
    let mut hash = [0; 32];
    if text.len() != 2 * hash.len() || !text.is_ascii() {
        return None;
    }
    for (byte, at) in hash.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(CommitHash(hash))
}
