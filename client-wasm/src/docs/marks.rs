//! Texts to read again, as they are kept: see [`besace_model::reread`].

use automerge::{Automerge, ChangeHash};
use besace_model::ids::CommitHash;
use besace_model::reread::{self, Mark, Version};

use crate::store::{RereadRow, VersionRow};

/// The texts to read again of a document, from those it had when it stood at `known`.
pub(super) fn follow(
    shown: &Automerge,
    known: &[CommitHash],
    rows: &[RereadRow],
) -> Vec<RereadRow> {
    let known: Vec<ChangeHash> = known.iter().map(|hash| ChangeHash(hash.0)).collect();
    let marks = reread::follow(shown, &known, rows.iter().map(mark).collect());
    marks.into_iter().map(row).collect()
}

fn mark(row: &RereadRow) -> Mark {
    let version = |version: &VersionRow| Version {
        text: version.text.clone(),
        by: version.by,
        at: version.at,
    };
    Mark {
        path: row.path.clone(),
        was: row.was.clone(),
        versions: row.versions.iter().map(version).collect(),
        sides: row.sides.iter().map(|hash| ChangeHash(hash.0)).collect(),
        is_read: row.is_read,
    }
}

fn row(mark: Mark) -> RereadRow {
    let version = |version: Version| VersionRow {
        text: version.text,
        by: version.by,
        at: version.at,
    };
    RereadRow {
        path: mark.path,
        was: mark.was,
        versions: mark.versions.into_iter().map(version).collect(),
        sides: mark.sides.iter().map(|hash| CommitHash(hash.0)).collect(),
        is_read: mark.is_read,
    }
}
