//! A map is in order, and keeps the form that it had on the disk.

use super::*;

#[test]
fn keys_stand_in_order_whatever_order_they_came_in() {
    let mut map = SortedMap::from([(3, 'c'), (1, 'a'), (2, 'b'), (3, 'd')]);
    assert!(map.iter().eq([(&1, &'a'), (&2, &'b'), (&3, &'d')]));
    assert_eq!(map.insert(2, 'e'), Some('b'));
    assert_eq!(map.remove(&1), Some('a'));
    assert_eq!((map.get(&1), map.get(&2)), (None, Some(&'e')));
    assert_eq!(map.split_off(&3), SortedMap::from([(3, 'd')]));
    assert_eq!(map.pop_first(), Some((2, 'e')));
    assert_eq!(map.pop_first(), None);
}

#[test]
fn a_map_keeps_the_form_it_had_on_the_disk() {
    let entries = [("b".to_owned(), 2), ("a".to_owned(), 1)];
    let before = minicbor::to_vec(std::collections::BTreeMap::from(entries.clone())).unwrap();
    let map = SortedMap::from(entries);
    assert_eq!(minicbor::to_vec(&map).unwrap(), before);
    assert_eq!(minicbor::decode::<SortedMap<_, _>>(&before).unwrap(), map);
}
