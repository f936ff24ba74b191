//! Reading JSON text into a value. Ours holds whole numbers alone, so a fraction is refused like any other fault.

mod text;

use super::Unfit;
use crate::sorted::SortedMap;
use text::Text;

/// How deep values may stand in each other.
const DEPTH_MAX: usize = 32;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// What an object holds, by name.
pub type Object = SortedMap<String, Value>;

impl Value {
    /// Reads JSON text.
    ///
    /// # Errors
    /// [`Unfit`] when it is not JSON, or holds a fraction.
    pub fn parse(text: &[u8]) -> Result<Self, Unfit> {
        let mut rest = Text { rest: text };
        let value = rest.value(DEPTH_MAX)?;
        rest.skip_space();
        if rest.rest.is_empty() {
            Ok(value)
        } else {
            Err(Unfit)
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The object, if it is one.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// What an object holds under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
