//! What is handed over and not taken, or taken and then refused by the relay.

use besace_model::certificate::Certificate;
use besace_model::ids::{CoopId, DeviceId};
use besace_model::limits::{CERTIFICATE_LIFE_MS, PARCEL_BYTES_MAX};
use besace_model::parcel::{self, Parcel};
use besace_server::coop::Decision;

use super::*;

fn rejected(code: ErrorCode) -> DispatchResult {
    DispatchResult::rejected(code)
}

/// A parcel, changed by whoever carries it.
fn changed(text: &str, change: impl FnOnce(&mut Parcel)) -> String {
    let bytes = parcel::from_text(text).expect("digits");
    let mut parcel = Parcel::unpack(&bytes).expect("a parcel");
    change(&mut parcel);
    parcel::to_text(&parcel.pack().expect("it fits"))
}

impl Barn {
    /// Nothing of it is on the member's phone.
    fn nothing_came(&self) {
        assert_eq!(self.sheet(self.at_anna), None);
        assert!(self.handed(self.at_anna).is_empty());
        assert_eq!(self.unsent(self.at_anna), 0);
    }
}

#[test]
fn bytes_that_were_changed_on_the_way_are_not_taken() {
    let mut barn = Barn::new("tampered");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    let broken = rejected(ErrorCode::ParcelBroken);
    let later = format!("01{}", &whole[10..]);
    for text in ["", "zz", "00", "01", &whole[..whole.len() - 8], &later] {
        assert_eq!(barn.receives(barn.at_anna, text), broken, "{text}");
    }
    let signature = changed(&whole, |parcel| {
        let signature = parcel.docs[0].commits[0].signature.as_mut();
        signature.expect("it is signed")[3] ^= 1;
    });
    assert_eq!(barn.receives(barn.at_anna, &signature), broken);
    let words = changed(&whole, |parcel| {
        let change = &mut parcel.docs[0].commits[0].change;
        let last = change.len() - 1;
        change[last] ^= 1;
    });
    assert_eq!(barn.receives(barn.at_anna, &words), broken);
    barn.nothing_came();
    barn.hands(barn.at_coach, barn.at_anna);
}

#[test]
fn no_byte_of_a_parcel_can_be_changed_and_taken_for_other_work() {
    let mut barn = Barn::new("flipped");
    barn.logs();
    let whole = parcel::from_text(&barn.parcel(barn.at_coach)).expect("digits");
    for at in 0..whole.len() {
        let mut other = whole.clone();
        other[at] ^= 0x10;
        // Some bits say nothing.
        if Parcel::unpack(&other) == Parcel::unpack(&whole) {
            continue;
        }
        let result = barn.receives(barn.at_anna, &parcel::to_text(&other));
        assert!(
            matches!(result, DispatchResult::Rejected { .. }),
            "{at}: {result:?}"
        );
    }
    barn.nothing_came();
}

#[test]
fn what_nobody_proves_is_not_taken() {
    let mut barn = Barn::new("unproven");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    let unproven = rejected(ErrorCode::ParcelUnproven);
    let bare = changed(&whole, |parcel| parcel.certificates.clear());
    assert_eq!(barn.receives(barn.at_anna, &bare), unproven);
    let forged = changed(&whole, |parcel| {
        parcel.certificates = vec![Certificate::new(vec![0x80], [7; 64])];
    });
    assert_eq!(barn.receives(barn.at_anna, &forged), unproven);
    let another = changed(&whole, |parcel| {
        parcel.docs[0].commits[0].device = DeviceId::from_bytes([8; 16]);
    });
    assert_eq!(barn.receives(barn.at_anna, &another), unproven);
    barn.nothing_came();
}

