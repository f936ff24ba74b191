//! Bad input is named by the path of the field.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kinds::event::EventCommand;
use crate::kinds::profile::ProfileCommand;

mod activity;
mod coaching;

/// What a command says is wrong, when it is given on documents where every command before it was done.
fn complaint(by: u8, command: &Command) -> CommandError {
    let head = command.target(person(by));
    let mut doc = Genesis::document(head.kind);
    for (author, earlier) in every_command() {
        let is_removal = matches!(earlier, Command::Entry(EntryCommand::Remove { .. }));
        if earlier.target(person(author)) == head && !is_removal {
            act(&mut doc, author, &earlier).unwrap();
        }
    }
    act(&mut doc, by, command).expect_err("bad input is refused")
}

fn assert_invalid(by: u8, command: Command, path: &str) {
    assert_eq!(
        complaint(by, &command),
        CommandError::Invalid(path.to_owned()),
        "{command:?}"
    );
}

#[test]
fn bad_event_and_profile_input_is_named() {
    let edit = |slots| {
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes: EventChanges {
                slots: Some(slots),
                ..Default::default()
            },
        })
    };
    let backwards = slot("2026-04-02T10:00:00Z", "2026-04-02T08:00:00Z");
    assert_invalid(
        COACH,
        edit(vec![backwards]),
        &format!("slots/{}/end", ulid(70)),
    );
    assert_invalid(COACH, edit(vec![]), "slots");
    let twice = slot("2026-04-02T08:00:00Z", "2026-04-02T10:00:00Z");
    assert_invalid(COACH, edit(vec![twice.clone(), twice]), "slots");
    let full = EventChanges {
        capacity: Some(-1),
        ..Default::default()
    };
    assert_invalid(
        COACH,
        Command::Event(EventCommand::EditEvent {
            id: ulid(60),
            changes: full,
        }),
        "event/capacity",
    );
    assert_invalid(
        MEMBER,
        answer(AnswerStatus::Accepted, -1),
        &format!("answers/{}/for_sequence", ulid(60)),
    );
    let nameless = ProfileChanges {
        display_name: Some(String::new()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::Profile(ProfileCommand::EditProfile { changes: nameless }),
        "profile/display_name",
    );
    for (tag, path) in [
        (" ", "skills/".to_owned()),
        ("\u{202e}", "skills/".to_owned()),
    ] {
        let tag = Command::Profile(ProfileCommand::SetProfileTag {
            set: ProfileSet::Skills,
            tag: tag.into(),
            present: true,
        });
        assert_invalid(MEMBER, tag, &path);
    }
}
