//! Commits that travelled in short are checked as what they were before.

use super::faults::started;
use super::fixture::*;
use crate::admission::{Author, read_signed_all};
use crate::commit::{Commit, PublicKey};
use crate::error::ErrorCode;
use crate::wire::short::ShortPush;
use crate::wire::{DocName, DocPush, decode, encode, squeeze};

/// What a phone writes in one go, as it signed it.
fn written() -> (Person, Vec<Commit>) {
    let (_, owner, mut phone) = started();
    let commits = (0..40).map(|cents| signed(&owner, &phone.put(&["lines", LINE], "cents", cents)));
    let commits = commits.collect();
    (owner, commits)
}

/// There and back on the wire; the bytes it took.
fn travelled(commits: &[Commit]) -> (usize, Vec<Commit>) {
    let push = DocPush {
        doc: DocName::Known(doc_id()),
        commits: commits.to_vec(),
    };
    let short: Vec<_> = ShortPush::of(&push).collect();
    let frame = squeeze(encode(&short));
    let read: Vec<ShortPush> = decode(&frame).unwrap();
    let whole = read.into_iter().map(|push| push.whole().unwrap());
    (frame.len(), whole.flat_map(|push| push.commits).collect())
}

fn read(owner: &Person, commits: &[Commit]) -> Vec<Result<(), ErrorCode>> {
    let public_key = PublicKey::from_bytes(owner.key.verifying_key().as_bytes()).unwrap();
    let author = Author {
        device: owner.device,
        public_key: &public_key,
        alive: true,
        grants: &owner.grants,
    };
    let all = read_signed_all(doc_id(), &author, commits).into_iter();
    all.map(|one| one.map(|_| ()).map_err(|refusal| refusal.code))
        .collect()
}

#[test]
fn commits_in_short_are_the_same_changes_with_one_signature_that_proves_them_all() {
    let (owner, commits) = written();
    let (_, arrived) = travelled(&commits);
    let bytes = |commits: &[Commit]| -> Vec<Vec<u8>> {
        commits.iter().map(|commit| commit.change.clone()).collect()
    };
    assert_eq!(bytes(&arrived), bytes(&commits));
    let signatures = arrived.iter().filter(|commit| commit.signature.is_some());
    assert_eq!(signatures.count(), 1);
    assert_eq!(arrived[39].signature, commits[39].signature);
    assert_eq!(read(&owner, &arrived), [Ok(()); 40]);
}

#[test]
fn a_commit_in_short_takes_less_than_a_third_of_its_bytes() {
    let (_, commits) = written();
    let whole: usize = commits.iter().map(|commit| encode(commit).len()).sum();
    let (short, _) = travelled(&commits);
    assert!(3 * short < whole, "{short} of {whole} bytes");
    let (one, _) = travelled(&commits[..1]);
    assert!(one < encode(&commits[0]).len(), "{one} bytes");
}

#[test]
fn a_commit_without_a_signature_that_nothing_proves_may_come_again() {
    let (owner, commits) = written();
    let (_, mut arrived) = travelled(&commits);
    arrived[20].change.push(0);
    let read = read(&owner, &arrived);
    assert_eq!(read[19], Err(ErrorCode::Retry));
    assert!(read[20].is_err_and(|code| code != ErrorCode::Retry));
    assert_eq!(read[21..], [Ok(()); 19]);
}

#[test]
fn a_signature_of_another_proves_nothing_in_short_either() {
    let (owner, mut commits) = written();
    commits[39].signature.as_mut().unwrap()[0] ^= 1;
    let (_, arrived) = travelled(&commits);
    assert!(read(&owner, &arrived).iter().all(Result::is_err));
}

#[test]
fn commits_of_two_devices_stay_apart() {
    let (_, mut commits) = written();
    commits[1].device = stranger().device;
    let (_, arrived) = travelled(&commits);
    let devices = |commits: &[Commit]| commits.iter().map(|it| it.device).collect::<Vec<_>>();
    assert_eq!(devices(&arrived), devices(&commits));
    assert_eq!(arrived[0].signature, commits[0].signature);
    assert_eq!(arrived[1].signature, commits[1].signature);
}
