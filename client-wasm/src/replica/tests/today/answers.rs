//! Answers to posts wait for the author.

use automerge::Automerge;
use besace_model::access::Grants;
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds;
use besace_model::kinds::post::{PostChanges, PostCommand, PostFields, PostStatus, PostTopic};
use besace_model::wire::{DocName, DocUpdate};

use super::today;
use crate::api::{DispatchResult, Intent};
use crate::kinds::Wait;
use crate::kinds::post::PostWait;
use crate::replica::tests::device::{Device, NOW, logged, me, update};
use crate::view::today::{Pressing, WaitingItem};

const POST: Ulid = Ulid([9; 16]);

/// A post of mine, and the changes that people make in it.
struct Board {
    doc: Automerge,
    device: Device,
    place: u8,
}

impl Board {
    pub(super) fn new() -> Self {
        let mut board = Self {
            doc: Genesis::document(Kind::Post),
            device: Device::new(),
            place: 0,
        };
        board.device.connect();
        let post = PostFields {
            topic: PostTopic::Need,
            title: "Un local à partager".to_owned(),
            body: "Quinze mètres carrés.".to_owned(),
            tags: Vec::new(),
            expires: String::new(),
            status: PostStatus::Open,
            event: None,
        };
        board.by(me(), PostCommand::AddPost { id: POST, post });
        board
    }

    /// Somebody writes in it a second after whatever came before, and this phone hears of it.
    fn by(&mut self, member: MemberId, command: PostCommand) {
        self.device.pass(1_000);
        let author = Grants {
            member,
            ..Grants::relay()
        };
        let context = Context {
            author: &author,
            now: self.device.now,
        };
        let actor = [member.0.0[0]; 16];
        let made = kinds::commit(&mut self.doc, &Command::Post(command), &context, actor);
        self.place += 1;
        let mut news = update(self.place);
        news.docs = vec![DocUpdate {
            doc: DocName::Head(DocHead::post(me(), POST)),
            ..logged(vec![made.unwrap().change])
        }];
        self.device.hear(news);
    }

    fn reply(&mut self, by: u8, helps: bool) {
        let command = PostCommand::ReplyToPost {
            owner: me(),
            id: POST,
            text: format!("Réponse de {by}"),
            helps,
        };
        self.by(somebody(by), command);
    }

    fn does(&mut self, command: Command) {
        self.device.pass(1_000);
        let base = None;
        let done = self.device.dispatch(Intent::Do { command, base });
        assert!(matches!(done, DispatchResult::Done { .. }), "{done:?}");
    }

    fn waits(&self) -> Option<WaitingItem> {
        let mut waiting = today(&self.device).waiting;
        assert!(waiting.len() <= 1, "a post waits once");
        waiting.pop()
    }

    fn word(&self) -> Option<PostWait> {
        self.waits().map(|item| match item.why {
            Wait::Post { word } => word,
            other => panic!("{other:?}"),
        })
    }
}

fn somebody(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

#[test]
fn an_answer_to_a_post_waits_for_its_author_until_they_say_thanks() {
    let mut board = Board::new();
    assert_eq!(board.word(), None);
    board.reply(3, false);
    assert_eq!(board.word(), Some(PostWait::Reply));
    board.reply(4, true);
    let item = board.waits().unwrap();
    assert_eq!(board.word(), Some(PostWait::Help));
    assert_eq!(item.label, "Un local à partager");
    assert_eq!(item.member, Some(somebody(4)));
    assert_eq!(item.pressing, Pressing::Soon);
    let thanks = |member| {
        Command::Post(PostCommand::ThankForReply {
            id: POST,
            member,
            thanks: true,
        })
    };
    board.does(thanks(somebody(4)));
    assert_eq!(board.word(), Some(PostWait::Reply));
    board.does(thanks(somebody(3)));
    assert_eq!(board.word(), None);
}

#[test]
fn an_answer_waits_no_more_once_it_was_read_or_taken_back() {
    let mut board = Board::new();
    board.reply(3, true);
    board.reply(4, false);
    let changes = PostChanges {
        title: Some("Un local".to_owned()),
        ..PostChanges::default()
    };
    board.by(me(), PostCommand::EditPost { id: POST, changes });
    assert_eq!(board.word(), Some(PostWait::Help), "an edit reads nothing");
    let read = |member| Command::Post(PostCommand::ReadReply { id: POST, member });
    board.does(read(somebody(3)));
    assert_eq!(board.word(), Some(PostWait::Reply));
    board.does(read(somebody(4)));
    assert_eq!(board.word(), None);
    board.reply(5, false);
    assert_eq!(board.word(), Some(PostWait::Reply));
    let (owner, id, removed) = (me(), POST, true);
    let taken = PostCommand::TakeReplyBack { owner, id, removed };
    board.by(somebody(5), taken);
    assert_eq!(board.word(), None);
}

#[test]
fn answers_to_the_posts_of_others_do_not_wait() {
    let mut device = Device::new();
    device.connect();
    let (author, replier) = (somebody(3), somebody(4));
    let mut doc = Genesis::document(Kind::Post);
    let mut made = |member, command| {
        let author = Grants {
            member,
            ..Grants::relay()
        };
        let context = Context {
            author: &author,
            now: NOW,
        };
        let made = kinds::commit(&mut doc, &Command::Post(command), &context, [5; 16]);
        made.unwrap().change
    };
    let post = PostFields {
        topic: PostTopic::Need,
        title: "Un local à partager".to_owned(),
        body: "Quinze mètres carrés.".to_owned(),
        tags: Vec::new(),
        expires: String::new(),
        status: PostStatus::Open,
        event: None,
    };
    let changes = vec![
        made(author, PostCommand::AddPost { id: POST, post }),
        made(
            replier,
            PostCommand::ReplyToPost {
                owner: author,
                id: POST,
                text: "J’ai un garage.".to_owned(),
                helps: true,
            },
        ),
    ];
    let mut news = update(1);
    news.docs = vec![DocUpdate {
        doc: DocName::Head(DocHead::post(author, POST)),
        ..logged(changes)
    }];
    device.hear(news);
    assert_eq!(today(&device).waiting, []);
}
