//! Prose that people changed at once, in one paragraph.
//!
//! Automerge merges what was typed apart, letter by letter. Where each wrote in paragraphs of their own, both stand as
//! they were written, and nobody has to know. Where a paragraph of the merged text is not one that anybody wrote, the
//! text is marked: what stood there, what each made of it, and who.
//!
//! A mark goes with the first change that has seen both sides and either edits the text or renews nothing but a stamp of
//! its entry, which is how a person says that they read it ([`crate::command::EntryCommand::MarkRead`]). So the marks are
//! decided by a document's history: phones come to the same ones in whatever order they receive it.
//!
//! Whose the sides are makes no difference: what one person writes on two devices, or in two windows, is mixed as well. A
//! text without such a stamp beside it has one author, who says on each phone that they read it.
//!
//! **Cost**: a document is looked at from where it was looked at last; a history without branches costs nothing but a walk
//! over what is new. Of a document that is new to a phone the last [`MERGES_MAX`] merges are compared.

mod follower;
mod merges;
mod paragraphs;
mod side;

use automerge::{Automerge, ChangeHash};

use crate::ids::MemberId;
use follower::Follower;
pub(crate) use follower::find;

/// Merges of one history that are compared when it is first looked at.
pub const MERGES_MAX: usize = 32;
/// Marks kept of one document; the oldest go first.
pub const MARKS_MAX: usize = 32;
/// Versions kept of one text.
pub const VERSIONS_MAX: usize = 6;

/// A text to read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The text's path, `/` between keys.
    pub path: String,
    /// What stood there before.
    pub was: String,
    /// What each made of it, in order of time.
    pub versions: Vec<Version>,
    /// The heads whose histories were merged: who has seen all of them has seen both sides.
    pub sides: Vec<ChangeHash>,
    /// Read on this phone, which the history cannot say: kept, so that looking again does not make it anew.
    pub is_read: bool,
}

/// What somebody made of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The paragraph as they left it.
    pub text: String,
    /// Who.
    pub by: Option<MemberId>,
    /// When, by their device's clock, in seconds since 1970.
    pub at: i64,
}

/// The marks of a document, from those it had when it was last looked at and the heads it had then.
#[must_use]
pub fn follow(doc: &Automerge, known: &[ChangeHash], marks: Vec<Mark>) -> Vec<Mark> {
    let is_here = |hash: &ChangeHash| doc.get_change_meta_by_hash(hash).is_some();
    let mut follower = if known.iter().all(is_here) {
        Follower {
            doc,
            heads: known.to_vec(),
            marks,
        }
    } else {
        // What is pending was made again: the history is another.
        Follower {
            doc,
            heads: Vec::new(),
            marks: Vec::new(),
        }
    };
    let from = follower.heads.clone();
    let new = doc.get_changes_meta(&from);
    let merges = new.iter().filter(|change| change.deps.len() > 1).count();
    let mut passed_over = merges.saturating_sub(MERGES_MAX);
    for change in &new {
        let compares = change.deps.len() > 1 && passed_over == 0;
        if change.deps.len() > 1 {
            passed_over = passed_over.saturating_sub(1);
        }
        follower.step(change, compares);
    }
    let heads = follower.heads.clone();
    follower.compare_all(&heads);
    let too_many = follower.marks.len().saturating_sub(MARKS_MAX);
    follower.marks.drain(..too_many);
    follower.marks
}
