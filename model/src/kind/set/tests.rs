//! What is in a set of kinds.

use super::*;

#[test]
fn a_set_of_kinds_says_which_are_in_it() {
    let known = KindSet::known();
    assert!(Kind::ALL.iter().all(|kind| known.contains(*kind)));
    for strange in [0, 50, 63, 64, 200] {
        assert!(!known.contains(Kind::Other(strange)), "{strange}");
    }
    assert!(KindSet::SPINE.contains(Kind::Roster));
    assert_eq!(KindSet::said(None), KindSet::SPINE);
}
