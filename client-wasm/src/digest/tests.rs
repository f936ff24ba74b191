//! What is told of prose, and of what is not.

use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::post::{Post, PostStatus, PostTopic, Thread};
use besace_model::record::Entry;

use super::*;

fn post(title: &str, body: &str) -> Record {
    post_of(Entry::default(), title, body)
}

fn post_of(entry: Entry, title: &str, body: &str) -> Record {
    let post = Post {
        entry,
        topic: PostTopic::Need,
        title: title.to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        expires: String::new(),
        status: PostStatus::Open,
        event: None,
    };
    Record::Post(Thread {
        posts: [(Ulid([8; 16]), post)].into_iter().collect(),
        ..Thread::default()
    })
}

#[test]
fn prose_of_any_kind_is_merged_and_a_line_is_overwritten() {
    let id = Ulid([8; 16]);
    let head = DocHead::post(MemberId(Ulid([7; 16])), id);
    let mine = SortedSet::from([id.to_string()]);
    let before = content(&post("Un local", "Quinze mètres."));
    let how = |after: &Record| {
        let told = compare(&head, &before, after, None, &mine, Timestamp(0));
        told[0].1.as_ref().map(|item| item.how)
    };
    assert_eq!(how(&post("Un local", "Dix mètres.")), Some(AwayHow::Merged));
    let other = post("Un atelier", "Quinze mètres.");
    assert_eq!(how(&other), Some(AwayHow::Overwritten));
}

#[test]
fn that_somebody_read_an_entry_is_not_told() {
    let id = Ulid([8; 16]);
    let head = DocHead::post(MemberId(Ulid([7; 16])), id);
    let before = content(&post("Un local", "Quinze mètres."));
    let told = |entry: Entry| {
        let after = post_of(entry, "Un local", "Quinze mètres.");
        let told = compare(
            &head,
            &before,
            &after,
            None,
            &SortedSet::new(),
            Timestamp(0),
        );
        told.iter()
            .map(|(_, item)| item.as_ref().map(|it| it.how))
            .collect::<Vec<_>>()
    };
    let at = || Timestamp(0).rfc3339();
    let read = Entry {
        updated_at: at(),
        ..Entry::default()
    };
    assert_eq!(told(read), [None]);
    let removed = Entry {
        removed_at: at(),
        ..Entry::default()
    };
    assert_eq!(told(removed), [Some(AwayHow::Removed)]);
}

#[test]
fn the_prose_of_a_kind_is_what_its_rules_call_text() {
    let coaching = prose_of(Kind::CoachingLog);
    for field in [
        "text",
        "answer",
        "objectives",
        "points",
        "plan",
        "eightPoints",
    ] {
        assert!(coaching.contains(field), "{field}");
    }
    assert!(!coaching.contains("place"));
    assert!(prose_of(Kind::CoachNotes).contains("nextTime"));
    assert!(prose_of(Kind::Rsvp).is_empty());
}
