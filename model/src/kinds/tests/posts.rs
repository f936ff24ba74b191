//! Posts: who writes what, and what is read of them.

use super::*;
use crate::doc::genesis::Genesis;
use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::post::{self, PostCommand, PostStatus, Thread};

const EDITOR: u8 = 7;

fn on_board() -> Automerge {
    let mut doc = Genesis::document(Kind::Post);
    let id = ulid(60);
    let post = samples::post();
    act(
        &mut doc,
        MEMBER,
        &Command::Post(PostCommand::AddPost { id, post }),
    )
    .unwrap();
    doc
}

fn reply(doc: &mut Automerge, by: u8, text: &str) -> Result<Made, CommandError> {
    let (owner, id, text) = (person(MEMBER), ulid(60), text.to_owned());
    let helps = false;
    let command = PostCommand::ReplyToPost {
        owner,
        id,
        text,
        helps,
    };
    act(doc, by, &Command::Post(command))
}

fn edit(doc: &mut Automerge, role: Role, command: PostCommand) -> Result<Made, CommandError> {
    let author = Grants {
        roles: SortedSet::from([role]),
        ..grants(EDITOR)
    };
    let context = Context {
        author: &author,
        now: NOW,
    };
    commit(doc, &Command::Post(command), &context, actor(EDITOR, 0))
}

fn read(doc: &Automerge) -> Thread {
    post::read(doc)
}

#[test]
fn anybody_answers_a_post_under_a_key_of_their_own_and_its_author_says_thanks() {
    let mut doc = on_board();
    reply(&mut doc, STRANGER, "J’ai un garage.").unwrap();
    reply(&mut doc, COACH, "Voyez la mairie.").unwrap();
    let thanks = |member| {
        Command::Post(PostCommand::ThankForReply {
            id: ulid(60),
            member,
            thanks: true,
        })
    };
    act(&mut doc, MEMBER, &thanks(person(STRANGER))).unwrap();
    assert_eq!(
        act(&mut doc, MEMBER, &thanks(person(8))),
        Err(CommandError::NoSuchEntry)
    );
    let thread = read(&doc);
    assert_eq!(thread.replies.len(), 2);
    assert!(!thread.replies[&person(STRANGER)].thanked_at.is_empty());
    assert_eq!(thread.replies[&person(COACH)].text, "Voyez la mairie.");
    assert_eq!(reply(&mut doc, COACH, " "), {
        let path = format!("replies/{}/text", person(COACH));
        Err(CommandError::Invalid(path))
    });
}

#[test]
fn communication_and_direction_pin_and_hide_and_others_do_not() {
    let (owner, id) = (person(MEMBER), ulid(60));
    let pin = || PostCommand::PinPost {
        owner,
        id,
        pinned: true,
    };
    let hide = |reply, reason: &str| PostCommand::HidePost {
        owner,
        id,
        reply,
        reason: reason.into(),
    };
    for role in [Role::Comms, Role::Director] {
        let mut doc = on_board();
        reply(&mut doc, STRANGER, "Achetez chez moi !").unwrap();
        edit(&mut doc, role, pin()).unwrap();
        edit(&mut doc, role, hide(Some(person(STRANGER)), "Publicité")).unwrap();
        edit(&mut doc, role, hide(None, "En double")).unwrap();
        let thread = read(&doc);
        assert!(!thread.pinned_at.is_empty());
        assert_eq!(thread.hidden, "En double");
        assert_eq!(thread.replies[&person(STRANGER)].hidden, "Publicité");
        edit(&mut doc, role, hide(None, "")).unwrap();
        assert_eq!(read(&doc).hidden, "");
    }
    for role in [Role::Entrepreneur, Role::Coach, Role::Finance] {
        let mut doc = on_board();
        for command in [pin(), hide(None, "Non")] {
            let done = edit(&mut doc, role, command);
            assert!(matches!(done, Err(CommandError::Forbidden(_))), "{role:?}");
        }
    }
}

#[test]
fn what_two_phones_change_of_a_post_at_once_is_merged_or_shown() {
    let mut one = on_board();
    let mut other = one.fork();
    reply(&mut one, STRANGER, "J’ai un garage.").unwrap();
    let changes = post::PostChanges {
        status: Some(PostStatus::Closed),
        ..Default::default()
    };
    let id = ulid(60);
    act(
        &mut other,
        MEMBER,
        &Command::Post(PostCommand::EditPost { id, changes }),
    )
    .unwrap();
    one.merge(&mut other).unwrap();
    let thread = read(&one);
    assert_eq!(thread.posts[&id].status, PostStatus::Closed);
    assert_eq!(thread.replies.len(), 1);
    assert!(thread.conflicts.is_empty());
}

#[test]
fn a_post_is_named_by_its_author_and_a_ulid() {
    let head = DocHead::post(person(MEMBER), ulid(60));
    assert!(head.is_well_formed());
    let wrong = DocHead {
        key: "2026".into(),
        ..head.clone()
    };
    assert!(!wrong.is_well_formed());
    let shared = DocHead {
        owner: MemberId::RELAY,
        ..head
    };
    assert!(!shared.is_well_formed());
}
