//! What the log answers, comparably.

use std::collections::{BTreeMap, BTreeSet};

use besace_model::ids::{CommitHash, DeviceId, MemberId};
use besace_model::segment::Kept;
use besace_model::wire::Receipt;
use rusqlite::Connection;

use crate::store::docs::DocRow;
use crate::store::log::{self, Change};
use crate::store::segments::Unpacked;
use crate::store::spent;

type Signed = (u64, DeviceId, CommitHash, Vec<u8>);

/// All that can be asked of the log, with what it answers.
#[derive(Debug, PartialEq)]
pub(super) struct Told {
    at: Vec<Change>,
    pub(super) of: BTreeMap<DocRow, Vec<Change>>,
    pub(super) commits: BTreeMap<DocRow, Vec<Kept>>,
    signed: BTreeMap<DocRow, Vec<Signed>>,
    sizes: Vec<(u64, u64)>,
    receipts: Vec<(BTreeMap<CommitHash, Receipt>, usize)>,
    spent: Vec<(MemberId, Vec<u8>)>,
    marks: Vec<u32>,
}

/// Asks it.
pub(super) fn told(conn: &Connection, docs: &BTreeSet<DocRow>) -> Told {
    let head = log::head(conn).unwrap();
    let mut told = Told {
        at: Vec::new(),
        of: BTreeMap::new(),
        commits: BTreeMap::new(),
        signed: BTreeMap::new(),
        sizes: Vec::new(),
        receipts: Vec::new(),
        spent: Vec::new(),
        marks: log::marks_after(conn, 0).unwrap(),
    };
    let mut unpacked = Unpacked::default();
    for doc in docs.iter().copied() {
        let (of, signed) = (told.of.entry(doc).or_default(), &mut told.signed);
        log::changes_of(conn, doc, 0, head, |change| {
            of.push(change);
            true
        })
        .unwrap();
        let commits = told.commits.entry(doc).or_default();
        log::commits_of(conn, doc, 0, head, |commit| {
            commits.push(commit);
            true
        })
        .unwrap();
        let signed = signed.entry(doc).or_default();
        let take = |seq, device, hash, change| signed.push((seq, device, hash, change));
        log::signed_changes_of(conn, doc, 0, take).unwrap();
        let names = commits.iter().map(|it| it.hash).collect();
        told.receipts
            .push(log::receipts(conn, doc, &names).unwrap());
        for upto in (0..head).step_by(7).chain([head, u64::MAX]) {
            told.sizes.push(log::size_of(conn, doc, upto).unwrap());
        }
    }
    let places: BTreeSet<u64> = told.of.values().flatten().map(|it| it.seq).collect();
    let at = |seq| log::change_at(conn, seq, &mut unpacked).unwrap();
    told.at = places.into_iter().map(at).collect();
    let take = |member, change: &[u8]| told.spent.push((member, change.to_vec()));
    spent::changes_after(conn, 0, take).unwrap();
    told.spent.sort();
    told
}
