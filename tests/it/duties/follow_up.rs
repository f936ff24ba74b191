//! What the director follows: the two interviews a year of each member, by dates and signatures, without a word of what
//! was said.

use besace_client::kinds::register::{FollowRow, FollowSheet, RegisterAnswer, RegisterRequest};
use besace_client::view::{Page, View, ViewRequest, Window};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingCommand, SessionFields, SignedHand, as_logged};
use besace_model::kinds::register::Standing;
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

use super::cast::on;

mod counted;
pub(super) mod dates;
mod readers;

/// Words of the sessions here.
const SAID: &str = "mot-qui-ne-sort-pas";

/// A coach and a member with a phone each, and the director's phone.
struct Story {
    world: World,
    coach: MemberId,
    anna: MemberId,
    at_coach: usize,
    at_anna: usize,
    at_director: usize,
}

pub(super) fn interview(coach: MemberId, starts_at: &str) -> SessionFields {
    let logged = people::session(coach, coach, Ulid([0; 16]), SAID);
    let Command::CoachingLog(CoachingCommand::LogSession { session, .. }) = logged else {
        unreachable!("a session is logged");
    };
    SessionFields {
        starts_at: starts_at.into(),
        statutory: true,
        place: SAID.into(),
        topics: vec![SAID.into()],
        objectives: SAID.into(),
        plan: SAID.into(),
        eight_points: vec![SAID.into(); 8],
        ..session
    }
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("follow-up-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        let director = world.member("Dominique", &[Role::Director]);
        world.assign(coach, anna);
        let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
        let at_director = world.phone(director);
        world.pass(5_000);
        Self {
            world,
            coach,
            anna,
            at_coach,
            at_anna,
            at_director,
        }
    }

    /// Logs an interview on the coach's phone.
    fn holds(&mut self, starts_at: &str) -> Ulid {
        let (now, member) = (self.world.now, self.anna);
        let id = people::ulid(&mut self.world.chance, now);
        let session = interview(self.coach, starts_at);
        self.does(CoachingCommand::LogSession {
            member,
            id,
            session,
        });
        id
    }

    /// Somebody signs on the coach's phone what was logged there.
    fn signs(&mut self, id: Ulid, signer: MemberId, starts_at: &str) {
        let session = as_logged(id, &interview(self.coach, starts_at));
        self.does(CoachingCommand::SignSession {
            member: self.anna,
            id,
            signer,
            hand: Some(SignedHand {
                content_sha256: session.content_sha256,
                strokes: String::new(),
                typed: "Anna".into(),
            }),
        });
    }

    fn does(&mut self, command: CoachingCommand) {
        self.world.act(self.at_coach, Command::CoachingLog(command));
    }

    /// An interview that both signed.
    fn interviews(&mut self, starts_at: &str) -> Ulid {
        let id = self.holds(starts_at);
        for signer in [self.coach, self.anna] {
            self.signs(id, signer, starts_at);
        }
        id
    }

    fn ask(&mut self, phone: usize, day: &str, request: RegisterRequest) -> RegisterAnswer {
        match self.world.phones[phone].view(on(day), &ViewRequest::Register(request)) {
            Some(View::Register(answer)) => answer,
            other => panic!("not of registers: {other:?}"),
        }
    }

    fn listed(&mut self, phone: usize, day: &str, standing: Option<Standing>) -> Vec<FollowRow> {
        let request = RegisterRequest::FollowUp {
            year: 2026,
            search: String::new(),
            standing,
            window: Window {
                offset: 0,
                limit: 50,
            },
        };
        match self.ask(phone, day, request) {
            RegisterAnswer::FollowUp(Page { rows, .. }) => rows,
            other => panic!("not a list: {other:?}"),
        }
    }

    /// How Anna stands on a day, as the director's phone says.
    fn anna(&mut self, day: &str) -> FollowRow {
        let anna = self.anna;
        let rows = self.listed(self.at_director, day, None);
        let mut rows = rows.into_iter().filter(|row| row.member == anna);
        rows.next().expect("Anna is listed")
    }

    fn stands(&mut self, day: &str) -> Option<Standing> {
        self.anna(day).standing
    }

    fn sheet(&mut self, phone: usize) -> Option<FollowSheet> {
        let (member, year) = (self.anna, 2026);
        match self.ask(
            phone,
            "2026-06-01",
            RegisterRequest::Registered { member, year },
        ) {
            RegisterAnswer::Registered(sheet) => sheet.map(|sheet| *sheet),
            other => panic!("not a sheet: {other:?}"),
        }
    }
}
