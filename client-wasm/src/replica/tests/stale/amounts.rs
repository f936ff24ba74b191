//! Amounts typed on a form of before.

use automerge::Change;
use besace_model::ids::Ulid;
use besace_model::record::FieldValue;
use besace_model::sorted::SortedSet;

use super::{edit_amount, is_done};
use crate::api::Intent;
use crate::replica::tests::device::{Device, Other, logged, update};

#[test]
fn a_draft_from_yesterday_does_not_put_an_old_amount_back_over_a_newer_one() {
    let mut device = Device::new();
    let mut other = Other::new(30);
    let id = Ulid([1; 16]);
    let first = other.make(&crate::replica::tests::device::add_expense(id, 4_200));
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![first])];
    device.hear(news);
    let base = device.expenses()[0].info.base.clone();
    let mut news = update(2);
    news.docs = vec![logged(vec![other.make(&edit_amount(id, 9_900))])];
    device.hear(news);
    // The app was closed meanwhile: the draft is all that is left of yesterday.
    let mut device = device.reopen();
    let result = device.save_at(edit_amount(id, 4_300), &base);
    assert!(is_done(&result), "{result:?}");
    let conflicts = device.expenses()[0].info.conflicts.clone();
    assert_eq!(conflicts.len(), 1, "it becomes a field to check");
    let mut values: Vec<_> = conflicts[0].values.iter().map(|it| &it.value).collect();
    values.sort_by_key(|value| format!("{value:?}"));
    assert_eq!(
        values,
        [&FieldValue::Number(4_300), &FieldValue::Number(9_900)]
    );
    // Settling it is done on what stands.
    let settled = device.dispatch(Intent::Settle {
        conflict: conflicts[0].id.clone(),
        choice: 1,
    });
    assert!(is_done(&settled), "{settled:?}");
    assert_eq!(device.expenses()[0].info.conflicts, []);
}

#[test]
fn a_save_where_nothing_of_the_entry_changed_goes_on_in_one_line_and_one_session() {
    let mut device = Device::new();
    let ids: Vec<Ulid> = (1..=40).map(|number| device.expense(number, 100)).collect();
    let base = device.expenses()[0].info.base.clone();
    for id in &ids {
        assert!(is_done(&device.save_at(edit_amount(*id, 200), &base)));
    }
    let base_now = device.expenses()[0].info.base.clone();
    assert!(!base_now.contains('.'), "one head: {base_now}");
    let actors: SortedSet<Vec<u8>> = actors_of(&device);
    assert_eq!(actors.len(), 1);
}

fn actors_of(device: &Device) -> SortedSet<Vec<u8>> {
    let changes = device.pending().into_iter();
    let changes = changes.map(|change| Change::from_bytes(change).unwrap());
    changes
        .map(|change| change.actor_id().to_bytes().to_vec())
        .collect()
}

#[test]
fn typing_on_stale_forms_all_year_takes_two_writing_sessions() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    for number in 0..60 {
        let base = device.expenses()[0].info.base.clone();
        assert!(is_done(
            &device.save_at(edit_amount(id, 1_000 + number), &base)
        ));
        assert!(is_done(
            &device.save_at(edit_amount(id, 2_000 + number), &base)
        ));
        if number % 20 == 10 {
            device = device.reopen();
        }
    }
    assert!(
        actors_of(&device).len() <= 2,
        "{:?}",
        actors_of(&device).len()
    );
}
