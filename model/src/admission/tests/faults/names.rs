//! Faults 78 and 79: the actor and the author of a change.

use automerge::ActorId;

use super::super::fixture::*;
use super::{refuses_forged, started};
use crate::error::ErrorCode;
use crate::ids::MemberId;

#[test]
fn f78_the_actor_of_another_device_or_of_another_length_is_refused() {
    let (index, _, mut phone) = started();
    let coach = coach();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    refused(&verdict(&index, &coach, &raw), ErrorCode::BadActor, "");
    for actor in [vec![], vec![1], vec![11; 17], vec![11; 60_000]] {
        refuses_forged(ErrorCode::BadActor, "", |change| {
            change.actor_id = ActorId::from(actor);
            change.operations[0].pred = Vec::new().into();
        });
    }
    refuses_forged(ErrorCode::BadActor, "", |change| {
        change.operations[0].pred =
            vec![automerge::legacy::OpId(3, ActorId::from([9u8; 3]))].into();
    });
}

#[test]
fn f79_a_foreign_missing_or_repeated_author_is_refused() {
    let (index, owner) = (index(), owner());
    let raw = Phone::new(&stranger(), 11).put(&[], "title", "x");
    refused(&verdict(&index, &owner, &raw), ErrorCode::BadAuthor, "");
    let raw = Phone::new(&owner, 11).put(&[], "title", "x");
    let footer = |bytes: &[u8]| [&[1, bytes.len() as u8], bytes].concat();
    let owner_id = owner.grants.member.as_bytes().as_slice();
    for (extra, code) in [
        (vec![], ErrorCode::BadAuthor),
        (footer(MemberId::RELAY.as_bytes()), ErrorCode::BadAuthor),
        (footer(&[10; 15]), ErrorCode::BadAuthor),
        (
            [footer(owner_id), footer(owner_id)].concat(),
            ErrorCode::BadChunk,
        ),
        ([footer(owner_id), vec![0]].concat(), ErrorCode::BadChunk),
        (vec![2, 0], ErrorCode::BadChunk),
        (vec![1, 200], ErrorCode::BadChunk),
    ] {
        let raw = forged(&raw, |change| change.extra_bytes = extra);
        refused(&verdict(&index, &owner, &raw), code, "");
    }
    refuses_forged(ErrorCode::BadAuthor, "", |change| {
        change.extra_bytes = footer(owner_id)
    });
    refuses_forged(ErrorCode::BadChunk, "", |change| {
        change.extra_bytes = vec![0]
    });
    refuses_forged(ErrorCode::BadChunk, "", |change| {
        change.message = Some("hello".into())
    });
}