#[test]
fn what_is_of_another_cooperative_is_not_taken() {
    let mut barn = Barn::new("foreign");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    let foreign = changed(&whole, |parcel| parcel.coop = CoopId::from_bytes([9; 16]));
    let result = barn.receives(barn.at_anna, &foreign);
    assert_eq!(result, rejected(ErrorCode::ParcelForeign));
    // Its own word on its devices, under this one's name.
    let mut world = World::new(2, empty_folder("hand-over-foreign-other"));
    let stranger = world.member("Camille", &[Role::Coach]);
    let at_stranger = world.phone(stranger);
    world.settle();
    let coop = world.relay.coop().expect("the relay runs");
    let device = world.phones[at_stranger].device;
    let pass = coop
        .glance()
        .pass(world.now, device)
        .expect("it is enrolled");
    let alike = changed(&whole, |parcel| {
        parcel.certificates = vec![pass.certificate]
    });
    let result = barn.receives(barn.at_anna, &alike);
    assert_eq!(result, rejected(ErrorCode::ParcelUnproven));
    barn.nothing_came();
}

#[test]
fn who_does_not_read_it_is_not_given_it() {
    let mut barn = Barn::new("unread");
    barn.world.signal(barn.at_coach, true);
    let other = barn.world.member("Bob", &[Role::Entrepreneur]);
    let at_bob = barn.world.phone(other);
    barn.world.settle();
    barn.world.signal(barn.at_coach, false);
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    let result = barn.receives(at_bob, &whole);
    assert_eq!(result, rejected(ErrorCode::Forbidden));
    assert!(barn.handed(at_bob).is_empty());
}

#[test]
fn a_coach_of_whom_this_phone_knows_that_they_accompany_nobody_is_refused_at_once() {
    let mut barn = Barn::new("unassigned-known");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    barn.world.unassign(barn.coach, barn.anna);
    barn.meets_the_relay(barn.at_anna);
    let result = barn.receives(barn.at_anna, &whole);
    let DispatchResult::Rejected { code, field } = result else {
        panic!("it was taken: {result:?}");
    };
    assert_eq!(code, ErrorCode::Forbidden);
    assert!(!field.is_empty(), "the rule names a place");
    barn.nothing_came();
}

#[test]
fn what_the_relay_refuses_is_said_with_whose_it_was_and_what_stood_on_it_too() {
    let mut barn = Barn::new("unassigned");
    barn.signed_in_the_barn();
    barn.world.unassign(barn.coach, barn.anna);
    barn.meets_the_relay(barn.at_anna);
    assert_eq!(barn.sheet(barn.at_anna), None, "nothing of it stands");
    assert_eq!(barn.unsent(barn.at_anna), 0);
    let refused = barn.refused(barn.at_anna);
    let from = refused.iter().map(|item| item.from_name.as_deref());
    let from: Vec<_> = from.collect();
    assert_eq!(from.iter().filter(|it| **it == Some("Camille")).count(), 2);
    assert_eq!(from.iter().filter(|it| it.is_none()).count(), 1, "{from:?}");
    assert!(refused.iter().any(|item| item.code == ErrorCode::Forbidden));
    barn.meets_the_relay(barn.at_coach);
    assert_eq!(barn.unsent(barn.at_coach), 0);
    let coop = barn.world.relay.coop().expect("the relay runs");
    barn.world.watch.check(coop, &barn.world.phones);
}

#[test]
fn what_a_revoked_phone_signed_is_refused_by_the_relay_whoever_brings_it() {
    let mut barn = Barn::new("revoked");
    barn.logs();
    barn.hands(barn.at_coach, barn.at_anna);
    let device = barn.world.phones[barn.at_coach].device;
    barn.world.decide(&Decision::RevokeDevice { device });
    barn.meets_the_relay(barn.at_anna);
    let refused = barn.refused(barn.at_anna);
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, ErrorCode::DeviceRevoked);
    assert_eq!(refused[0].from_name.as_deref(), Some("Camille"));
    assert_eq!(barn.sheet(barn.at_anna), None);
    assert!(!barn.world.phones[barn.at_anna].is_wiped());
}

#[test]
fn a_phone_that_lacks_what_came_before_says_so_and_keeps_nothing() {
    let mut barn = Barn::new("ahead");
    // The coach was at the office in between, the member was not.
    barn.world.signal(barn.at_coach, true);
    barn.logs();
    barn.world.settle();
    barn.world.signal(barn.at_coach, false);
    barn.signs(barn.at_coach, barn.coach);
    let whole = barn.parcel(barn.at_coach);
    let result = barn.receives(barn.at_anna, &whole);
    assert_eq!(result, rejected(ErrorCode::ParcelAhead));
    barn.nothing_came();
    barn.meets_the_relay(barn.at_anna);
    barn.world.signal(barn.at_anna, false);
    barn.hands(barn.at_coach, barn.at_anna);
    assert_eq!(barn.signers(barn.at_anna), vec![barn.coach]);
}

