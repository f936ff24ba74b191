//! Posts and what is answered to them.

use super::*;
use crate::kinds::post::{PostChanges, PostCommand, PostFields, PostStatus, PostTopic};

pub(crate) fn post() -> PostFields {
    PostFields {
        topic: PostTopic::Need,
        title: "Un local à partager".into(),
        body: "Quinze mètres carrés suffisent.".into(),
        tags: vec!["atelier".into(), "stockage".into()],
        expires: "2026-06-30".into(),
        status: PostStatus::Open,
        event: Some(ulid(60)),
    }
}

pub(super) fn posts() -> Vec<(u8, Command)> {
    let (owner, id) = (person(MEMBER), ulid(60));
    let changes = PostChanges {
        body: Some("Dix mètres carrés suffisent.".into()),
        tags: Some(vec!["atelier".into(), "bois".into()]),
        expires: Some(String::new()),
        status: Some(PostStatus::Matched),
        ..Default::default()
    };
    let reply = |text: &str| PostCommand::ReplyToPost {
        owner,
        id,
        text: text.into(),
        helps: true,
    };
    let taken = |removed| PostCommand::TakeReplyBack { owner, id, removed };
    let thanks = |thanks| PostCommand::ThankForReply {
        id,
        member: person(COACH),
        thanks,
    };
    let read = PostCommand::ReadReply {
        id,
        member: person(COACH),
    };
    [
        (MEMBER, PostCommand::AddPost { id, post: post() }),
        (MEMBER, PostCommand::EditPost { id, changes }),
        (COACH, reply("J’ai un garage.")),
        (COACH, reply("J’ai un garage, à Vannes.")),
        (COACH, taken(true)),
        (COACH, taken(false)),
        (MEMBER, thanks(true)),
        (MEMBER, thanks(false)),
        (MEMBER, read),
    ]
    .map(|(by, command)| (by, Command::Post(command)))
    .into()
}
