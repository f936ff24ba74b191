//! Two phones side by side, no network at all: what one has to say the other reads, signs and hands back; whoever meets
//! the relay first delivers for both.

use automerge::Automerge;
use besace_client::api::{DispatchResult, Intent};
use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use besace_client::view::hand_over::HandOverView;
use besace_client::view::sync::{RefusedItem, UnsentItem};
use besace_client::view::{Page, Place, RecordState, View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::{CoachingCommand, SignedHand};
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

mod refused;

const ALL: Window = Window {
    offset: 0,
    limit: 100,
};

/// A coach and a member with a phone each, both up to date, and then without signal.
struct Barn {
    world: World,
    coach: MemberId,
    anna: MemberId,
    at_coach: usize,
    at_anna: usize,
    session: Ulid,
}

impl Barn {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("hand-over-{name}")));
        let coach = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        world.assign(coach, anna);
        let (at_coach, at_anna) = (world.phone(coach), world.phone(anna));
        world.settle();
        let now = world.now;
        let session = people::ulid(&mut world.chance, now);
        let mut barn = Self {
            world,
            coach,
            anna,
            at_coach,
            at_anna,
            session,
        };
        for phone in [at_coach, at_anna] {
            barn.world.signal(phone, false);
        }
        barn
    }

    fn logs(&mut self) {
        let command = people::session(self.anna, self.coach, self.session, "Deux devis attendus.");
        self.world.act(self.at_coach, command);
    }

    fn signs(&mut self, phone: usize, signer: MemberId) {
        let sheet = self.sheet(phone).expect("the session is here");
        let hand = Some(SignedHand {
            content_sha256: sheet.content_sha256,
            strokes: "10,10 40,60 80,20 120,70 200,40".into(),
            typed: String::new(),
        });
        let command = Command::CoachingLog(CoachingCommand::SignSession {
            member: self.anna,
            id: self.session,
            signer,
            hand,
        });
        self.world.act(phone, command);
    }

    fn view(&self, phone: usize, request: WholeRequest) -> WholeAnswer {
        let request = ViewRequest::Whole(request);
        match self.world.phones[phone].view(self.world.now, &request) {
            Some(View::Whole(answer)) => answer,
            other => panic!("another answer: {other:?}"),
        }
    }

    fn sheet(&self, phone: usize) -> Option<SessionSheet> {
        let request = ViewRequest::CoachingLog(CoachingRequest::Session {
            member: Some(self.anna),
            id: self.session,
        });
        match self.world.phones[phone].view(self.world.now, &request) {
            Some(View::CoachingLog(CoachingAnswer::Session(sheet))) => sheet.map(|sheet| *sheet),
            other => panic!("not a session: {other:?}"),
        }
    }

    fn state(&self, phone: usize) -> RecordState {
        self.sheet(phone)
            .expect("the session is here")
            .row
            .info
            .state
    }

    fn signers(&self, phone: usize) -> Vec<MemberId> {
        let sheet = self.sheet(phone).expect("the session is here");
        let mut signers: Vec<_> = sheet
            .signatures
            .iter()
            .filter(|signature| !signature.changed_since)
            .map(|signature| signature.member)
            .collect();
        signers.sort();
        signers
    }

    fn both(&self) -> Vec<MemberId> {
        let mut both = vec![self.coach, self.anna];
        both.sort();
        both
    }

    fn packed(&self, phone: usize) -> HandOverView {
        let head = DocHead::coaching_log(self.anna);
        let place = Place::new(&head, "sessions", &self.session.to_string());
        match self.view(phone, WholeRequest::HandOver { place }) {
            WholeAnswer::HandOver(view) => view,
            other => panic!("not a parcel: {other:?}"),
        }
    }

    fn parcel(&self, phone: usize) -> String {
        let packed = self.packed(phone);
        assert_eq!(packed.problem, None);
        packed.parcel
    }

    fn receives(&mut self, phone: usize, parcel: &str) -> DispatchResult {
        let parcel = parcel.to_owned();
        let result = self.world.intend(phone, Intent::Receive { parcel });
        result.expect("the app is open")
    }

    /// One phone shows, the other reads.
    fn hands(&mut self, from: usize, to: usize) {
        let parcel = self.parcel(from);
        let result = self.receives(to, &parcel);
        assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    }

    fn handed(&self, phone: usize) -> Vec<UnsentItem> {
        match self.view(phone, WholeRequest::HandedOver { window: ALL }) {
            WholeAnswer::HandedOver(Page { rows, .. }) => rows,
            other => panic!("not what was handed over: {other:?}"),
        }
    }

    fn refused(&self, phone: usize) -> Vec<RefusedItem> {
        match self.view(phone, WholeRequest::Refused { window: ALL }) {
            WholeAnswer::Refused(Page { rows, .. }) => rows,
            other => panic!("not what was refused: {other:?}"),
        }
    }

    fn unsent(&self, phone: usize) -> u32 {
        match self.view(phone, WholeRequest::Sync) {
            WholeAnswer::Sync(sync) => sync.unsent,
            other => panic!("not the state of sync: {other:?}"),
        }
    }

    fn meets_the_relay(&mut self, phone: usize) {
        self.world.signal(phone, true);
        self.world.settle();
    }

    /// Logged by the coach, handed to the member, signed there, handed back and signed here.
    fn signed_in_the_barn(&mut self) {
        self.logs();
        self.hands(self.at_coach, self.at_anna);
        self.signs(self.at_anna, self.anna);
        self.hands(self.at_anna, self.at_coach);
        self.signs(self.at_coach, self.coach);
        self.hands(self.at_coach, self.at_anna);
    }

    /// How many changes the log has of the session's document.
    fn logged(&self) -> usize {
        let coop = self.world.relay.coop().expect("the relay runs");
        let id = DocHead::coaching_log(self.anna).id(self.world.coop());
        let file = coop.export(id).expect("the document is there");
        let doc = Automerge::load(&file.file).expect("it is a document");
        // Its beginning is the same everywhere, and nobody's.
        doc.get_changes(&[]).len() - 1
    }

    /// Both phones and the relay have both signatures, once.
    fn check(&mut self) {
        for phone in [self.at_coach, self.at_anna] {
            assert_eq!(self.signers(phone), self.both());
            assert!(matches!(self.state(phone), RecordState::Received { .. }));
            assert_eq!(self.unsent(phone), 0);
            assert!(self.handed(phone).is_empty());
            assert!(self.refused(phone).is_empty(), "{:?}", self.refused(phone));
        }
        assert_eq!(self.logged(), 3, "each change once");
        let coop = self.world.relay.coop().expect("the relay runs");
        self.world.watch.check(coop, &self.world.phones);
    }
}

