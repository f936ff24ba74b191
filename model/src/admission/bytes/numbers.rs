//! Numbers in their shortest form.

use super::{ByteReader, Malformed};

impl<'a> ByteReader<'a> {
    /// An unsigned LEB128 number in its shortest form.
    pub(in crate::admission) fn unsigned(&mut self) -> Result<u64, Malformed> {
        let mut value = 0u64;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                return Err(Malformed);
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return if byte == 0 && shift > 0 {
                    Err(Malformed)
                } else {
                    Ok(value)
                };
            }
        }
        Err(Malformed)
    }

    /// A length, which is never more than what is left.
    pub(in crate::admission) fn length(&mut self) -> Result<usize, Malformed> {
        usize::try_from(self.unsigned()?).map_err(|_| Malformed)
    }

    /// A signed LEB128 number in its shortest form.
    pub(in crate::admission) fn signed(&mut self) -> Result<i64, Malformed> {
        let mut value = 0i64;
        let mut before = 0u8;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            if shift == 63 && byte != 0 && byte != 0x7f {
                return Err(Malformed);
            }
            value |= i64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                let extends_sign =
                    (byte == 0 && before & 0x40 == 0) || (byte == 0x7f && before & 0x40 != 0);
                if shift > 0 && extends_sign {
                    return Err(Malformed);
                }
                if shift < 57 && byte & 0x40 != 0 {
                    value |= -1i64 << (shift + 7);
                }
                return Ok(value);
            }
            before = byte;
        }
        Err(Malformed)
    }
}
