//! JSON text, read character by character.

use super::super::Unfit;
use super::{Object, Value};

pub(super) struct Text<'a> {
    pub(super) rest: &'a [u8],
}

impl Text<'_> {
    fn next(&mut self) -> Result<u8, Unfit> {
        let (first, rest) = self.rest.split_first().ok_or(Unfit)?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn skip_space(&mut self) {
        self.rest = self.rest.trim_ascii_start();
    }

    /// Passes over a character if it comes next.
    fn skip(&mut self, character: u8) -> bool {
        self.skip_space();
        let found = self.rest.strip_prefix(&[character]);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn expect(&mut self, character: u8) -> Result<(), Unfit> {
        if self.skip(character) {
            Ok(())
        } else {
            Err(Unfit)
        }
    }

    pub(super) fn value(&mut self, depth: usize) -> Result<Value, Unfit> {
        let depth = depth.checked_sub(1).ok_or(Unfit)?;
        if self.skip(b'"') {
            return self.text().map(Value::Text);
        }
        if self.skip(b'{') {
            let mut object = Object::new();
            self.each(b'}', &mut |text| {
                text.expect(b'"')?;
                let name = text.text()?;
                text.expect(b':')?;
                object.insert(name, text.value(depth)?);
                Ok(())
            })?;
            return Ok(Value::Object(object));
        }
        if self.skip(b'[') {
            let mut list = Vec::new();
            self.each(b']', &mut |text| {
                list.push(text.value(depth)?);
                Ok(())
            })?;
            return Ok(Value::List(list));
        }
        self.word()
    }

    /// Reads what stands between commas, up to a closing bracket.
    fn each(
        &mut self,
        close: u8,
        step: &mut dyn FnMut(&mut Self) -> Result<(), Unfit>,
    ) -> Result<(), Unfit> {
        if self.skip(close) {
            return Ok(());
        }
        loop {
            step(self)?;
            if !self.skip(b',') {
                return self.expect(close);
            }
        }
    }

    /// Reads a word or a number.
    fn word(&mut self) -> Result<Value, Unfit> {
        let ends = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
        let end = self.rest.iter().position(ends).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            b"null" => Ok(Value::Null),
            b"true" => Ok(Value::Flag(true)),
            b"false" => Ok(Value::Flag(false)),
            [b'+', ..] | [b'0', _, ..] | [b'-', b'0', _, ..] => Err(Unfit),
            digits => {
                let digits = std::str::from_utf8(digits).map_err(|_| Unfit)?;
                digits.parse().map(Value::Number).map_err(|_| Unfit)
            }
        }
    }

    /// Reads text after its opening quote.
    fn text(&mut self) -> Result<String, Unfit> {
        let mut bytes = Vec::new();
        loop {
            match self.next()? {
                b'"' => return String::from_utf8(bytes).map_err(|_| Unfit),
                b'\\' => {
                    let escaped = self.escaped()?;
                    bytes.extend(escaped.encode_utf8(&mut [0; 4]).as_bytes());
                }
                0..0x20 => return Err(Unfit),
                byte => bytes.push(byte),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Unfit> {
        Ok(match self.next()? {
            plain @ (b'"' | b'\\' | b'/') => char::from(plain),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let mut unit = self.unit()?;
                if let 0xd800..0xdc00 = unit {
                    let (b'\\', b'u') = (self.next()?, self.next()?) else {
                        return Err(Unfit);
                    };
                    let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400);
                    unit = 0x1_0000 + ((unit - 0xd800) << 10) + low.ok_or(Unfit)?;
                }
                char::from_u32(unit).ok_or(Unfit)?
            }
            _ => return Err(Unfit),
        })
    }

    fn unit(&mut self) -> Result<u32, Unfit> {
        (0..4).try_fold(0, |unit, _| {
            let digit = char::from(self.next()?).to_digit(16).ok_or(Unfit)?;
            Ok(unit << 4 | digit)
        })
    }
}
