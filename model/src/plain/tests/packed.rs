//! What is packed reads back, and nothing else does.

use super::super::*;
use super::{Begins, Changes, Order, Said, TEXT, record};
use crate::kinds::activity::Activity;
use crate::kinds::profile::Profile;

#[test]
fn what_is_written_reads_back_in_both_forms() {
    let record = record();
    assert_eq!(unpack(&pack(&record)), Ok(record.clone()));
    assert_eq!(from_json(to_json(&record).as_bytes()), Ok(record));
    for order in [
        Order::Stop,
        Order::GoTo {
            far_away: true,
            member: None,
        },
        Order::Change(Changes {
            first_word: None,
            amount: Some(None),
        }),
        Order::Change(Changes {
            first_word: Some(TEXT.to_owned()),
            amount: None,
        }),
    ] {
        assert_eq!(from_json(to_json(&order).as_bytes()).as_ref(), Ok(&order));
        assert_eq!(unpack(&pack(&order)).as_ref(), Ok(&order));
    }
}

#[test]
fn what_begins_with_something_missing_is_not_missing_itself() {
    for with in [None, Some(3)] {
        let begins = Begins { with, then: 7 };
        let all = vec![None, Some(begins.clone()), None];
        assert_eq!(unpack(&pack(&all)), Ok(all));
        let deep = vec![Some(Some(begins)), Some(None), None];
        assert_eq!(unpack(&pack(&deep)), Ok(deep));
    }
    for amount in [None, Some(None), Some(Some(3))] {
        let changes = Changes {
            first_word: None,
            amount,
        };
        let said = Said {
            begins: Some(changes),
            then: None,
        };
        assert_eq!(unpack(&pack(&said)), Ok(said));
    }
}

#[test]
fn bytes_of_another_shape_and_damaged_ones_are_refused() {
    let packed = pack(&record());
    assert!(unpack::<Profile>(&packed).is_err());
    for length in 0..packed.len() {
        assert!(unpack::<Activity>(&packed[..length]).is_err());
    }
    for at in 0..packed.len() {
        let mut damaged = packed.clone();
        damaged[at] ^= 0x5a;
        // Whatever it says, it says it in order.
        let _ = unpack::<Activity>(&damaged);
    }
    assert_ne!(shape(&[("ab", 0), ("c", 0)]), shape(&[("a", 0), ("bc", 0)]));
    assert_ne!(shape(&[("a", 0)]), shape(&[("a", 1)]));
}
