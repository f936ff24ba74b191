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
    mut pushed: impl Iterator<Item = CommitHash>,
) -> Result<Vec<CommitVerdict>, WireError> {
    let mut verdicts = Vec::new();
    for line in lines {
        match line {
            Told::One(verdict) => {
                let is_meant = pushed.next() == Some(verdict.hash);
                verdicts.push(is_meant.then_some(verdict).ok_or(WireError::Malformed)?);
            }
            Told::Accepted(run) => {
                let mut last = None;
                for index in 0..run.count {
                    let hash = pushed.next().ok_or(WireError::Malformed)?;
                    last = Some(hash.mark());
                    verdicts.push(CommitVerdict {
                        doc: run.doc,
                        hash,
                        verdict: Verdict::Accepted(run.receipt(index)),
                    });
                }
                if last != Some(run.mark) {
                    return Err(WireError::Malformed);
                }
            }
        }
    }
    Ok(verdicts)
}
