//! The signing story on two phones, offline: what both signed stays, what came too late is kept as words, and whoever was
//! signed for is told.

use besace_client::api::DispatchResult;
use besace_client::kinds::Wait;
use besace_client::kinds::coaching_log::{
    CoachingAnswer, CoachingRequest, CoachingWait, SessionSheet,
};
use besace_client::store;
use besace_client::view::today::TodayView;
use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::WholeAnswer;
use besace_client::views::requests::WholeRequest;
use besace_model::access::Role;
use besace_model::command::{Command, EntryRef};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingCommand, SessionFields, SessionType, SignedHand};
use besace_tests::empty_folder;
use besace_tests::people;
use besace_tests::world::World;

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

#[test]
fn an_edit_from_a_phone_that_did_not_know_blocks_nothing_and_its_words_are_kept() {
    let mut story = Story::new("stale");
    let (anna, id) = (story.anna, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    story.world.signal(at_anna, false);
    let (before, after) = (story.new_id(), story.new_id());
    story.world.act(at_anna, people::action(anna, anna, before));
    story
        .world
        .act(at_anna, people::points(anna, id, "Écrit sans réseau."));
    story.world.act(at_anna, people::action(anna, anna, after));
    story.both_sign(id);
    assert!(story.sheet(at_coach, id).row.closed);
    story.world.settle();
    story.world.signal(at_anna, true);
    story.world.settle();
    story.check();
    let sheet = story.sheet(at_anna, id);
    assert_eq!(sheet.fields.points, "Vu.", "what was signed stands");
    assert!(sheet.row.closed && !sheet.row.info.may_edit);
    assert_eq!(story.world.phones[at_anna].count(store::REFUSED), 1);
    assert_eq!(story.world.phones[at_anna].count(store::OUTBOX), 0);
    let now = story.world.now;
    let window = besace_client::view::Window {
        offset: 0,
        limit: 10,
    };
    let refused = match story.world.phones[at_anna]
        .view(now, &ViewRequest::Whole(WholeRequest::Refused { window }))
    {
        Some(View::Whole(WholeAnswer::Refused(page))) => page.rows,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused[0].code, ErrorCode::Closed);
    assert!(
        refused[0].text.contains("Écrit sans réseau."),
        "the words are kept"
    );
    for action in [before, after] {
        let said = story.world.phones[at_coach].records();
        let has = said.values().any(|record| match record {
            besace_model::kind::Record::CoachingLog(log) => log.actions.contains_key(&action),
            _ => false,
        });
        assert!(has, "what came before and after went through");
    }
}

#[test]
fn a_phone_that_knows_refuses_at_once_and_a_restarted_relay_still_does() {
    let mut story = Story::new("known");
    let (anna, id, at_anna) = (story.anna, story.session, story.at_anna);
    story.both_sign(id);
    story.world.settle();
    let log = DocHead::coaching_log(anna);
    let removal = Command::remove(EntryRef::new(log, "sessions", id), true);
    for command in [people::points(anna, id, "Autre."), removal] {
        let told = story.world.attempt(at_anna, command);
        assert!(
            matches!(
                told,
                Some(DispatchResult::Rejected {
                    code: ErrorCode::Closed,
                    ..
                })
            ),
            "{told:?}"
        );
    }
    story.world.signal(at_anna, false);
    story.world.crash_relay();
    story.world.relay.start();
    story.world.signal(at_anna, true);
    story.world.settle();
    story.check();
    assert!(story.sheet(at_anna, id).row.closed);
}

#[test]
fn who_was_signed_for_is_told_first_and_who_captured_it_hears_of_a_contest() {
    let mut story = Story::new("told");
    let (member, id) = (story.anna, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    story.both_sign(id);
    story.world.settle();
    assert_eq!(story.done(at_anna), 1);
    assert_eq!(story.waits(at_anna)[0], in_log(CoachingWait::SignedForMe));
    assert!(
        !story
            .waits(at_coach)
            .contains(&in_log(CoachingWait::Contested))
    );
    story.world.act(
        at_anna,
        Command::CoachingLog(CoachingCommand::ContestSignature { member, id }),
    );
    story.world.settle();
    assert!(
        !story
            .waits(at_anna)
            .contains(&in_log(CoachingWait::SignedForMe))
    );
    assert_eq!(story.waits(at_coach)[0], in_log(CoachingWait::Contested));
    assert_eq!(story.done(at_coach), 0, "contested, it does not count");
    assert!(story.sheet(at_coach, id).row.closed, "and is not opened");
    story.world.act(
        at_anna,
        Command::CoachingLog(CoachingCommand::ConfirmSignature { member, id }),
    );
    story.world.settle();
    assert!(
        !story
            .waits(at_coach)
            .contains(&in_log(CoachingWait::Contested))
    );
    assert_eq!(story.done(at_coach), 1);
    story.check();
}

#[test]
fn a_report_that_changed_after_it_was_signed_is_told_to_who_signed_and_to_who_captured_it() {
    let mut story = Story::new("changed");
    let (anna, coach, id) = (story.anna, story.coach, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    let changed = in_log(CoachingWait::ChangedSince);
    story.signs(at_coach, id, anna);
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert!(!story.waits(phone).contains(&changed), "as it was signed");
    }
    story
        .world
        .act(at_coach, people::points(anna, id, "Vu, et revu."));
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert_eq!(story.waits(phone)[0], changed);
    }
    assert!(
        !story.waits(at_anna).contains(&in_log(CoachingWait::Sign)),
        "once"
    );
    story.signs(at_anna, id, anna);
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert!(!story.waits(phone).contains(&changed), "signed anew");
    }
    story.signs(at_coach, id, coach);
    story.world.settle();
    assert!(story.sheet(at_anna, id).row.closed);
    assert!(!story.waits(at_coach).contains(&changed));
    story.check();
}

#[test]
fn an_amended_interview_counts_once_an_annulled_one_not_and_three_are_never_three_of_two() {
    let mut story = Story::new("count");
    let (coach, id, at_coach) = (story.coach, story.session, story.at_coach);
    story.both_sign(id);
    let amendment = story.new_id();
    story.logs(amendment, interview(coach, Some(id)));
    assert_eq!(story.done(at_coach), 1, "while the amendment is not signed");
    story.both_sign(amendment);
    assert_eq!(story.done(at_coach), 1);
    for _ in 0..2 {
        let other = story.new_id();
        story.logs(other, interview(coach, None));
        story.both_sign(other);
    }
    assert_eq!(story.done(at_coach), 2);
    // Annulled, the first interview and its amendment count no more; the two others do.
    let annulment = story.new_id();
    let why = SessionFields {
        session_type: SessionType::Annulment,
        statutory: false,
        eight_points: Vec::new(),
        objectives: "Saisi deux fois.".into(),
        ..interview(coach, Some(id))
    };
    story.logs(annulment, why);
    story.both_sign(annulment);
    for signed in [id, amendment] {
        assert!(story.sheet(at_coach, signed).row.annulled);
    }
    assert_eq!(story.done(at_coach), 2);
    story.world.settle();
    story.check();
}
