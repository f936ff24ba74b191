//! What is told of members, and that a table that changes changes it.

use super::*;
use crate::doc::rules::set;

const MAPS: &[&str] = &["said", "people"];

fn spec(named: Named, readers: Readers) -> Spec {
    Spec::of_members(named, readers)
}

#[test]
fn every_map_of_every_kind_that_is_named_after_a_member_is_told() {
    let told = about_members();
    for kind in Kind::ALL {
        let spec = kind.spec().unwrap();
        let maps: Vec<_> = told.iter().filter(|part| part.kind == *kind).collect();
        for part in &maps {
            assert_eq!(part.readers, spec.readers, "{kind:?}");
            assert!(
                !part.writers.is_empty(),
                "nobody writes {kind:?} {}",
                part.map
            );
        }
        if Whose::named(spec.named) != Whose::Shared {
            let maps: Vec<_> = maps.iter().map(|part| part.map).collect();
            assert_eq!(maps, kind.table().maps, "{kind:?}");
        }
        for rule in kind.table().rules() {
            let map = rule.path.split('/').next().unwrap();
            let part = maps.iter().find(|part| part.map == map);
            let says = part.is_none_or(|part| part.writers.contains(&rule.who));
            assert!(says, "who writes {} of {kind:?} is not told", rule.path);
            let is_of_members = rule.path.contains("{member}");
            assert!(part.is_some() || !is_of_members, "{kind:?} {}", rule.path);
        }
    }
}

#[test]
fn what_others_have_about_a_member_is_theirs_alone() {
    // The page that tells it knows no other words for it.
    let told = about_members().into_iter();
    let mut others = told.filter(|part| part.whose == Whose::Others);
    assert!(others.all(|part| part.readers == Readers::Own));
}

const SAID: Table = Table {
    maps: MAPS,
    groups: &[&[set("said/text", Value::Text, Who::Owner)]],
};

#[test]
fn a_table_that_changes_changes_what_is_told() {
    const MORE: Table = Table {
        maps: MAPS,
        groups: &[
            SAID.groups[0],
            &[
                set("said/hidden", Value::Bool, Who::Editors),
                set("said/more", Value::Text, Who::Owner),
                set("people/{member}", Value::Bool, Who::Oneself),
            ],
        ],
    };
    let told = |table: &Table, readers| {
        let parts = parts(Kind::Other(200), &spec(Named::PerMember, readers), table);
        let parts = parts.into_iter();
        let told = parts.map(|part| (part.map, part.readers, part.writers));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told(&SAID, Readers::Own),
        [
            ("said", Readers::Own, vec![Who::Owner]),
            ("people", Readers::Own, vec![])
        ]
    );
    assert_eq!(
        told(&MORE, Readers::Activity),
        [
            ("said", Readers::Activity, vec![Who::Owner, Who::Editors]),
            ("people", Readers::Activity, vec![Who::Oneself])
        ]
    );
}

#[test]
fn of_what_all_share_only_what_names_members_is_told() {
    const RANKS: Table = Table {
        maps: MAPS,
        groups: &[
            SAID.groups[0],
            &[set("people/{member}/rank", Value::Bool, Who::Relay)],
        ],
    };
    const SIGNED: Table = Table {
        maps: MAPS,
        groups: &[&[set("said/by", Value::Author, Who::Organisers)]],
    };
    let maps = |table: &Table| {
        let shared = spec(Named::ByUlid, Readers::Team);
        let parts = parts(Kind::Other(200), &shared, table).into_iter();
        parts.map(|part| part.map).collect::<Vec<_>>()
    };
    assert_eq!(maps(&SAID), [""; 0]);
    assert_eq!(maps(&RANKS), ["people"]);
    assert_eq!(maps(&SIGNED), ["said"]);
}
