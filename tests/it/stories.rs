//! What the cooperative tells of its people, from a draft without network to everybody's phone and off it again; and how
//! those find each other who need and offer.

use besace_client::api::DispatchResult;
use besace_client::kinds::Wait;
use besace_client::kinds::consent::{ConsentAnswers, ConsentRequest, ConsentWait, ConsentsView};
use besace_client::kinds::news::{NewsAnswer, NewsRequest};
use besace_client::kinds::post::{MeetingView, PostAnswer, PostRequest};
use besace_client::kinds::story::{StoryAnswer, StoryRequest, StorySheet, StoryWait};
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::consent::ConsentCommand;
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};
use besace_model::kinds::story::{StoryCommand, StoryFields, StoryKind, StoryStatus};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

/// A word of the story.
const SAID: &str = "mot-qui-attend-un-accord";
const ALL: Window = Window {
    offset: 0,
    limit: 50,
};

struct Coop {
    world: World,
    anna: MemberId,
    ben: MemberId,
    at_coach: usize,
    at_comms: usize,
    at_anna: usize,
    at_ben: usize,
}

impl Coop {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("stories-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let comms = world.member("Gaël", &[Role::Comms]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let ben = world.member("Ben", &[Role::Entrepreneur]);
        let [at_coach, at_comms, at_anna, at_ben] =
            [coach, comms, anna, ben].map(|member| world.phone(member));
        world.pass(5_000);
        Self {
            world,
            anna,
            ben,
            at_coach,
            at_comms,
            at_anna,
            at_ben,
        }
    }

    fn id(&mut self) -> Ulid {
        let now = self.world.now;
        people::ulid(&mut self.world.chance, now)
    }

    fn view(&mut self, phone: usize, request: ViewRequest) -> View {
        let now = self.world.now;
        let view = self.world.phones[phone].view(now, &request);
        view.expect("an open phone")
    }

    fn waits(&mut self, phone: usize) -> Vec<Wait> {
        match self.view(phone, ViewRequest::Whole(WholeRequest::Today)) {
            View::Whole(WholeAnswer::Today(today)) => {
                today.waiting.into_iter().map(|item| item.why).collect()
            }
            other => panic!("not of today: {other:?}"),
        }
    }

    fn story(&mut self, phone: usize, id: Ulid) -> Box<StorySheet> {
        match self.view(phone, ViewRequest::Story(StoryRequest::Story { id })) {
            View::Story(StoryAnswer::Story(Some(sheet))) => sheet,
            other => panic!("no story: {other:?}"),
        }
    }

    fn consents(&mut self, phone: usize) -> ConsentsView {
        let request = ConsentRequest::Consents { member: None };
        match self.view(phone, ViewRequest::Consent(request)) {
            View::Consent(ConsentAnswers::Consents(view)) => view,
            other => panic!("no consents: {other:?}"),
        }
    }

    fn headlines(&mut self, phone: usize) -> Vec<String> {
        let request = NewsRequest::News {
            search: String::new(),
            window: ALL,
        };
        match self.view(phone, ViewRequest::News(request)) {
            View::News(NewsAnswer::News(page)) => {
                page.rows.into_iter().map(|row| row.title).collect()
            }
            other => panic!("no news: {other:?}"),
        }
    }

    fn says(&mut self, phone: usize, agrees: bool) {
        let asked = self.consents(phone).requests.remove(0);
        let (id, shown) = (asked.id, asked.shown);
        let answer = ConsentCommand::AnswerConsent { id, agrees, shown };
        self.world.act(phone, Command::Consent(answer));
    }

    fn holds(&self, phone: usize) -> bool {
        let records = self.world.phones[phone].records();
        let mut records = records.values();
        records.any(|record| format!("{record:?}").contains(SAID))
    }
}

