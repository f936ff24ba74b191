//! Frames: what is published, as the bytes that links share.

use std::sync::Arc;

use besace_model::ids::DocId;
use besace_model::limits::FRAME_FILL_BYTES;
use besace_model::session::relay::frame;
use besace_model::time::Timestamp;
use besace_model::wire::{
    CommitVerdict, Cursor, DocName, DocUpdate, Logged, Reads, ToPhone, Update, Verdict, encode,
};

use super::Frame;
use crate::coop::PublishedEntry;

pub(super) fn accepted(verdicts: &[CommitVerdict]) -> impl Iterator<Item = u64> + '_ {
    verdicts
        .iter()
        .filter_map(|verdict| match &verdict.verdict {
            Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => Some(receipt.seq),
            _ => None,
        })
}

/// Cuts entries into what one frame may hold: neighbours in the log, of one audience and one origin.
pub(super) fn runs(entries: &[Arc<PublishedEntry>]) -> Vec<&[Arc<PublishedEntry>]> {
    let mut runs = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (end, entry) in entries.iter().enumerate() {
        let Some(first) = entries.get(start) else {
            break;
        };
        let fits = first.audience == entry.audience
            && first.submission == entry.submission
            && bytes + entry.change.len() <= FRAME_FILL_BYTES;
        if !fits {
            runs.push(&entries[start..end]);
            (start, bytes) = (end, 0);
        }
        bytes += entry.change.len();
    }
    if start < entries.len() {
        runs.push(&entries[start..]);
    }
    runs
}

pub(super) fn commits_frame(now: Timestamp, run: &[Arc<PublishedEntry>], cursor: Cursor) -> Frame {
    let mut docs: Vec<(DocId, DocUpdate)> = Vec::new();
    for entry in run {
        let logged = Logged {
            age_ms: 0,
            change: entry.change.clone(),
        };
        if let Some((_, update)) = docs.iter_mut().find(|(id, _)| *id == entry.doc) {
            update.changes.push(logged);
            continue;
        }
        let doc = match &entry.made {
            Some(head) => DocName::Head(head.clone()),
            None => DocName::Known(entry.doc),
        };
        let update = DocUpdate {
            doc,
            piece: None,
            changes: vec![logged],
        };
        docs.push((entry.doc, update));
    }
    let update = Update {
        now,
        docs: docs.into_iter().map(|(_, update)| update).collect(),
        cursor: Some(cursor),
        ..Update::default()
    };
    encode(&ToPhone::Update(update)).into()
}

pub(super) fn verdicts_frame(
    now: Timestamp,
    verdicts: Vec<CommitVerdict>,
    cursor: Option<Cursor>,
    reads: Reads,
) -> Frame {
    let update = Update {
        now,
        verdicts,
        cursor,
        ..Update::default()
    };
    frame(update, reads).into()
}
