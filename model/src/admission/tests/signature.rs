//! Whose commit it is, the signature says and nothing else.

use super::faults::started;
use super::fixture::*;
use crate::admission::{Author, read_signed_all};
use crate::commit::{Commit, PublicKey};
use crate::error::ErrorCode;
use crate::limits::CHANGE_OPS_MAX;
use automerge::transaction::Transactable;

#[test]
fn a_signature_of_another_key_or_a_revoked_device_is_refused() {
    let (index, mut owner, mut phone) = started();
    let raw = phone.put(&["lines", LINE], "cents", 7);
    let mut commit = signed(&owner, &raw);
    commit.signature.as_mut().unwrap()[3] ^= 1;
    refused(
        &judge_commit(&index, &owner, &commit),
        ErrorCode::BadSignature,
        "",
    );
    let commit = signed(&stranger(), &raw);
    refused(
        &judge_commit(&index, &owner, &commit),
        ErrorCode::BadSignature,
        "",
    );
    owner.alive = false;
    refused(&verdict(&index, &owner, &raw), ErrorCode::DeviceRevoked, "");
}

#[test]
fn the_last_signature_of_a_session_proves_the_ones_before_and_no_others() {
    let (_, owner, mut phone) = started();
    let mut commits: Vec<_> = (0..4)
        .map(|cents| signed(&owner, &phone.put(&["lines", LINE], "cents", cents)))
        .collect();
    let public_key = PublicKey::from_bytes(owner.key.verifying_key().as_bytes()).unwrap();
    let author = Author {
        device: owner.device,
        public_key: &public_key,
        alive: true,
        grants: &owner.grants,
    };
    let read = |commits: &[Commit]| {
        let all = read_signed_all(doc_id(), &author, commits);
        all.iter().map(Result::is_ok).collect::<Vec<_>>()
    };
    commits[1].signature.as_mut().unwrap()[0] ^= 1;
    assert_eq!(read(&commits), [true; 4], "proven by what builds on it");
    commits.remove(2);
    assert_eq!(read(&commits), [true, false, true], "a link is missing");
    commits[2].signature.as_mut().unwrap()[0] ^= 1;
    assert_eq!(
        read(&commits),
        [true, false, false],
        "nothing proves the last"
    );
    commits[0].device = stranger().device;
    assert_eq!(read(&commits), [false; 3]);
}

#[test]
fn no_operation_is_read_before_a_signature_holds() {
    let (_, owner, mut phone) = started();
    let note = phone.object(&["lines", LINE, "note"]);
    let long = "a".repeat(CHANGE_OPS_MAX + 1);
    let raw = phone.write(|tx| tx.splice_text(&note, 0, 0, &long).unwrap());
    let last = phone.put(&["lines", LINE], "cents", 3);
    let public_key = PublicKey::from_bytes(owner.key.verifying_key().as_bytes()).unwrap();
    let author = Author {
        device: owner.device,
        public_key: &public_key,
        alive: true,
        grants: &owner.grants,
    };
    let codes = |commits: [Commit; 2]| {
        let read = read_signed_all(doc_id(), &author, &commits);
        read.into_iter()
            .map(|read| read.err().map(|refusal| refusal.code))
            .collect::<Vec<_>>()
    };
    let (mut first, mut proof) = (signed(&owner, &raw), signed(&owner, &last));
    first.signature.as_mut().unwrap()[0] ^= 1;
    assert_eq!(
        codes([first.clone(), proof.clone()]),
        [Some(ErrorCode::TooManyOps), None]
    );
    let reads = read_signed_all(doc_id(), &author, &[proof.clone()]);
    assert!(!reads[0].as_ref().unwrap().rests_on_next());
    proof.signature.as_mut().unwrap()[0] ^= 1;
    assert_eq!(codes([first, proof]), [Some(ErrorCode::BadSignature); 2]);
}
