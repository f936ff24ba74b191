//! The same map made twice.

use super::super::fixture::*;
use crate::error::ErrorCode;

#[test]
fn the_second_phone_to_make_the_same_map_is_asked_to_do_it_again() {
    let owner = owner();
    let mut index = index();
    accept(&mut index, &owner, &Phone::new(&owner, 11).add_line(LINE));
    let late = Phone::new(&owner, 12).add_line(LINE);
    refused(
        &verdict(&index, &owner, &late),
        ErrorCode::AlreadyMade,
        &format!("lines/{LINE}"),
    );
}

#[test]
fn a_map_taken_out_may_be_made_again_but_not_hidden_by_a_late_delete() {
    let owner = owner();
    let mut index = index();
    let mut phone = Phone::new(&owner, 11);
    let mut tablet = Phone::new(&owner, 12);
    let made = phone.add_line(LINE);
    tablet.take(&made);
    let late_delete = tablet.delete(&["lines"], LINE);
    for raw in [
        &made,
        &phone.delete(&["lines"], LINE),
        &phone.add_line(LINE),
        &late_delete,
    ] {
        accept(&mut index, &owner, raw);
    }
    let again = Phone::new(&owner, 13).add_line(LINE);
    refused(
        &verdict(&index, &owner, &again),
        ErrorCode::AlreadyMade,
        &format!("lines/{LINE}"),
    );
}
