//! An app and a relay of different ages.

use besace_client::store::{self, DocRow};
use besace_client::view::sync::Waits;
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{Kind, Record};
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

/// A coach and a member, each with a phone.
pub(super) struct Pair {
    pub(super) world: World,
    pub(super) coach: MemberId,
    pub(super) anna: MemberId,
    pub(super) at_coach: usize,
    pub(super) at_anna: usize,
}

impl Pair {
    /// With a phone of the member's that is of before kinds were listed, or meets such a relay.
    pub(super) fn new(name: &str) -> Self {
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

    pub(super) fn new_id(&mut self) -> Ulid {
        let now = self.world.now;
        people::ulid(&mut self.world.chance, now)
    }

    pub(super) fn expense(&mut self, cents: i64) {
        let id = self.new_id();
        let at = self.at_anna;
        self.world.act(at, people::expense(id, "Pain", cents));
    }

    pub(super) fn posts(&mut self, phone: usize, title: &str) {
        let id = self.new_id();
        let post = PostFields {
            topic: PostTopic::Need,
            title: title.into(),
            body: "Quinze mètres carrés suffisent.".into(),
            tags: Vec::new(),
            expires: String::new(),
            status: PostStatus::Open,
            event: None,
        };
        let command = PostCommand::AddPost { id, post };
        self.world.act(phone, Command::Post(command));
    }

    /// What stands of everybody's expenses and posts on a phone.
    pub(super) fn stands(&self, phone: usize) -> (Vec<i64>, Vec<String>) {
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
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let rows = self.world.phones[self.at_anna].disk().iter();
        let rows = rows.filter(|((store, _), _)| store == store::DOCS);
        let heads = rows.filter_map(|(_, row)| Some(store::from_cbor::<DocRow>(row)?.head));
        heads.map(|head| head.kind).collect()
    }

    pub(super) fn waits(&mut self) -> Vec<Waits> {
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
    pub(super) fn replaced(&mut self, by_before: bool) {
        self.world.kill(self.at_anna);
        self.world.phones[self.at_anna].before_kinds = by_before;
        self.world.open(self.at_anna);
    }
}
