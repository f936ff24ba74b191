//! A kind is known by its number.

use super::*;

#[test]
fn a_kind_is_known_by_its_number_and_one_of_another_version_keeps_it() {
    for kind in Kind::ALL {
        assert_eq!(Kind::numbered(kind.number()), *kind);
    }
    let strange = Kind::numbered(200);
    assert_eq!(strange, Kind::Other(200));
    let bytes = minicbor::to_vec(strange).unwrap();
    assert_eq!(minicbor::decode::<Kind>(&bytes).unwrap(), strange);
    assert!(strange.spec().is_none());
}