#[test]
fn a_parcel_without_end_is_not_followed() {
    let mut barn = Barn::new("endless");
    let long = "01".repeat(PARCEL_BYTES_MAX + 1);
    let result = barn.receives(barn.at_anna, &long);
    assert_eq!(result, rejected(ErrorCode::ParcelBroken));
    barn.nothing_came();
}

#[test]
fn a_phone_that_never_met_the_relay_can_neither_hand_over_nor_be_handed() {
    let mut barn = Barn::new("no-pass");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    barn.world.download_again(barn.at_anna);
    let result = barn.receives(barn.at_anna, &whole);
    assert_eq!(result, rejected(ErrorCode::NoPass));
}

#[test]
fn a_phone_that_has_not_met_the_relay_for_long_is_believed_no_more() {
    let mut barn = Barn::new("stale");
    barn.logs();
    let whole = barn.parcel(barn.at_coach);
    barn.world.pass(CERTIFICATE_LIFE_MS + 1_000);
    assert_eq!(
        barn.packed(barn.at_coach).problem,
        Some(ErrorCode::NoPass),
        "it says so itself"
    );
    let result = barn.receives(barn.at_anna, &whole);
    assert_eq!(result, rejected(ErrorCode::ParcelUnproven));
}

#[test]
fn what_follows_something_that_the_relay_refuses_is_made_again_by_whose_it_is_and_signed_again() {
    let mut barn = Barn::new("follows");
    let (coach, anna) = (barn.coach, barn.anna);
    let closed = {
        let now = barn.world.now;
        people::ulid(&mut barn.world.chance, now)
    };
    let sign = |signer| {
        move |barn: &mut Barn, phone: usize| {
            let session = std::mem::replace(&mut barn.session, closed);
            barn.signs(phone, signer);
            barn.session = session;
        }
    };
    // An earlier session is signed at two desks, while the phones in the barn know it unsigned.
    barn.meets_the_relay(barn.at_anna);
    barn.meets_the_relay(barn.at_coach);
    let earlier = people::session(anna, coach, closed, "Vu.");
    barn.world.act(barn.at_coach, earlier);
    barn.world.settle();
    for phone in [barn.at_coach, barn.at_anna] {
        barn.world.signal(phone, false);
    }
    let desks = [barn.world.phone(coach), barn.world.phone(anna)];
    barn.world.settle();
    for (desk, signer) in desks.into_iter().zip([coach, anna]) {
        sign(signer)(&mut barn, desk);
        barn.world.settle();
    }
    let late = people::points(anna, closed, "Trop tard.");
    barn.world.act(barn.at_coach, late);
    barn.logs();
    barn.hands(barn.at_coach, barn.at_anna);
    barn.signs(barn.at_anna, anna);
    barn.hands(barn.at_anna, barn.at_coach);
    assert_eq!(barn.signers(barn.at_coach), [anna]);

    barn.meets_the_relay(barn.at_coach);
    let refused = barn.refused(barn.at_coach);
    let told = |from: Option<&str>, code| {
        let is_told = |it: &RefusedItem| (it.from_name.as_deref(), it.code) == (from, code);
        refused.iter().any(is_told)
    };
    assert!(told(None, ErrorCode::Closed), "{refused:?}");
    assert!(told(Some("Anna"), ErrorCode::BaseLost), "{refused:?}");
    assert!(
        barn.signers(barn.at_coach).is_empty(),
        "not on what was made again"
    );

    barn.meets_the_relay(barn.at_anna);
    for phone in [barn.at_coach, barn.at_anna] {
        assert_eq!(barn.unsent(phone), 0);
        assert!(barn.handed(phone).is_empty());
        assert_eq!(barn.signers(phone), [anna], "her own phone signed it again");
    }
    let coop = barn.world.relay.coop().expect("the relay runs");
    barn.world.watch.check(coop, &barn.world.phones);
}
