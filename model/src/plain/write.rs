//! Writing plain data.

use minicbor::Encoder;

use super::ToPlain;

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
            Some(value) => self.field(name, value),
            None if self.packed => self.pack(|to| to.undefined().is_ok()),
            None => {}
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

    /// Writes nothing.
    pub fn null(&mut self) {
        self.token("null");
        if self.packed {
            self.pack(|to| to.null().is_ok());
        }
    }

    /// Writes yes or no.
    pub fn flag(&mut self, flag: bool) {
        self.token(if flag { "true" } else { "false" });
        if self.packed {
            self.pack(|to| to.bool(flag).is_ok());
        }
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: i64) {
        if self.packed {
            self.pack(|to| to.i64(number).is_ok());
        } else {
            self.token(&number.to_string());
        }
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        if self.packed {
            self.pack(|to| to.str(text).is_ok());
        } else {
            self.token("\"");
            self.escaped(text);
        }
    }

    fn count(&mut self, count: usize) {
        if self.packed {
            self.pack(|to| to.array(count as u64).is_ok());
        }
    }

    fn pack(&mut self, write: impl FnOnce(&mut Encoder<&mut Vec<u8>>) -> bool) {
        let fits = write(&mut Encoder::new(&mut self.out));
        debug_assert!(fits, "memory takes everything");
    }

    fn name(&mut self, name: &str) {
        if !self.packed {
            self.token("\"");
            self.escaped(name);
            self.out.push(b':');
        }
    }

    /// Writes the start of a JSON value or name, after a comma unless it is the first.
    fn token(&mut self, token: &str) {
        if self.packed {
            return;
        }
        if !matches!(self.out.last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(b',');
        }
        self.out.extend_from_slice(token.as_bytes());
    }

    fn end(&mut self, bracket: u8) {
        if !self.packed {
            self.out.push(bracket);
        }
    }

    /// Writes text and the closing quote, escaping what JSON demands.
    fn escaped(&mut self, text: &str) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        for byte in text.bytes() {
            let short = match byte {
                b'"' | b'\\' => byte,
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                0x08 => b'b',
                0x0c => b'f',
                0..0x20 => {
                    let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
                    self.out.extend([b'\\', b'u', b'0', b'0', high, low]);
                    continue;
                }
                _ => {
                    self.out.push(byte);
                    continue;
                }
            };
            self.out.extend([b'\\', short]);
        }
        self.out.push(b'"');
    }
}
