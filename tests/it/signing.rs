//! The signing story on two phones, offline: what both signed stays, what came too late is kept as words, and whoever was
//! signed for is told.

use besace_client::kinds::Wait;
use besace_client::kinds::coaching_log::{
    CoachingAnswer, CoachingRequest, CoachingWait, SessionSheet,
};
use besace_client::view::today::TodayView;
use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingCommand, SessionFields, SessionType, SignedHand};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

mod counting;
mod late;
mod told;

/// Why something of a coaching log waits.
fn in_log(word: CoachingWait) -> Wait {
    Wait::CoachingLog { word }
}

/// A coach and a member with a phone each, and a statutory interview that both have.
struct Story {
    world: World,
    coach: MemberId,
    anna: MemberId,
    at_coach: usize,
    at_anna: usize,
    session: Ulid,
}

fn interview(coach: MemberId, amends: Option<Ulid>) -> SessionFields {
    let Command::CoachingLog(CoachingCommand::LogSession { session, .. }) =
        people::session(coach, coach, Ulid([0; 16]), "Vu.")
    else {
        unreachable!("a session is logged");
    };
    SessionFields {
        session_type: SessionType::Statutory,
        statutory: true,
        eight_points: (1..=8).map(|n| format!("Point {n}")).collect(),
        amends,
        ..session
    }
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("signing-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        world.assign(coach, anna);
        let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
        world.pass(5_000);
        let now = world.now;
        let session = people::ulid(&mut world.chance, now);
        let mut story = Self {
            world,
            coach,
            anna,
            at_coach,
            at_anna,
            session,
        };
        story.logs(session, interview(coach, None));
        story.world.settle();
        story
    }

    fn logs(&mut self, id: Ulid, session: SessionFields) {
        let member = self.anna;
        let command = Command::CoachingLog(CoachingCommand::LogSession {
            member,
            id,
            session,
        });
        self.world.act(self.at_coach, command);
    }

    fn new_id(&mut self) -> Ulid {
        let now = self.world.now;
        people::ulid(&mut self.world.chance, now)
    }

    fn sheet(&mut self, phone: usize, id: Ulid) -> SessionSheet {
        let member = Some(self.anna);
        let now = self.world.now;
        match self.world.phones[phone].view(
            now,
            &ViewRequest::CoachingLog(CoachingRequest::Session { member, id }),
        ) {
            Some(View::CoachingLog(CoachingAnswer::Session(Some(sheet)))) => *sheet,
            other => panic!("not a session: {other:?}"),
        }
    }

    fn today(&mut self, phone: usize) -> TodayView {
        let now = self.world.now;
        match self.world.phones[phone].view(now, &ViewRequest::Whole(WholeRequest::Today)) {
            Some(View::Whole(WholeAnswer::Today(today))) => *today,
            other => panic!("not today: {other:?}"),
        }
    }

    fn waits(&mut self, phone: usize) -> Vec<Wait> {
        let waiting = self.today(phone).waiting;
        waiting.iter().map(|item| item.why).collect()
    }

    /// How many statutory interviews are done this year, as a phone says.
    fn done(&mut self, phone: usize) -> u32 {
        let member = Some(self.anna);
        let now = self.world.now;
        match self.world.phones[phone].view(
            now,
            &ViewRequest::CoachingLog(CoachingRequest::Coaching { member }),
        ) {
            Some(View::CoachingLog(CoachingAnswer::Coaching(Some(log)))) => log.statutory_done,
            other => panic!("not a log: {other:?}"),
        }
    }

    /// Both sign on the coach's phone what is read there.
    fn both_sign(&mut self, id: Ulid) {
        for signer in [self.anna, self.coach] {
            self.signs(self.at_coach, id, signer);
        }
    }

    /// Somebody signs on a phone what is read there.
    fn signs(&mut self, phone: usize, id: Ulid, signer: MemberId) {
        let content_sha256 = self.sheet(phone, id).content_sha256;
        let hand = Some(SignedHand {
            content_sha256,
            strokes: "10,10 40,60 80,20 120,70 200,40".into(),
            typed: String::new(),
        });
        let command = Command::CoachingLog(CoachingCommand::SignSession {
            member: self.anna,
            id,
            signer,
            hand,
        });
        self.world.act(phone, command);
    }

    fn check(&self) {
        let coop = self.world.relay.coop().expect("the relay runs");
        self.world.watch.check(coop, &self.world.phones);
    }
}
