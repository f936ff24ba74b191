//! Writing single values, in both forms.

use minicbor::Encoder;

use super::PlainWriter;

impl PlainWriter {
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

    pub(super) fn pack(&mut self, write: impl FnOnce(&mut Encoder<&mut Vec<u8>>) -> bool) {
        let fits = write(&mut Encoder::new(&mut self.out));
        debug_assert!(fits, "memory takes everything");
    }
}
