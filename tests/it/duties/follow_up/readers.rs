//! Who follows whom, and what is on their phones.

use besace_model::access::Role;
use besace_model::kind::Record;

use super::{SAID, Story};

#[test]
fn the_director_sees_dates_and_signatures_without_network_and_not_a_word_is_on_that_phone() {
    let mut story = Story::new("words");
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    let phone = story.at_director;
    story.world.signal(phone, false);
    story.world.kill(phone);
    story.world.open(phone);
    let sheet = story.sheet(phone).expect("Anna's sessions");
    let session = &sheet.sessions[0];
    assert!(session.counts && session.statutory && !session.to_sign);
    assert_eq!(session.starts_at, "2026-03-02T09:00:00Z");
    let signers: Vec<&str> = session
        .signed_by
        .iter()
        .map(|by| by.name.as_str())
        .collect();
    assert_eq!(signers, ["Anna", "Camille"]);
    let disk = story.world.phones[phone].disk();
    for ((store, key), row) in disk {
        let row = String::from_utf8_lossy(row);
        assert!(!row.contains(SAID), "{store} {key}");
    }
    let records = story.world.phones[phone].records();
    let mut records = records.values();
    assert!(!records.any(|record| matches!(record, Record::CoachingLog(_))));
    assert!(
        story.world.phones[story.at_anna]
            .disk()
            .values()
            .any(|row| { String::from_utf8_lossy(row).contains(SAID) })
    );
}

#[test]
fn who_accompanies_follows_their_own_and_an_entrepreneur_themselves() {
    let mut story = Story::new("readers");
    let other = story.world.member("Basile", &[Role::Entrepreneur]);
    let at_other = story.world.phone(other);
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    for (phone, names) in [
        (story.at_director, &["Anna", "Basile"][..]),
        (story.at_coach, &["Anna"]),
        (at_other, &["Basile"]),
    ] {
        let rows = story.listed(phone, "2026-06-01", None);
        let seen: Vec<String> = rows.into_iter().map(|row| row.name).collect();
        assert_eq!(seen, names);
    }
    assert_eq!(story.sheet(at_other), None, "nobody else's");
}
