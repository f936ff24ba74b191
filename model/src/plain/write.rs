//! Writing plain data.

mod json_text;
mod values;

use super::{PRESENT, ToPlain, UNDEFINED};

/// Where plain data is written to.
#[derive(Debug)]
pub struct PlainWriter {
    out: Vec<u8>,
    packed: bool,
    /// Stands first in the object that opens next.
    tag: Option<(&'static str, &'static str)>,
}

impl PlainWriter {
    pub(super) fn json() -> Self {
        Self {
            out: Vec::new(),
            packed: false,
            tag: None,
        }
    }

    pub(super) fn packed(shape: u64) -> Self {
        Self {
            out: shape.to_be_bytes().to_vec(),
            packed: true,
            tag: None,
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    pub(super) fn into_json(self) -> String {
        String::from_utf8(self.out).expect("made of text and of ASCII around it")
    }

    /// Opens an object.
    pub fn open(&mut self) {
        self.token("{");
        if let Some((key, word)) = self.tag.take() {
            self.field(key, &word);
        }
    }

    /// Closes an object.
    pub fn close(&mut self) {
        self.end(b'}');
    }

    /// Writes a field of the open object.
    pub fn field(&mut self, name: &str, value: &dyn ToPlain) {
        self.name(name);
        value.write(self);
    }

    /// Writes a field of the open object if it is said.
    pub fn said(&mut self, name: &str, value: Option<&dyn ToPlain>) {
        match value {
            Some(value) => {
                self.name(name);
                self.present(UNDEFINED, value);
            }
            None if self.packed => self.pack(|to| to.undefined().is_ok()),
            None => {}
        }
    }

    /// Writes a value where another byte stands for a missing one. Packed, a value that begins with that byte, as a record
    /// does whose first field is missing, comes after a sign of its own.
    pub(super) fn present(&mut self, missing: u8, value: &dyn ToPlain) {
        let start = self.out.len();
        value.write(self);
        let begins = self.out.get(start).copied();
        if self.packed && begins.is_some_and(|byte| byte == missing || byte == PRESENT) {
            self.out.insert(start, PRESENT);
        }
    }

    /// Names the variant that the next object is.
    pub fn tag(&mut self, key: &'static str, word: &'static str) {
        if self.packed {
            self.text(word);
        } else {
            self.tag = Some((key, word));
        }
    }

    /// Writes an entry of the open map.
    pub fn entry(&mut self, key: &str, value: &dyn ToPlain) {
        if self.packed {
            self.text(key);
        } else {
            self.name(key);
        }
        value.write(self);
    }

    /// Opens a map of so many entries; [`PlainWriter::close`] closes it.
    pub fn map(&mut self, entries: usize) {
        self.token("{");
        self.count(entries);
    }

    /// Opens a list of so many values.
    pub fn list(&mut self, values: usize) {
        self.token("[");
        self.count(values);
    }

    /// Closes a list.
    pub fn close_list(&mut self) {
        self.end(b']');
    }

    fn count(&mut self, count: usize) {
        if self.packed {
            self.pack(|to| to.array(count as u64).is_ok());
        }
    }
}
