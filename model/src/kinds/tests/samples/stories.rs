//! Stories, and what those agree to whom they show.

use super::*;
use crate::kinds::consent::{
    ConsentChanges, ConsentCommand, ConsentFields, ConsentSort, RequestFields,
};
use crate::kinds::story::{
    StoryChanges, StoryCommand, StoryFields, StoryKind, StoryStatus, as_written, channels_line,
    shown_sha256,
};

pub(crate) fn story() -> StoryFields {
    StoryFields {
        title: "Portrait : l’atelier d’Élodie".into(),
        kind: StoryKind::Testimony,
        body: "Elle tourne le bois depuis dix ans.".into(),
        channels: vec!["Lettre".into(), "Site".into()],
        people: vec![person(MEMBER)],
        status: StoryStatus::Review,
        publish_on: "2026-04-01".into(),
    }
}

/// What a story asks of those whom it shows.
pub(crate) fn request(story: &StoryFields) -> RequestFields {
    RequestFields {
        sort: story.kind.sort(),
        title: story.title.clone(),
        text: story.body.clone(),
        channels: channels_line(&story.channels),
    }
}

/// The digest of what a request shows.
pub(crate) fn shown(request: &RequestFields) -> String {
    shown_sha256(&request.title, &request.text, &request.channels)
}

pub(crate) fn consent() -> ConsentFields {
    ConsentFields {
        sort: ConsentSort::Image,
        purpose: "Photos des ateliers".into(),
        since: "2026-03-01".into(),
        until: "2027-03-01".into(),
        revoked: false,
    }
}

pub(super) fn stories() -> Vec<(u8, Command)> {
    let id = ulid(61);
    let changed = StoryFields {
        body: "Elle tourne le bois depuis douze ans.".into(),
        channels: vec!["Site".into()],
        ..story()
    };
    let changes = StoryChanges {
        body: Some(changed.body.clone()),
        channels: Some(changed.channels.clone()),
        ..StoryChanges::default()
    };
    let people = |people| StoryChanges {
        people: Some(people),
        ..StoryChanges::default()
    };
    let approve = StoryCommand::ApproveStory {
        id,
        sha256: as_written(&changed).sha256(),
    };
    let withdraw = |withdrawn| StoryCommand::WithdrawStory { id, withdrawn };
    let stories = [
        (COACH, StoryCommand::AddStory { id, story: story() }),
        (COACH, StoryCommand::EditStory { id, changes }),
        (
            EDITOR,
            StoryCommand::EditStory {
                id,
                changes: people(vec![person(COACH)]),
            },
        ),
        (
            EDITOR,
            StoryCommand::EditStory {
                id,
                changes: people(vec![person(MEMBER)]),
            },
        ),
        (EDITOR, approve),
        (EDITOR, withdraw(true)),
        (EDITOR, withdraw(false)),
    ];
    let ask = |request| ConsentCommand::AskConsent {
        member: person(MEMBER),
        id,
        request,
    };
    let answer = |agrees| ConsentCommand::AnswerConsent {
        id,
        agrees,
        shown: shown(&request(&changed)),
    };
    let revoke = ConsentChanges {
        purpose: Some("Photos des ateliers, sans mon visage".into()),
        until: Some(String::new()),
        revoked: Some(true),
        ..ConsentChanges::default()
    };
    let consents = [
        (
            MEMBER,
            ConsentCommand::AddConsent {
                id: ulid(62),
                consent: consent(),
            },
        ),
        (
            MEMBER,
            ConsentCommand::EditConsent {
                id: ulid(62),
                changes: revoke,
            },
        ),
        (EDITOR, ask(request(&story()))),
        (EDITOR, ask(request(&changed))),
        (MEMBER, answer(true)),
        (MEMBER, answer(false)),
    ];
    let stories = stories.map(|(by, command)| (by, Command::Story(command)));
    let consents = consents.map(|(by, command)| (by, Command::Consent(command)));
    stories.into_iter().chain(consents).collect()
}
