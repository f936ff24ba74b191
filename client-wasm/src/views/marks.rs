//! Fields to check and texts to read again, as screens show them.

use besace_model::doc::rules::Rules;
use besace_model::head::DocHead;
use besace_model::ids::DocId;
use besace_model::kind::Kind;
use besace_model::record::{Conflict, FieldValue};
use besace_model::time::Timestamp;

use super::ViewReader;
use crate::replica::settle::{conflict_id, field_name};
use crate::store::{RereadRow, VersionRow};
use crate::view::{ConflictChoice, ConflictView, RereadVersion, RereadView};

impl ViewReader<'_> {
    /// Texts to read again below a path.
    pub(crate) fn rereads(&self, head: &DocHead, below: &str) -> Vec<RereadView> {
        let id = self.doc_id(head);
        let doc = self.replica.docs.get(id);
        let rows = doc.map_or(&[][..], |doc| &doc.row.rereads).iter();
        let rows = rows.filter(|row| row.path.starts_with(below) && !row.is_read);
        rows.map(|row| self.reread(id, head, row)).collect()
    }

    pub(crate) fn reread(&self, doc: DocId, head: &DocHead, row: &RereadRow) -> RereadView {
        let path: Vec<&str> = row.path.split('/').collect();
        let version = |version: &VersionRow| RereadVersion {
            text: version.text.clone(),
            by: version.by,
            by_name: version.by.map(|by| self.name(by)).unwrap_or_default(),
            mine: version.by == Some(self.me_id()),
            at: Some(version.at)
                .filter(|seconds| *seconds > 0)
                .map(|seconds| Timestamp(seconds.saturating_mul(1000)).in_calendar())
                .map(Timestamp::rfc3339)
                .unwrap_or_default(),
        };
        RereadView {
            id: format!("{doc}:{}", row.path),
            field: reread_field(&path),
            was: row.was.clone(),
            versions: row.versions.iter().map(version).collect(),
            may_settle: self.may_write(head, &path),
        }
    }

    pub(crate) fn conflict(&self, doc: DocId, conflict: &Conflict) -> ConflictView {
        let choice = |value: &besace_model::record::ConflictValue| ConflictChoice {
            value: value.value.clone(),
            by: value.by,
            by_name: value.by.map(|by| self.name(by)).unwrap_or_default(),
            mine: value.by == Some(self.me_id()),
            at: value.at.clone(),
        };
        ConflictView {
            id: conflict_id(doc, conflict),
            field: field_name(&conflict.path),
            values: conflict.values.iter().map(choice).collect(),
        }
    }
}

/// What the word at a path may become, from every value that stands there: the one shown, and those written apart.
pub(crate) fn next_words<T: Copy>(
    kind: Kind,
    path: &[&str],
    conflicts: &[Conflict],
    shown: T,
    (all, word): (&[T], fn(T) -> &'static str),
) -> Vec<T> {
    let place = path.join("/");
    let apart = conflicts.iter().filter(|conflict| conflict.path == place);
    let apart = apart.flat_map(|conflict| &conflict.values);
    let mut standing: Vec<&str> = apart
        .filter_map(|value| match &value.value {
            FieldValue::Text(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    standing.push(word(shown));
    let rules = Rules::of(kind);
    let next = all.iter().copied();
    next.filter(|next| rules.may_become(path, &standing, word(*next)))
        .collect()
}

/// The name of a text's field in commands.
pub(crate) fn reread_field(path: &[&str]) -> String {
    match path {
        [.., "eight", point] => {
            let index = point.parse::<u32>().unwrap_or(1).saturating_sub(1);
            format!("eightPoints.{index}")
        }
        // Texts of their own, named by their session.
        ["preparations", _] => "preparation".to_owned(),
        ["feedback", ..] => "feedback".to_owned(),
        path => field_name(&path.join("/")),
    }
}
