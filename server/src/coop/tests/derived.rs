//! What the relay derives: dates and signatures of sessions, and nothing that was said in them.

mod reading;
mod taking;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionFields, SessionMode, SessionStatus, SessionType, SignedHand, as_logged,
};
use besace_model::kinds::register::{self, Register};
use besace_model::wire::Verdict;

use super::world::*;
use crate::store::StorePlace;

const WORDS: [&str; 7] = [
    "objectif-secret",
    "points-secrets",
    "plan-secret",
    "huit-secret",
    "lieu-secret",
    "sujet-secret",
    "nom-secret",
];

const FINANCE: u8 = 4;
const DIRECTOR: u8 = 5;

fn session() -> SessionFields {
    SessionFields {
        starts_at: "2026-12-05T09:00:00Z".into(),
        minutes: 75,
        mode: SessionMode::Office,
        place: WORDS[4].into(),
        session_type: SessionType::Statutory,
        statutory: true,
        topics: vec![WORDS[5].into()],
        status: SessionStatus::Done,
        coaches: vec![member(1)],
        objectives: WORDS[0].into(),
        points: WORDS[1].into(),
        plan: WORDS[2].into(),
        eight_points: vec![WORDS[3].into(); 8],
        member_present: Some(true),
        amends: None,
    }
}

fn log(n: u8) -> Say {
    Say::CoachingLog(CoachingCommand::LogSession {
        member: member(2),
        id: Ulid([n; 16]),
        session: session(),
    })
}

fn sign(n: u8, signer: u8) -> Say {
    Say::CoachingLog(CoachingCommand::SignSession {
        member: member(2),
        id: Ulid([n; 16]),
        signer: member(signer),
        hand: Some(SignedHand {
            content_sha256: as_logged(Ulid([n; 16]), &session()).content_sha256,
            strokes: String::new(),
            typed: WORDS[6].into(),
        }),
    })
}

/// A cooperative with a coach, whom they accompany, and another member.
struct People {
    world: World,
    coach: Phone,
    anne: Phone,
    other: Phone,
}

impl People {
    fn at(place: StorePlace) -> Self {
        let mut world = World::at(place);
        let coach = world.join(1, &[Role::Coach]);
        let anne = world.join(2, &[Role::Entrepreneur]);
        let other = world.join(3, &[Role::Entrepreneur]);
        world.join(FINANCE, &[Role::Finance]);
        world.join(DIRECTOR, &[Role::Director]);
        world.assign(1, 2);
        Self {
            world,
            coach,
            anne,
            other,
        }
    }

    fn say(&mut self, by_coach: bool, say: &Say) {
        let phone = if by_coach {
            &mut self.coach
        } else {
            &mut self.anne
        };
        self.world.sync(phone, 1 << 16);
        let verdict = self.world.say(phone, say);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }

    /// Logs a session that both sign.
    fn interview(&mut self, n: u8) {
        self.say(true, &log(n));
        self.say(true, &sign(n, 1));
        self.say(false, &sign(n, 2));
    }

    /// What a phone knows of the register, when the relay had its time.
    fn register(&mut self, reader: u8) -> Option<Register> {
        self.world.settle();
        let phone = self.world.fresh(reader);
        let said = phone.last(Kind::Register)?;
        assert_eq!(said.0.owner, member(2));
        Some(register::read(said.1))
    }
}
