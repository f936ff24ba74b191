//! Apps and relays of before the kinds were listed, each against the other of today: what one does not know waits, and
//! nothing is lost or doubled when it is replaced.

use besace_client::store::{self, DocRow};
use besace_client::view::sync::Waits;
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{Kind, KindSet, Record};
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};
use besace_tests::empty_folder;
use besace_tests::people;
use besace_tests::world::World;

/// A coach and a member, each with a phone.
struct Pair {
    world: World,
    coach: MemberId,
    anna: MemberId,
    at_coach: usize,
    at_anna: usize,
}

impl Pair {
    /// With a phone of the member's that is of before kinds were listed, or meets such a relay.
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("versions-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        world.assign(coach, anna);
        let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
        world.phones[at_anna].before_kinds = true;
        world.settle();
        Self {
            world,
            coach,
            anna,
            at_coach,
            at_anna,
        }
    }

    fn new_id(&mut self) -> Ulid {
        let now = self.world.now;
        people::ulid(&mut self.world.chance, now)
    }

    fn expense(&mut self, cents: i64) {
        let id = self.new_id();
        let at = self.at_anna;
        self.world.act(at, people::expense(id, "Pain", cents));
    }

    fn posts(&mut self, phone: usize, title: &str) {
        let id = self.new_id();
        let post = PostFields {
            topic: PostTopic::Need,
            title: title.into(),
            body: "Quinze mètres carrés suffisent.".into(),
            tags: Vec::new(),
            expires: String::new(),
            status: PostStatus::Open,
        };
        let command = PostCommand::AddPost { id, post };
        self.world.act(phone, Command::Post(command));
    }

    /// What stands of everybody's expenses and posts on a phone.
    fn stands(&self, phone: usize) -> (Vec<i64>, Vec<String>) {
        let (mut amounts, mut titles) = (Vec::new(), Vec::new());
        for record in self.world.phones[phone].records().into_values() {
            match record {
                Record::Activity(said) => {
                    amounts.extend(said.expenses.values().map(|it| it.net_cents));
                }
                Record::Post(said) => {
                    titles.extend(said.posts.values().map(|it| it.title.clone()));
                }
                _ => {}
            }
        }
        amounts.sort_unstable();
        titles.sort_unstable();
        (amounts, titles)
    }

    /// The kinds of the documents on the member's phone.
    fn kinds(&self) -> Vec<Kind> {
        let rows = self.world.phones[self.at_anna].disk().iter();
        let rows = rows.filter(|((store, _), _)| store == store::DOCS);
        let heads = rows.filter_map(|(_, row)| Some(store::from_cbor::<DocRow>(row)?.head));
        heads.map(|head| head.kind).collect()
    }

    fn waits(&mut self) -> Vec<Waits> {
        let window = Window {
            offset: 0,
            limit: 10,
        };
        let request = ViewRequest::Whole(WholeRequest::Unsent { window });
        match self.world.phones[self.at_anna].view(self.world.now, &request) {
            Some(View::Whole(WholeAnswer::Unsent(page))) => {
                page.rows.iter().map(|row| row.waits).collect()
            }
            other => panic!("not what is unsent: {other:?}"),
        }
    }

    /// The app, or the relay, is replaced by one of today, or of before.
    fn replaced(&mut self, by_before: bool) {
        self.world.kill(self.at_anna);
        self.world.phones[self.at_anna].before_kinds = by_before;
        self.world.open(self.at_anna);
    }
}

#[test]
fn an_app_of_before_works_with_the_relay_of_today_and_gets_the_rest_once_it_is_replaced() {
    let mut pair = Pair::new("app");
    pair.posts(pair.at_coach, "Un local à partager");
    let session = pair.new_id();
    let logged = people::session(pair.anna, pair.coach, session, "Vu.");
    pair.world.act(pair.at_coach, logged);
    pair.expense(1_250);
    pair.world.settle();
    let kinds = pair.kinds();
    assert!(kinds.contains(&Kind::CoachingLog), "{kinds:?}");
    assert!(
        kinds.iter().all(|kind| KindSet::SPINE.contains(*kind)),
        "{kinds:?}"
    );
    assert_eq!(pair.stands(pair.at_coach).0, [1_250]);

    pair.world.signal(pair.at_anna, false);
    pair.expense(990);
    pair.expense(902);
    assert_eq!(pair.stands(pair.at_anna), (vec![902, 990, 1_250], vec![]));
    pair.replaced(false);
    assert_eq!(pair.stands(pair.at_anna).0, [902, 990, 1_250]);
    assert_eq!(pair.waits(), [Waits::Turn, Waits::Before]);
    pair.world.signal(pair.at_anna, true);
    pair.world.settle();
    let all = (
        vec![902, 990, 1_250],
        vec!["Un local à partager".to_owned()],
    );
    assert_eq!(pair.stands(pair.at_anna), all);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert!(pair.waits().is_empty());
}

#[test]
fn what_a_relay_of_before_could_not_read_waits_on_the_phone_until_it_is_replaced() {
    let mut pair = Pair::new("relay");
    pair.expense(1_250);
    pair.posts(pair.at_anna, "Un tour à bois");
    pair.expense(990);
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);
    assert_eq!(pair.stands(pair.at_coach), (vec![990, 1_250], vec![]));
    pair.replaced(true);
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);

    pair.replaced(false);
    pair.world.settle();
    assert!(pair.waits().is_empty());
    let title = "Un tour à bois".to_owned();
    let all = (vec![990, 1_250], vec![title.clone()]);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert_eq!(pair.stands(pair.at_anna), all);

    // Put back to the one of before, and forward again.
    pair.replaced(true);
    pair.posts(pair.at_anna, "Une scie");
    pair.world.settle();
    assert_eq!(pair.waits(), [Waits::Newer]);
    assert_eq!(pair.stands(pair.at_coach), all);
    pair.replaced(false);
    pair.world.settle();
    let all = (vec![990, 1_250], vec![title, "Une scie".to_owned()]);
    assert_eq!(pair.stands(pair.at_coach), all);
    assert_eq!(pair.stands(pair.at_anna), all);
}
