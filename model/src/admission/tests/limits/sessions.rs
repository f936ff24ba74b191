//! How many sessions may write.

use super::super::faults::started;
use super::super::fixture::*;
use crate::admission::Judgement;
use crate::error::ErrorCode;
use crate::limits::{DEVICE_SESSIONS_MAX, DOC_CHANGES_BY_SESSIONS_MAX};

/// An owner's change by a session of its own, on top of everything.
fn by_session(phone: &mut Phone, session: u32, cents: i64) -> Vec<u8> {
    let mut actor = [0xaa; 16];
    actor[..4].copy_from_slice(&session.to_be_bytes());
    phone.doc.set_author(Some(automerge::Author::from(
        owner().grants.member.as_bytes().to_vec(),
    )));
    phone.doc.set_actor(automerge::ActorId::from(actor));
    phone.put(&["lines", LINE], "cents", cents)
}

#[test]
fn a_device_that_draws_a_session_for_each_change_is_stopped_and_goes_on_in_one_it_has() {
    let (mut index, owner, mut phone) = started();
    for session in 1..DEVICE_SESSIONS_MAX as u32 {
        let raw = by_session(&mut phone, session, i64::from(session));
        accept(&mut index, &owner, &raw);
    }
    let one_more = by_session(&mut phone.clone(), 0, 1);
    refused(&verdict(&index, &owner, &one_more), ErrorCode::Quota, "");
    accept(&mut index, &owner, &by_session(&mut phone, 1, 0));
    // Another device of the same member has sessions of its own.
    let tablet = Person {
        device: crate::ids::DeviceId::from_bytes([77; 16]),
        ..super::super::fixture::owner()
    };
    accept(&mut index, &tablet, &by_session(&mut phone, 0, 1));
}

#[test]
fn a_document_of_too_many_sessions_for_its_changes_is_full() {
    let (mut index, _, mut phone) = started();
    let mut sessions = 0u32;
    let refusal = loop {
        let device = crate::ids::DeviceId::from_bytes([(sessions % 200) as u8; 16]);
        let by = Person {
            device,
            ..super::super::fixture::owner()
        };
        sessions += 1;
        let raw = by_session(&mut phone, sessions, i64::from(sessions % 2));
        match verdict(&index, &by, &raw) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => break other,
        }
    };
    refused(&refusal, ErrorCode::DocFull, "");
    assert_eq!(index.changes_count(), DOC_CHANGES_BY_SESSIONS_MAX.isqrt());
    let again = automerge::Automerge::load(&phone.doc.save()).unwrap();
    assert_eq!(again.get_heads(), phone.doc.get_heads());
}
