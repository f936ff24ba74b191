//! A field to check is settled.

use besace_model::head::DocHead;
use besace_model::kind::Record;
use besace_model::plain::{self, FromPlain, Value};

/// A field to check, and the value that a person chose for it.
pub(crate) struct Settling<'a> {
    pub(crate) head: &'a DocHead,
    pub(crate) record: Option<&'a Record>,
    /// The map that the field's entry stands in.
    pub(crate) collection: &'a str,
    /// The entry; empty in a document that is one.
    pub(crate) id: &'a str,
    /// The field, as commands name it.
    pub(crate) field: &'a str,
    pub(crate) value: Value,
}

impl Settling<'_> {
    /// The field alone, as changes of an entry; `None` where the entry has no such field.
    pub(crate) fn changes<T: FromPlain>(&self) -> Option<T> {
        let fields = [(self.field.to_owned(), self.value.clone())];
        plain::from_value(&Value::Object(fields.into())).ok()
    }

    /// The value.
    pub(crate) fn value<T: FromPlain>(&self) -> Option<T> {
        plain::from_value(&self.value).ok()
    }
}
