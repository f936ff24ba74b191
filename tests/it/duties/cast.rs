//! A small cooperative: six people with a phone each, and what is asked of a phone.

use besace_client::api::DispatchResult;
use besace_client::kinds::Wait;
use besace_client::view::today::WaitingItem;
use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::{MemberId, Ulid};
use besace_model::time::{DAY_MS, Timestamp};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

/// All rows of any list here.
pub(super) const ALL: Window = Window {
    offset: 0,
    limit: 200,
};

/// Somebody, and the number of their phone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Someone {
    pub(super) id: MemberId,
    pub(super) phone: usize,
}

/// A cooperative. Camille accompanies Anna.
pub(super) struct Coop {
    pub(super) world: World,
    /// An entrepreneur.
    pub(super) anna: Someone,
    /// Another.
    pub(super) ben: Someone,
    /// A coach.
    pub(super) camille: Someone,
    /// Of finance.
    pub(super) fatou: Someone,
    /// Of communication.
    pub(super) gael: Someone,
    /// The director.
    pub(super) dominique: Someone,
}

/// Ten in the morning of a day.
pub(super) fn on(day: &str) -> Timestamp {
    Timestamp::parse_rfc3339(&format!("{day}T10:00:00Z")).expect("a day")
}

impl Coop {
    pub(super) fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("duties-{name}")));
        let [anna, ben, camille, fatou, gael, dominique] = [
            ("Anna", Role::Entrepreneur),
            ("Ben", Role::Entrepreneur),
            ("Camille", Role::Coach),
            ("Fatou", Role::Finance),
            ("Gaël", Role::Comms),
            ("Dominique", Role::Director),
        ]
        .map(|(name, role)| joins(&mut world, name, role));
        world.assign(camille.id, anna.id);
        world.pass(5_000);
        Self {
            world,
            anna,
            ben,
            camille,
            fatou,
            gael,
            dominique,
        }
    }

    /// Somebody more, with a phone.
    pub(super) fn joins(&mut self, name: &str, role: Role) -> Someone {
        let someone = joins(&mut self.world, name, role);
        self.world.pass(5_000);
        someone
    }

    /// A name for something new.
    pub(super) fn id(&mut self) -> Ulid {
        let now = self.world.now;
        people::ulid(&mut self.world.chance, now)
    }

    pub(super) fn does(&mut self, who: Someone, command: Command) {
        self.world.act(who.phone, command);
    }

    /// Why a phone does not let somebody do something.
    pub(super) fn is_refused(&mut self, who: Someone, command: Command) -> ErrorCode {
        match self.world.attempt(who.phone, command) {
            Some(DispatchResult::Rejected { code, .. }) => code,
            other => panic!("not refused: {other:?}"),
        }
    }

    /// Takes somebody's signal away.
    pub(super) fn offline(&mut self, who: Someone) {
        self.world.signal(who.phone, false);
    }

    /// Gives it back.
    pub(super) fn online(&mut self, who: Someone) {
        self.world.signal(who.phone, true);
    }

    /// Until everybody has everything.
    pub(super) fn settle(&mut self) {
        self.world.settle();
    }

    /// Days in which nobody has the app open.
    pub(super) fn days_pass(&mut self, days: i64) {
        self.world.pass_closed(days * DAY_MS);
        self.world.settle();
    }

    pub(super) fn sees_at(
        &mut self,
        who: Someone,
        now: Timestamp,
        request: impl Into<ViewRequest>,
    ) -> View {
        let view = self.world.phones[who.phone].view(now, &request.into());
        view.expect("an open phone")
    }

    /// What waits in *Aujourd'hui*.
    pub(super) fn waiting(&mut self, who: Someone) -> Vec<WaitingItem> {
        let now = self.world.now;
        self.waiting_at(who, now)
    }

    pub(super) fn waiting_at(&mut self, who: Someone, now: Timestamp) -> Vec<WaitingItem> {
        let request = ViewRequest::Whole(WholeRequest::Today);
        match self.sees_at(who, now, request) {
            View::Whole(WholeAnswer::Today(today)) => today.waiting,
            other => panic!("not today: {other:?}"),
        }
    }

    /// What waits for a reason, by its words.
    pub(super) fn waits_for(&mut self, who: Someone, why: Wait) -> Vec<String> {
        let waiting = self.waiting(who).into_iter();
        let such = waiting.filter(|item| item.why == why);
        such.map(|item| item.label).collect()
    }
}

fn joins(world: &mut World, name: &str, role: Role) -> Someone {
    let id = world.member(name, &[role]);
    let phone = world.phone(id);
    Someone { id, phone }
}

/// What somebody's phone answers to one request of a kind; now, or at another moment.
macro_rules! asked {
    ($coop:expr, $who:expr, $kind:ident: $request:expr, $answer:pat => $value:expr) => {{
        let now = $coop.world.now;
        asked!($coop, $who, now, $kind: $request, $answer => $value)
    }};
    ($coop:expr, $who:expr, $now:expr, $kind:ident: $request:expr, $answer:pat => $value:expr) => {{
        let request = besace_client::view::ViewRequest::$kind($request);
        match $coop.sees_at($who, $now, request) {
            besace_client::view::View::$kind($answer) => $value,
            other => panic!("another answer: {other:?}"),
        }
    }};
}
pub(super) use asked;
