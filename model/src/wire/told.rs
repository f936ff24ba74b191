//! Verdicts told together: commits of one document that were accepted one after the other take one line.

#[cfg(test)]
mod tests;

use minicbor::{Decode, Encode};

use super::{CommitVerdict, Receipt, Verdict, WireError};
use crate::ids::{CommitHash, DocId};
use crate::time::Timestamp;

/// One line of verdicts, in the order pushed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Told {
    /// Accepted, each at the place after the one before.
    #[n(0)]
    Accepted(#[n(0)] Run),
    /// Anything else.
    #[n(1)]
    One(#[n(0)] CommitVerdict),
}

/// Commits of one document that were accepted one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Run {
    /// The document.
    #[n(0)]
    pub doc: DocId,
    /// How many.
    #[n(1)]
    pub count: u32,
    /// The place of the first.
    #[n(2)]
    pub seq: u64,
    /// The relay's clock.
    #[n(3)]
    pub at: Timestamp,
    /// The last one's [`CommitHash::mark`]: both ends mean the same commits.
    #[n(4)]
    pub mark: u32,
}

impl Run {
    fn receipt(&self, index: u32) -> Receipt {
        Receipt {
            seq: self.seq.saturating_add(u64::from(index)),
            at: self.at,
        }
    }
}

/// Verdicts in lines.
#[must_use]
pub fn in_lines(verdicts: Vec<CommitVerdict>) -> Vec<Told> {
    let mut lines: Vec<Told> = Vec::new();
    for verdict in verdicts {
        let Verdict::Accepted(receipt) = verdict.verdict else {
            lines.push(Told::One(verdict));
            continue;
        };
        let mark = verdict.hash.mark();
        match lines.last_mut() {
            Some(Told::Accepted(run))
                if run.doc == verdict.doc && run.receipt(run.count) == receipt =>
            {
                run.count += 1;
                run.mark = mark;
            }
            _ => lines.push(Told::Accepted(Run {
                doc: verdict.doc,
                count: 1,
                seq: receipt.seq,
                at: receipt.at,
                mark,
            })),
        }
    }
    lines
}

/// Each verdict by itself, by the hashes of what was pushed and not answered, in the order pushed.
///
/// # Errors
/// [`WireError::Malformed`] when other commits are meant than those that were pushed.
pub fn one_by_one(
    lines: Vec<Told>,
    pushed: impl Iterator<Item = CommitHash>,
) -> Result<Vec<CommitVerdict>, WireError> {
    let pushed: Vec<_> = pushed.collect();
    let mut waiting = &pushed[..];
    let mut verdicts = Vec::new();
    for line in lines {
        match line {
            Told::One(verdict) => {
                // One that was answered before is answered again where it came twice.
                let at = waiting.iter().position(|hash| *hash == verdict.hash);
                waiting = &waiting[at.map_or(0, |at| at + 1)..];
                verdicts.push(verdict);
            }
            Told::Accepted(run) => {
                let meant = waiting.split_at_checked(run.count as usize);
                let (meant, after) = meant.ok_or(WireError::Malformed)?;
                if meant.last().map(CommitHash::mark) != Some(run.mark) {
                    return Err(WireError::Malformed);
                }
                waiting = after;
                verdicts.extend((0..).zip(meant).map(|(index, hash)| CommitVerdict {
                    doc: run.doc,
                    hash: *hash,
                    verdict: Verdict::Accepted(run.receipt(index)),
                }));
            }
        }
    }
    Ok(verdicts)
}
