//! One identifier, one spelling.

use super::*;

#[test]
fn a_ulid_prints_and_reads_back_in_one_spelling_only() {
    let id = Ulid::from_parts(1_700_000_000_123, [7; 10]);
    assert_eq!(id.to_string().parse(), Ok(id));
    assert_eq!(id.unix_ms(), 1_700_000_000_123);
    for bad in [
        "",
        "01ARZ3NDEKTSV4RRFFQ69G5FA",
        "81ARZ3NDEKTSV4RRFFQ69G5FAV",
        "../RZ3NDEKTSV4RRFFQ69G5FAV\0",
        "01arz3ndektsv4rrffq69g5fav",
    ] {
        assert_eq!(bad.parse::<Ulid>(), Err(BadId), "{bad}");
    }
}

#[test]
fn a_document_name_prints_with_a_checksum() {
    let id = DocId([9; ID_BYTES]);
    let text = id.to_string();
    assert_eq!(text.parse(), Ok(id));
    let mut wrong = text.into_bytes();
    wrong[3] = if wrong[3] == b'2' { b'3' } else { b'2' };
    assert_eq!(
        String::from_utf8(wrong).unwrap().parse::<DocId>(),
        Err(BadId)
    );
}