#[test]
fn what_the_coach_wrote_is_read_on_the_other_phone_and_says_whose_it_is() {
    let mut barn = Barn::new("read");
    barn.logs();
    barn.hands(barn.at_coach, barn.at_anna);
    let by_name = "Camille".to_owned();
    assert_eq!(barn.state(barn.at_anna), RecordState::Handed { by_name });
    let sheet = barn.sheet(barn.at_anna).unwrap();
    assert_eq!(sheet.fields.points, "Deux devis attendus.");
    let handed = barn.handed(barn.at_anna);
    assert_eq!(handed.len(), 1);
    assert_eq!(handed[0].from_name.as_deref(), Some("Camille"));
    let place = handed[0].place.clone().unwrap();
    assert_eq!(
        (place.collection.as_str(), place.id),
        ("sessions", barn.session.to_string())
    );
}

#[test]
fn signed_on_both_phones_it_stands_once_when_the_coach_meets_the_relay_first() {
    let mut barn = Barn::new("coach-first");
    barn.signed_in_the_barn();
    barn.meets_the_relay(barn.at_coach);
    assert_eq!(barn.logged(), 3, "the coach brought what the member signed");
    barn.meets_the_relay(barn.at_anna);
    barn.check();
}

#[test]
fn signed_on_both_phones_it_stands_once_when_the_member_meets_the_relay_first() {
    let mut barn = Barn::new("member-first");
    barn.signed_in_the_barn();
    barn.meets_the_relay(barn.at_anna);
    assert_eq!(barn.logged(), 3, "the member brought what the coach wrote");
    barn.meets_the_relay(barn.at_coach);
    barn.check();
}

