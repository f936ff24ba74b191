//! A number has one spelling.

use super::*;

#[test]
fn a_number_has_one_spelling() {
    for (bytes, value) in [
        (&[0u8][..], Ok(0)),
        (&[0x7f], Ok(127)),
        (&[0x80, 1], Ok(128)),
        (&[0x80, 0], Err(Malformed)),
        (&[0x81, 0x80, 0], Err(Malformed)),
        (&[0xff; 10], Err(Malformed)),
        (
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
            Ok(u64::MAX),
        ),
        (
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2],
            Err(Malformed),
        ),
        (&[0x80], Err(Malformed)),
        (&[], Err(Malformed)),
    ] {
        assert_eq!(ByteReader::new(bytes).unsigned(), value, "{bytes:x?}");
    }
    for (bytes, value) in [
        (&[0u8][..], Ok(0)),
        (&[0x7f], Ok(-1)),
        (&[0x40], Ok(-64)),
        (&[0xbf, 0x7f], Ok(-65)),
        (&[0xc0, 0], Ok(64)),
        (&[0x81, 0], Err(Malformed)),
        (&[0xff, 0x7f], Err(Malformed)),
        (
            &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
            Ok(i64::MIN),
        ),
        (
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0],
            Ok(i64::MAX),
        ),
        (
            &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
            Err(Malformed),
        ),
    ] {
        assert_eq!(ByteReader::new(bytes).signed(), value, "{bytes:x?}");
    }
}
