//! What a member is told of who reads and who writes what about them, and what leaves a phone with the right to read it.

mod told;

use besace_model::access::about::{Whose, about_members};
use besace_model::access::{Readers, Role, Who};
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::kinds::directory;
use besace_model::kinds::directory::DirectoryMember;
use besace_model::time::Timestamp;

use super::device::{Device, me, update};
use crate::view::access::KindAccess;
use crate::view::{View, ViewRequest};
use crate::views::requests::{WholeAnswer, WholeRequest};
use told::told_as;

fn person(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

fn listed(name: &str, role: Role) -> DirectoryMember {
    DirectoryMember {
        name: name.into(),
        roles: [role].into(),
        active: true,
        ..DirectoryMember::default()
    }
}

/// An entrepreneur whom Anne accompanies; Elsa accompanies others, Luc counts, Zoé directed and left.
fn phone() -> Device {
    phone_with(listed("Anne Petit", Role::Coach))
}

/// The same, where the directory says this of Anne.
fn phone_with(said_of_anne: DirectoryMember) -> Device {
    let anne = person(21);
    let mine = DirectoryMember {
        coaches: [anne].into(),
        ..listed("Moi", Role::Entrepreneur)
    };
    let left = DirectoryMember {
        active: false,
        ..listed("Zoé", Role::Director)
    };
    let all = [
        (me(), mine),
        (anne, said_of_anne),
        (person(22), listed("Elsa", Role::Coach)),
        (person(23), listed("Luc", Role::Finance)),
        (person(24), left),
    ];
    let mut doc = Genesis::document(Kind::Directory);
    let mut members = all.iter().map(|(id, member)| (*id, Some(member)));
    let name = "Les Besaciers";
    let made = directory::write(&mut doc, name, &mut members, Timestamp(0), [9; 16]).unwrap();
    let mut device = Device::new();
    device.connect();
    let mut news = update(1);
    news.docs = vec![told_as(DocHead::directory(), made.change)];
    device.hear(news);
    device
}

fn told(device: &Device) -> Vec<KindAccess> {
    let request = ViewRequest::Whole(WholeRequest::Access);
    match device.replica.view(&request, device.now) {
        View::Whole(WholeAnswer::Access(kinds)) => kinds,
        other => panic!("not who reads and writes: {other:?}"),
    }
}

#[test]
fn it_is_what_the_tables_say_and_nothing_else() {
    let kinds = told(&Device::new());
    let mut said = Vec::new();
    for kind in &kinds {
        assert!(
            kind.people.is_empty(),
            "nobody is known without a directory"
        );
        for part in &kind.parts {
            let writers = part.writers.clone();
            said.push((
                kind.kind,
                kind.whose,
                kind.readers,
                part.part.as_str(),
                writers,
            ));
        }
    }
    let tables = about_members().into_iter();
    let tables: Vec<_> = tables
        .map(|part| (part.kind, part.whose, part.readers, part.map, part.writers))
        .collect();
    assert_eq!(said, tables);
}

#[test]
fn who_stands_in_for_my_coach_is_named_with_the_last_day_on_which_they_read() {
    let stand_ins = [22, 23].map(|backup| (person(backup), "2026-03-11".to_owned()));
    let kinds = told(&phone_with(DirectoryMember {
        stand_ins: stand_ins.into_iter().collect(),
        ..listed("Anne Petit", Role::Coach)
    }));
    let readers = |readers: Readers| -> Vec<(&str, &str)> {
        let kind = kinds
            .iter()
            .find(|kind| (kind.whose, kind.readers) == (Whose::Own, readers));
        let people = kind.unwrap().people.iter();
        people
            .map(|one| (one.name.as_str(), one.until.as_str()))
            .collect()
    };
    // Who accompanies nobody reads nothing by it, and who reads anyway goes on.
    let both = [("Anne Petit", ""), ("Elsa", "2026-03-11")];
    assert_eq!(readers(Readers::Coaching), both);
    assert_eq!(readers(Readers::Activity), [both[0], both[1], ("Luc", "")]);
    assert_eq!(
        readers(Readers::Contact),
        [("Anne Petit", ""), ("Elsa", ""), ("Luc", "")]
    );
}

#[test]
fn whoever_reads_what_is_about_me_is_named() {
    let kinds = told(&phone());
    for kind in &kinds {
        let names: Vec<_> = kind.people.iter().map(|one| one.name.as_str()).collect();
        let expected: &[&str] = match (kind.whose, kind.readers) {
            (Whose::Others, _) | (_, Readers::Everyone | Readers::Own) => &[],
            (_, Readers::Activity) => &["Anne Petit", "Luc"],
            (_, Readers::Coaching) => &["Anne Petit"],
            (_, Readers::Team | Readers::Contact | Readers::Guests) => {
                &["Anne Petit", "Elsa", "Luc"]
            }
            (_, Readers::Direction) => &["Luc"],
        };
        assert_eq!(names, expected, "{:?}", kind.kind);
    }
    let log = kinds.iter().find(|kind| kind.kind == Kind::CoachingLog);
    let log = log.unwrap();
    assert_eq!(log.people[0].roles, [Role::Coach]);
    let asks = log.parts.iter().find(|part| part.part == "asks").unwrap();
    assert_eq!(asks.writers, [Who::Owner, Who::Coach]);
}