#[test]
fn both_phones_that_meet_the_relay_at_once_bring_it_once() {
    let mut barn = Barn::new("at-once");
    barn.signed_in_the_barn();
    barn.world.signal(barn.at_anna, true);
    barn.world.signal(barn.at_coach, true);
    barn.world.settle();
    barn.check();
}

#[test]
fn a_phone_that_was_closed_in_the_barn_has_what_it_was_handed() {
    let mut barn = Barn::new("closed");
    barn.signed_in_the_barn();
    assert_eq!(
        barn.state(barn.at_coach),
        RecordState::OnPhone,
        "it is the coach's own"
    );
    for phone in [barn.at_anna, barn.at_coach] {
        barn.world.kill(phone);
        barn.world.open(phone);
        assert_eq!(barn.signers(phone), barn.both());
        assert_eq!(
            barn.handed(phone).len(),
            if phone == barn.at_anna { 2 } else { 1 }
        );
    }
    barn.meets_the_relay(barn.at_anna);
    barn.meets_the_relay(barn.at_coach);
    barn.check();
}

#[test]
fn the_same_twice_does_nothing_and_neither_does_what_one_wrote_oneself() {
    let mut barn = Barn::new("twice");
    barn.logs();
    let parcel = barn.parcel(barn.at_coach);
    barn.hands(barn.at_coach, barn.at_anna);
    let again = barn.receives(barn.at_anna, &parcel);
    assert_eq!(again, DispatchResult::NoChange);
    let mine = barn.receives(barn.at_coach, &parcel);
    assert_eq!(mine, DispatchResult::NoChange);
    let back = barn.parcel(barn.at_anna);
    let back = barn.receives(barn.at_coach, &back);
    assert_eq!(back, DispatchResult::NoChange);
    assert_eq!(barn.handed(barn.at_anna).len(), 1);
    // Nor does it long after the cooperative has it.
    barn.meets_the_relay(barn.at_anna);
    barn.meets_the_relay(barn.at_coach);
    for phone in [barn.at_anna, barn.at_coach] {
        assert_eq!(barn.receives(phone, &parcel), DispatchResult::NoChange);
        assert_eq!(barn.unsent(phone), 0);
    }
}

#[test]
fn a_phone_that_carries_nothing_of_its_own_delivers_for_the_other() {
    let mut barn = Barn::new("carries");
    barn.logs();
    barn.hands(barn.at_coach, barn.at_anna);
    barn.meets_the_relay(barn.at_anna);
    assert_eq!(barn.logged(), 1);
    assert!(matches!(
        barn.state(barn.at_anna),
        RecordState::Received { .. }
    ));
    // The coach's phone is lost in the barn: nothing of the interview is.
    barn.world.kill(barn.at_coach);
    let other = barn.world.phone(barn.coach);
    barn.world.settle();
    assert_eq!(
        barn.sheet(other).unwrap().fields.points,
        "Deux devis attendus."
    );
}

#[test]
fn nothing_is_handed_over_where_nothing_waits() {
    let mut barn = Barn::new("nothing");
    let packed = barn.packed(barn.at_coach);
    assert_eq!(packed.problem, Some(ErrorCode::NotFound));
    barn.logs();
    assert_eq!(barn.packed(barn.at_coach).commits, 1);
}
