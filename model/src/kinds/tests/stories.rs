//! Stories and consents: who writes what, and what two phones make of them at once.

use super::*;
use crate::doc::genesis::Genesis;
use crate::kind::Kind;
use crate::kinds::consent::{
    self, ConsentChanges, ConsentCommand, ConsentFields, ConsentSort, Consents,
};
use crate::kinds::story::{
    self, StoryChanges, StoryCommand, StoryFields, StoryKind, StoryStage, StoryStatus, as_written,
};

const STORY: u8 = 61;

fn told(command: StoryCommand) -> Command {
    Command::Story(command)
}

fn asked(command: ConsentCommand) -> Command {
    Command::Consent(command)
}

fn drafted(story: StoryFields) -> Automerge {
    let mut doc = Genesis::document(Kind::Story);
    let id = ulid(STORY);
    act(&mut doc, COACH, &told(StoryCommand::AddStory { id, story })).unwrap();
    doc
}

fn edit(changes: StoryChanges) -> Command {
    told(StoryCommand::EditStory {
        id: ulid(STORY),
        changes,
    })
}

fn approve(fields: &StoryFields) -> Command {
    told(StoryCommand::ApproveStory {
        id: ulid(STORY),
        sha256: as_written(fields).sha256(),
    })
}

fn stage(doc: &Automerge) -> StoryStage {
    let editorial = story::read(doc);
    editorial.stage(&editorial.stories[&ulid(STORY)])
}

#[test]
fn a_coach_drafts_and_edits_and_does_not_approve() {
    let mut doc = drafted(samples::story());
    let done = act(&mut doc, COACH, &approve(&samples::story()));
    assert_eq!(done, Err(CommandError::Forbidden("desk/approved".into())));
    let take_back = told(StoryCommand::WithdrawStory {
        id: ulid(STORY),
        withdrawn: true,
    });
    let done = act(&mut doc, COACH, &take_back);
    assert_eq!(
        done,
        Err(CommandError::Forbidden("desk/withdrawn_at".into()))
    );
    act(&mut doc, EDITOR, &approve(&samples::story())).unwrap();
    assert_eq!(stage(&doc), StoryStage::Approved);
}

#[test]
fn what_changes_after_an_approval_waits_for_another_whoever_changed_it_wherever() {
    let mut doc = drafted(samples::story());
    let mut away = doc.fork();
    act(&mut doc, EDITOR, &approve(&samples::story())).unwrap();
    let shorter = StoryChanges {
        people: Some(Vec::new()),
        ..StoryChanges::default()
    };
    act(&mut away, COACH, &edit(shorter)).unwrap();
    doc.merge(&mut away).unwrap();
    assert_eq!(
        stage(&doc),
        StoryStage::Review,
        "whom it shows is part of what was read"
    );
    let done = act(&mut doc, EDITOR, &approve(&samples::story()));
    let path = format!("stories/{}/body", ulid(STORY));
    assert_eq!(done, Err(CommandError::NotAsRead(path)));
    let alone = StoryFields {
        people: Vec::new(),
        ..samples::story()
    };
    act(&mut doc, EDITOR, &approve(&alone)).unwrap();
    assert_eq!(stage(&doc), StoryStage::Approved);
}

#[test]
fn a_draft_is_not_approved_and_neither_is_what_says_nothing() {
    let draft = StoryFields {
        status: StoryStatus::Draft,
        ..samples::story()
    };
    let mut doc = drafted(draft.clone());
    let path = |field: &str| format!("stories/{}/{field}", ulid(STORY));
    let done = act(&mut doc, EDITOR, &approve(&draft));
    assert_eq!(done, Err(CommandError::Transition(path("status"))));
    let empty = StoryFields {
        body: String::new(),
        ..samples::story()
    };
    let mut doc = drafted(empty.clone());
    let done = act(&mut doc, EDITOR, &approve(&empty));
    assert_eq!(done, Err(CommandError::Invalid(path("body"))));
}

#[test]
fn an_approval_ends_where_a_story_goes_back_to_its_writers() {
    let mut doc = drafted(samples::story());
    act(&mut doc, EDITOR, &approve(&samples::story())).unwrap();
    for (status, then) in [
        (StoryStatus::Draft, StoryStage::Draft),
        (StoryStatus::Review, StoryStage::Approved),
    ] {
        let changes = StoryChanges {
            status: Some(status),
            ..StoryChanges::default()
        };
        act(&mut doc, COACH, &edit(changes)).unwrap();
        assert_eq!(stage(&doc), then);
    }
}

#[test]
fn two_who_write_a_story_at_once_both_have_their_words_in_it() {
    let mut one = drafted(samples::story());
    let mut other = one.fork();
    let body = |body: &str| StoryChanges {
        body: Some(body.into()),
        ..StoryChanges::default()
    };
    let title = StoryChanges {
        title: Some("Élodie, tourneuse".into()),
        ..StoryChanges::default()
    };
    act(
        &mut one,
        COACH,
        &edit(body("Élodie tourne le bois depuis dix ans.")),
    )
    .unwrap();
    act(
        &mut other,
        EDITOR,
        &edit(body("Elle tourne le bois depuis douze ans.")),
    )
    .unwrap();
    act(&mut other, EDITOR, &edit(title)).unwrap();
    one.merge(&mut other).unwrap();
    let read = story::read(&one);
    let story = &read.stories[&ulid(STORY)];
    assert_eq!(story.body, "Élodie tourne le bois depuis douze ans.");
    assert_eq!(story.title, "Élodie, tourneuse");
    assert!(read.conflicts.is_empty());
}

