//! The table itself: paths, wildcards, who may write where.

use super::*;
use crate::access::Who;
use crate::ids::MemberId;

const TABLE: Table = Table {
    maps: &["lines"],
    groups: &[&[
        set("lines/{ulid}", Value::Map, Who::Owner),
        set("lines/{ulid}/cents", Value::Int(0, 100), Who::Owner),
        clearable("lines/{ulid}/tags/{tag}", Value::Bool, Who::Coach),
    ]],
};

#[test]
fn a_path_finds_its_rule_and_nothing_else_does() {
    let rules = Rules::compile(&TABLE);
    let lines = rules.child(Rules::ROOT, "lines").unwrap();
    assert!(
        rules.rule(lines).is_none(),
        "what the genesis makes is nobody's"
    );
    let line = rules.child(lines, "01ARZ3NDEKTSV4RRFFQ69G5FAV").unwrap();
    assert!(rules.is_wildcard(line));
    let cents = rules.child(line, "cents").unwrap();
    assert_eq!(rules.rule(cents).unwrap().value, Value::Int(0, 100));
    assert_eq!(rules.child(line, "euros"), None);
    assert_eq!(rules.child(lines, "../../etc"), None);
}

#[test]
fn values_of_the_wrong_type_size_or_form_do_not_fit() {
    let refused = [
        (Value::Int(0, 10), Scalar::Int(11)),
        (Value::Int(0, 10), Scalar::Str("5")),
        (Value::Int(0, 10), Scalar::Other),
        (Value::Date, Scalar::Str("2026-02-30")),
        (Value::Str(3), Scalar::Str("quatre")),
        (Value::Str(30), Scalar::Str("tourne\u{202e}")),
        (Value::Str(30), Scalar::Str("\u{0}")),
        (Value::Choice(&["a"]), Scalar::Str("b")),
        (Value::Digest, Scalar::Str("00")),
        (Value::Map, Scalar::Bool(true)),
        (Value::Author, Scalar::Str("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
        (Value::Author, Scalar::Str("")),
    ];
    let author = MemberId::from_bytes([7; 16]);
    for (value, scalar) in refused {
        assert!(!value.accepts(scalar, author), "{value:?} {scalar:?}");
    }
    assert!(Value::Str(30).accepts(Scalar::Str("Cœur d'été"), author));
    let name = author.to_string();
    assert!(Value::Author.accepts(Scalar::Str(&name), author));
}
