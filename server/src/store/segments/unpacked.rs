//! Reading segments.

use besace_model::ids::CommitHash;
use besace_model::segment::{self, Kept};
use rusqlite::{Connection, OptionalExtension, params};

use super::{DAMAGED, DocRow};
use crate::limits::UNPACKED_KEPT;
use crate::store::StoreError;

/// The segments that were read last, unpacked: whoever reads many commits of one unpacks it once.
#[derive(Debug, Default)]
pub struct Unpacked {
    /// The oldest first.
    kept: Vec<(DocRow, Vec<Kept>)>,
}

impl Unpacked {
    /// A commit that was moved, by its place and what its row of the log calls it.
    pub(in crate::store) fn commit(
        &mut self,
        conn: &Connection,
        doc: DocRow,
        seq: u64,
        hash: CommitHash,
    ) -> Result<&Kept, StoreError> {
        let place = |commits: &Vec<Kept>| commits.binary_search_by_key(&seq, |it| it.seq).ok();
        let known = self
            .kept
            .iter()
            .enumerate()
            .find_map(|(number, (of, commits))| {
                let at = place(commits).filter(|_| *of == doc)?;
                Some((number, at))
            });
        let (number, at) = match known {
            Some(known) => known,
            None => {
                let commits = around(conn, doc, seq)?;
                let at = place(&commits).ok_or(DAMAGED)?;
                if self.kept.len() >= UNPACKED_KEPT {
                    self.kept.remove(0);
                }
                self.kept.push((doc, commits));
                (self.kept.len() - 1, at)
            }
        };
        let commit = self
            .kept
            .get(number)
            .and_then(|(_, commits)| commits.get(at));
        commit.filter(|commit| commit.hash == hash).ok_or(DAMAGED)
    }
}

/// The segment around a place.
fn around(conn: &Connection, doc: DocRow, seq: u64) -> Result<Vec<Kept>, StoreError> {
    let bytes: Option<Vec<u8>> = conn
        .prepare_cached(
            "SELECT bytes FROM segment WHERE doc = ?1 AND last_seq >= ?2 ORDER BY last_seq LIMIT 1",
        )?
        .query_row(params![doc, seq as i64], |row| row.get(0))
        .optional()?;
    commits(&bytes.ok_or(DAMAGED)?)
}

pub(super) fn commits(bytes: &[u8]) -> Result<Vec<Kept>, StoreError> {
    segment::unpack(bytes).ok_or(DAMAGED)
}