fn before_member() -> Automerge {
    let mut doc = Genesis::document(Kind::Consent);
    act(&mut doc, EDITOR, &ask(&samples::story())).unwrap();
    doc
}

fn ask(story: &StoryFields) -> Command {
    asked(ConsentCommand::AskConsent {
        member: person(MEMBER),
        id: ulid(STORY),
        request: samples::request(story),
    })
}

fn answer(agrees: bool, story: &StoryFields) -> Command {
    asked(ConsentCommand::AnswerConsent {
        id: ulid(STORY),
        agrees,
        shown: samples::shown(&samples::request(story)),
    })
}

fn agrees(doc: &Automerge) -> bool {
    let consents: Consents = consent::read(doc);
    consents
        .agreed(ulid(STORY))
        .is_some_and(|agreed| agreed.span.holds(NOW))
}

#[test]
fn nobody_agrees_for_another_and_only_communication_and_direction_ask() {
    let mut doc = before_member();
    let id = ulid(STORY);
    let yes = answer(true, &samples::story());
    let writing = yes
        .writing(&doc, &DocHead::consent(person(MEMBER)))
        .unwrap();
    let context = Context {
        author: &grants(EDITOR),
        now: NOW,
    };
    let head = DocHead::consent(person(MEMBER));
    let done = crate::doc::writer::write(&mut doc.fork(), &head, &context, actor(6, 0), writing);
    assert_eq!(done, Err(CommandError::Forbidden(format!("answers/{id}"))));
    let mut other = Genesis::document(Kind::Consent);
    let done = act(&mut other, COACH, &ask(&samples::story()));
    assert_eq!(done, Err(CommandError::Forbidden(format!("requests/{id}"))));
    act(&mut doc, MEMBER, &yes).unwrap();
    assert!(agrees(&doc));
}

#[test]
fn an_answer_is_to_what_was_read_and_a_text_that_changed_is_asked_again() {
    let mut doc = before_member();
    let longer = StoryFields {
        body: "Une autre histoire.".into(),
        ..samples::story()
    };
    act(&mut doc, MEMBER, &answer(true, &samples::story())).unwrap();
    act(&mut doc, EDITOR, &ask(&longer)).unwrap();
    assert!(!agrees(&doc), "they read something else");
    let path = format!("requests/{}/text", ulid(STORY));
    let done = act(&mut doc, MEMBER, &answer(true, &samples::story()));
    assert_eq!(done, Err(CommandError::NotAsRead(path)));
    act(&mut doc, MEMBER, &answer(true, &longer)).unwrap();
    assert!(agrees(&doc));
}

#[test]
fn of_a_yes_and_a_no_given_at_once_the_no_stands() {
    for (first, second) in [(true, false), (false, true)] {
        let mut one = before_member();
        let mut other = one.fork();
        act(&mut one, MEMBER, &answer(first, &samples::story())).unwrap();
        let context = Context {
            author: &grants(MEMBER),
            now: NOW,
        };
        let no = answer(second, &samples::story());
        // Two maps made apart for one answer: one of them stands, and says one thing.
        commit(&mut other, &no, &context, actor(MEMBER, 1)).unwrap();
        one.merge(&mut other).unwrap();
        act(&mut one, MEMBER, &answer(true, &samples::story())).ok();
        let mut apart = one.fork();
        act(&mut one, MEMBER, &answer(false, &samples::story())).unwrap();
        let touched = answer(false, &samples::story());
        commit(&mut apart, &touched, &context, actor(MEMBER, 2)).unwrap();
        one.merge(&mut apart).unwrap();
        assert!(!agrees(&one));
    }
}

#[test]
fn a_general_consent_counts_for_its_sort_and_days_while_no_answer_was_given() {
    let image = StoryFields {
        kind: StoryKind::News,
        ..samples::story()
    };
    let mut doc = Genesis::document(Kind::Consent);
    let give = |sort, since: &str, until: &str| {
        asked(ConsentCommand::AddConsent {
            id: ulid(62),
            consent: ConsentFields {
                sort,
                since: since.into(),
                until: until.into(),
                ..samples::consent()
            },
        })
    };
    let general = give(ConsentSort::Image, "2026-03-01", "2026-03-05");
    act(&mut doc, MEMBER, &general).unwrap();
    assert!(!agrees(&doc), "they were shown nothing");
    let mut testimony = doc.fork();
    act(&mut testimony, EDITOR, &ask(&samples::story())).unwrap();
    assert!(!agrees(&testimony), "their own words are another matter");
    act(&mut doc, EDITOR, &ask(&image)).unwrap();
    assert!(agrees(&doc), "the last day counts");
    let read = consent::read(&doc).agreed(ulid(STORY)).unwrap();
    assert!(!read.span.holds(NOW.plus_ms(86_400_000)));
    let mut refused = doc.fork();
    act(&mut refused, MEMBER, &answer(false, &image)).unwrap();
    assert!(!agrees(&refused));
    let changes = ConsentChanges {
        revoked: Some(true),
        ..ConsentChanges::default()
    };
    let revoke = asked(ConsentCommand::EditConsent {
        id: ulid(62),
        changes,
    });
    act(&mut doc, MEMBER, &revoke).unwrap();
    assert!(!agrees(&doc));
}
