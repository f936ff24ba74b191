//! The pieces of JSON text.

use super::PlainWriter;

impl PlainWriter {
    pub(super) fn name(&mut self, name: &str) {
        if !self.packed {
            self.token("\"");
            self.escaped(name);
            self.out.push(b':');
        }
    }

    /// Writes the start of a JSON value or name, after a comma unless it is the first.
    pub(super) fn token(&mut self, token: &str) {
        if self.packed {
            return;
        }
        if !matches!(self.out.last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(b',');
        }
        self.out.extend_from_slice(token.as_bytes());
    }

    pub(super) fn end(&mut self, bracket: u8) {
        if !self.packed {
            self.out.push(bracket);
        }
    }

    /// Writes text and the closing quote, escaping what JSON demands.
    pub(super) fn escaped(&mut self, text: &str) {
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