#[test]
fn a_story_drafted_offline_reaches_everybody_once_whom_it_shows_agrees_and_leaves_when_they_do_not()
{
    let mut coop = Coop::new("told");
    let (at_coach, at_comms) = (coop.at_coach, coop.at_comms);
    let (at_anna, at_ben) = (coop.at_anna, coop.at_ben);
    coop.world.signal(at_coach, false);
    let id = coop.id();
    let story = StoryFields {
        title: "Portrait d’Anna".into(),
        kind: StoryKind::Testimony,
        body: format!("Elle raconte un {SAID}."),
        channels: vec!["Lettre".into()],
        people: vec![coop.anna],
        status: StoryStatus::Review,
        publish_on: String::new(),
    };
    let draft = StoryCommand::AddStory { id, story };
    coop.world.act(at_coach, Command::Story(draft));
    let sheet = coop.story(at_coach, id);
    assert!(!sheet.may_approve);
    let sha256 = sheet.sha256.clone();
    let approve = |sha256| Command::Story(StoryCommand::ApproveStory { id, sha256 });
    let done = coop.world.attempt(at_coach, approve(sha256));
    assert!(
        matches!(&done, Some(DispatchResult::Rejected { code, .. }) if *code == ErrorCode::Forbidden),
        "{done:?}"
    );
    coop.world.signal(at_coach, true);
    coop.world.settle();
    let review = StoryWait::Review;
    assert_eq!(coop.waits(at_comms), [Wait::Story { word: review }]);

    let sheet = coop.story(at_comms, id);
    let ask = ConsentCommand::AskConsent {
        member: coop.anna,
        id,
        request: sheet.request.clone(),
    };
    coop.world.act(at_comms, Command::Consent(ask));
    coop.world.act(at_comms, approve(sheet.sha256.clone()));
    coop.world.settle();
    let consent = StoryWait::Consent;
    assert_eq!(coop.waits(at_comms), [Wait::Story { word: consent }]);
    let asked = ConsentWait::Asked;
    assert_eq!(coop.waits(at_anna), [Wait::Consent { word: asked }]);
    assert!(coop.headlines(at_ben).is_empty() && !coop.holds(at_ben));

    coop.world.signal(at_anna, false);
    coop.says(at_anna, true);
    assert!(coop.waits(at_anna).is_empty(), "said, without network too");
    coop.world.signal(at_anna, true);
    coop.world.settle();
    for phone in [at_ben, at_anna, at_coach] {
        assert_eq!(coop.headlines(phone), ["Portrait d’Anna"]);
    }
    assert!(coop.waits(at_comms).is_empty());
    assert!(coop.story(at_comms, id).row.published);

    coop.says(at_anna, false);
    coop.world.settle();
    assert!(coop.headlines(at_ben).is_empty() && !coop.holds(at_ben));
    assert_eq!(coop.waits(at_comms), [Wait::Story { word: consent }]);
}

#[test]
fn two_phones_that_post_a_need_and_an_offer_offline_find_each_other() {
    let mut coop = Coop::new("met");
    let (at_anna, at_ben) = (coop.at_anna, coop.at_ben);
    let (anna, ben, at_comms) = (coop.anna, coop.ben, coop.at_comms);
    let post = |topic, title: &str, tag: &str| PostFields {
        topic,
        title: title.into(),
        body: "Dites-moi.".into(),
        tags: vec![tag.into()],
        expires: String::new(),
        status: PostStatus::Open,
        event: None,
    };
    let mut ids = Vec::new();
    for (phone, post) in [
        (
            at_anna,
            post(PostTopic::Need, "Un coin d’atelier", "Étagères"),
        ),
        (at_ben, post(PostTopic::Offer, "Je débarrasse", "etagere")),
    ] {
        coop.world.signal(phone, false);
        let id = coop.id();
        ids.push(id);
        let add = PostCommand::AddPost { id, post };
        coop.world.act(phone, Command::Post(add));
        coop.world.signal(phone, true);
    }
    coop.world.settle();
    for (phone, member, id, met) in [
        (at_anna, anna, ids[0], "Je débarrasse"),
        (at_ben, ben, ids[1], "Un coin d’atelier"),
    ] {
        let meeting = coop.meetings(phone, member, id);
        let titles: Vec<_> = meeting.posts.iter().map(|row| row.title.as_str()).collect();
        assert_eq!(titles, [met]);
    }
    assert!(coop.quiet(at_comms).is_empty());
    coop.world.pass_closed(8 * 86_400_000);
    coop.world.settle();
    assert_eq!(coop.quiet(at_comms).len(), 2, "nobody answered for a week");
    let reply = PostCommand::ReplyToPost {
        owner: anna,
        id: ids[0],
        text: "J’arrive".into(),
        helps: true,
    };
    coop.world.act(at_ben, Command::Post(reply));
    coop.world.settle();
    assert_eq!(coop.quiet(at_comms), ["Je débarrasse"]);
    assert!(coop.isolated(at_comms).is_empty());
    coop.world.pass_closed(91 * 86_400_000);
    coop.world.settle();
    assert_eq!(coop.isolated(at_comms), ["Anna", "Ben"]);
    assert!(coop.isolated(at_anna).is_empty(), "the team calls");
}

impl Coop {
    fn meetings(&mut self, phone: usize, member: MemberId, id: Ulid) -> MeetingView {
        let request = PostRequest::Meetings { member, id };
        match self.view(phone, ViewRequest::Post(request)) {
            View::Post(PostAnswer::Meetings(Some(view))) => view,
            other => panic!("no meetings: {other:?}"),
        }
    }

    fn quiet(&mut self, phone: usize) -> Vec<String> {
        let request = PostRequest::QuietPosts { window: ALL };
        match self.view(phone, ViewRequest::Post(request)) {
            View::Post(PostAnswer::QuietPosts(page)) => {
                page.rows.into_iter().map(|row| row.title).collect()
            }
            other => panic!("no posts: {other:?}"),
        }
    }

    fn isolated(&mut self, phone: usize) -> Vec<String> {
        match self.view(phone, ViewRequest::Post(PostRequest::Isolated)) {
            View::Post(PostAnswer::Isolated(rows)) => {
                rows.into_iter().map(|row| row.name).collect()
            }
            other => panic!("nobody: {other:?}"),
        }
    }
}
