//! How those find each other who need and offer, and how the team sees whom to call.

use besace_client::kinds::Wait;
use besace_client::kinds::post::{
    IsolatedRow, NeedTheme, PostAnswer, PostRequest, PostSheet, PostWait,
};
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::post::{PostChanges, PostCommand, PostFields, PostStatus, PostTopic};

use super::cast::{ALL, Coop, Someone, asked};

/// A post that stands.
pub(super) fn post(
    topic: PostTopic,
    title: &str,
    tags: &[&str],
    event: Option<Ulid>,
) -> PostFields {
    PostFields {
        topic,
        title: title.into(),
        body: "Dites-moi.".into(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        expires: String::new(),
        status: PostStatus::Open,
        event,
    }
}

/// Puts something on the board.
pub(super) fn posts(coop: &mut Coop, who: Someone, post: PostFields) -> Ulid {
    let id = coop.id();
    coop.does(who, Command::Post(PostCommand::AddPost { id, post }));
    id
}

fn replies(coop: &mut Coop, who: Someone, (owner, id): (Someone, Ulid), text: &str) {
    let reply = PostCommand::ReplyToPost {
        owner: owner.id,
        id,
        text: text.into(),
        helps: true,
    };
    coop.does(who, Command::Post(reply));
}

/// A need of Anna's and an offer of Ben's, each written without network.
fn need_and_offer(name: &str) -> (Coop, Ulid, Ulid) {
    let mut coop = Coop::new(name);
    let (anna, ben) = (coop.anna, coop.ben);
    coop.offline(anna);
    coop.offline(ben);
    let need = post(PostTopic::Need, "Un coin d’atelier", &["Étagères"], None);
    let need = posts(&mut coop, anna, need);
    let offer = post(PostTopic::Offer, "Je débarrasse", &["etagere"], None);
    let offer = posts(&mut coop, ben, offer);
    coop.online(anna);
    coop.online(ben);
    coop.settle();
    (coop, need, offer)
}

fn sheet(coop: &mut Coop, who: Someone, (owner, id): (Someone, Ulid)) -> PostSheet {
    let member = owner.id;
    asked!(coop, who, Post: PostRequest::Post { member, id },
        PostAnswer::Post(sheet) => *sheet.expect("it is on the board"))
}

fn met(coop: &mut Coop, who: Someone, id: Ulid) -> Vec<String> {
    let member = who.id;
    asked!(coop, who, Post: PostRequest::Meetings { member, id },
    PostAnswer::Meetings(meeting) => {
        let posts = meeting.expect("it is on the board").posts;
        posts.into_iter().map(|row| row.title).collect()
    })
}

pub(super) fn a_need_and_an_offer_written_offline_see_each_other_and_a_match_by_tag_is_proposed() {
    let (mut coop, need, offer) = need_and_offer("met");
    let (anna, ben) = (coop.anna, coop.ben);
    assert_eq!(
        sheet(&mut coop, anna, (ben, offer)).row.title,
        "Je débarrasse"
    );
    assert_eq!(
        sheet(&mut coop, ben, (anna, need)).row.title,
        "Un coin d’atelier"
    );
    assert_eq!(met(&mut coop, anna, need), ["Je débarrasse"]);
    assert_eq!(met(&mut coop, ben, offer), ["Un coin d’atelier"]);
}

pub(super) fn a_reply_and_thanks_arrive() {
    let (mut coop, need, _) = need_and_offer("thanks");
    let (anna, ben) = (coop.anna, coop.ben);
    replies(
        &mut coop,
        ben,
        (anna, need),
        "J’en ai trois, venez les prendre.",
    );
    coop.settle();
    let help = Wait::Post {
        word: PostWait::Help,
    };
    assert_eq!(coop.waits_for(anna, help), ["Un coin d’atelier"]);
    coop.offline(anna);
    let thanks = PostCommand::ThankForReply {
        id: need,
        member: ben.id,
        thanks: true,
    };
    let changes = PostChanges {
        status: Some(PostStatus::Matched),
        ..PostChanges::default()
    };
    coop.does(anna, Command::Post(thanks));
    let found = PostCommand::EditPost { id: need, changes };
    coop.does(anna, Command::Post(found));
    assert!(coop.waits_for(anna, help).is_empty());
    coop.online(anna);
    coop.settle();
    let told = sheet(&mut coop, ben, (anna, need));
    assert_eq!(told.row.status, PostStatus::Matched);
    let [reply] = told.replies.as_slice() else {
        panic!("{:?}", told.replies);
    };
    assert!(reply.mine && reply.helps && !reply.thanked_at.is_empty());
}

fn quiet(coop: &mut Coop, who: Someone) -> Vec<String> {
    asked!(coop, who, Post: PostRequest::QuietPosts { window: ALL },
        PostAnswer::QuietPosts(page) => page.rows.into_iter().map(|row| row.title).collect())
}

fn isolated(coop: &mut Coop, who: Someone) -> Vec<IsolatedRow> {
    asked!(coop, who, Post: PostRequest::Isolated, PostAnswer::Isolated(rows) => rows)
}

pub(super) fn what_nobody_answered_for_seven_days_is_listed() {
    let (mut coop, need, _) = need_and_offer("quiet");
    let (anna, ben, gael) = (coop.anna, coop.ben, coop.gael);
    assert!(quiet(&mut coop, gael).is_empty());
    coop.days_pass(6);
    assert!(quiet(&mut coop, gael).is_empty());
    coop.days_pass(2);
    assert_eq!(quiet(&mut coop, gael).len(), 2);
    replies(&mut coop, ben, (anna, need), "J’arrive");
    coop.settle();
    assert_eq!(quiet(&mut coop, gael), ["Je débarrasse"]);
}

pub(super) fn who_had_no_exchange_event_or_session_for_ninety_days_is_to_be_called() {
    let (mut coop, ..) = need_and_offer("isolated");
    let (anna, camille, gael) = (coop.anna, coop.camille, coop.gael);
    let names =
        |rows: &[IsolatedRow]| -> Vec<String> { rows.iter().map(|row| row.name.clone()).collect() };
    coop.days_pass(89);
    assert!(isolated(&mut coop, gael).is_empty());
    coop.days_pass(2);
    let rows = isolated(&mut coop, gael);
    assert_eq!(names(&rows), ["Anna", "Ben"]);
    assert_eq!(rows[0].coaches[0].name, "Camille", "who may call");
    assert!(isolated(&mut coop, anna).is_empty(), "the team calls");
    // A session counts for who knows of it.
    let today = coop.world.now.rfc3339();
    super::sessions::interviews(&mut coop, (camille, anna), &today);
    coop.settle();
    let rows = isolated(&mut coop, camille);
    assert_eq!(names(&rows), ["Ben"]);
}

fn themes(coop: &mut Coop, who: Someone) -> Vec<NeedTheme> {
    asked!(coop, who, Post: PostRequest::NeedThemes, PostAnswer::NeedThemes(themes) => themes)
}

pub(super) fn needs_stand_by_theme_however_it_is_spelt() {
    let mut coop = Coop::new("themes");
    let (anna, ben, gael) = (coop.anna, coop.ben, coop.gael);
    let found = posts(
        &mut coop,
        anna,
        post(PostTopic::Need, "Un bureau", &["Local"], None),
    );
    for (who, title, tags) in [
        (anna, "Un avis", &["devis"][..]),
        (ben, "Relire un devis", &["Devis", "local"]),
        (ben, "De l’aide", &[]),
    ] {
        posts(&mut coop, who, post(PostTopic::Need, title, tags, None));
    }
    posts(
        &mut coop,
        ben,
        post(PostTopic::Offer, "Un local", &["local"], None),
    );
    let changes = PostChanges {
        status: Some(PostStatus::Matched),
        ..PostChanges::default()
    };
    let found = PostCommand::EditPost { id: found, changes };
    coop.does(anna, Command::Post(found));
    coop.settle();
    let told: Vec<(String, u32, u32)> = themes(&mut coop, gael)
        .into_iter()
        .map(|it| (it.tag.to_lowercase(), it.needs, it.open))
        .collect();
    assert_eq!(
        told,
        [
            ("devis".into(), 2, 2),
            ("local".into(), 2, 1),
            (String::new(), 1, 1)
        ]
    );
}
