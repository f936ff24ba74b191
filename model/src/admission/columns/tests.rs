//! Each column has one spelling.

use super::*;

fn numbers(bytes: &[u8], count: usize) -> Result<Vec<Option<u64>>, Malformed> {
    let mut runs = Runs::<u64>::new(ByteReader::new(bytes));
    let values = (0..count).map(|_| runs.next()).collect::<Result<_, _>>()?;
    if runs.ends_well() {
        Ok(values)
    } else {
        Err(Malformed)
    }
}

#[test]
fn a_run_length_column_has_one_spelling() {
    let (a, b) = (Some(5), Some(6));
    assert_eq!(
        numbers(&[2, 5, 0x7e, 6, 5, 0, 1], 5),
        Ok(vec![a, a, b, a, None])
    );
    assert_eq!(numbers(&[], 2), Ok(vec![None, None]));
    for (bytes, count) in [
        (&[1, 5][..], 1),            // a run of one
        (&[2, 5, 2, 5], 4),          // a run cut in two
        (&[0x7f, 5, 0x7f, 6], 2),    // a stretch cut in two
        (&[0x7e, 5, 5], 2),          // equal neighbours written out
        (&[2, 5, 0x7f, 5], 3),       // a stretch that goes on with the run's value
        (&[0x7f, 5, 2, 5], 3),       // a run that goes on with the stretch's value
        (&[0, 1, 0, 1, 0x7f, 5], 3), // nothing cut in two
        (&[0, 2], 2),                // nothing at all, written out
        (&[0, 0, 0x7f, 5], 1),       // a stretch of no length
        (&[2, 5], 1),                // more values than rows
        (&[2, 5], 3),                // fewer values than rows
    ] {
        assert_eq!(numbers(bytes, count), Err(Malformed), "{bytes:x?}");
    }
}

#[test]
fn a_yes_or_no_column_has_one_spelling() {
    let read = |bytes: &[u8], count: usize| {
        let mut bools = Bools::new(ByteReader::new(bytes));
        let values = (0..count)
            .map(|_| bools.next())
            .collect::<Result<Vec<_>, _>>()?;
        if bools.ends_well() {
            Ok(values)
        } else {
            Err(Malformed)
        }
    };
    assert_eq!(read(&[1, 2], 3), Ok(vec![false, true, true]));
    assert_eq!(read(&[0, 1, 1], 2), Ok(vec![true, false]));
    for (bytes, count) in [
        (&[1, 0, 1][..], 2),
        (&[0, 0, 1], 1),
        (&[2], 1),
        (&[1], 2),
        (&[1, 0], 1),
    ] {
        assert_eq!(read(bytes, count), Err(Malformed), "{bytes:x?}");
    }
}
