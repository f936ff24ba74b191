//! Who changed what of an entry, read from its document when somebody asks.

use besace_model::history::{self, Field, How, Step};
use besace_model::ids::DocId;
use besace_model::time::Timestamp;

use super::ViewReader;
use super::marks::reread_field;
use crate::docs::apply;
use crate::view::history::{HistoryField, HistoryHow, HistoryStep};

impl ViewReader<'_> {
    /// What was done to an entry, the last first, with what waits on this phone. `of` is [`crate::view::Info::path`];
    /// `None` where it names no entry, and where its document cannot be read.
    pub(crate) fn history(&self, of: &str) -> Option<Vec<HistoryStep>> {
        let (doc, path) = of.split_once(':')?;
        let id: DocId = doc.parse().ok()?;
        let pending = self.replica.outbox.of(id);
        let pending = pending.map(|item| item.row.change.as_slice());
        let steps = self.replica.docs.get(id)?.marked(|doc| {
            let mut shown = doc.confirmed().ok()?;
            apply(&mut shown, pending).ok()?;
            Some(history::of(&shown, path))
        })?;
        let steps: Vec<HistoryStep> = steps.into_iter().map(|it| self.history_step(it)).collect();
        (!steps.is_empty()).then_some(steps)
    }

    fn history_step(&self, step: Step) -> HistoryStep {
        HistoryStep {
            how: match step.how {
                How::Made => HistoryHow::Made,
                How::Changed => HistoryHow::Changed,
                How::Removed => HistoryHow::Removed,
                How::BroughtBack => HistoryHow::BroughtBack,
            },
            by: step.by,
            by_name: step.by.map(|by| self.name(by)).unwrap_or_default(),
            mine: step.by == Some(self.me_id()),
            at: Some(step.at)
                .filter(|seconds| *seconds > 0)
                .map(|seconds| Timestamp(seconds.saturating_mul(1000)).in_calendar())
                .map(Timestamp::rfc3339)
                .unwrap_or_default(),
            fields: fields(step.fields),
        }
    }
}

/// What is inside a field, such as each of several files, is told as that field.
fn fields(all: Vec<Field>) -> Vec<HistoryField> {
    let mut told: Vec<HistoryField> = Vec::new();
    for Field { path, was, now } in all {
        let keys: Vec<&str> = path.split('/').collect();
        let field = match keys[..] {
            [_] | ["eight", _] => HistoryField {
                field: reread_field(&keys),
                was,
                now,
            },
            _ => HistoryField {
                field: reread_field(&keys[..1]),
                was: None,
                now: None,
            },
        };
        if !told.iter().any(|it| it.field == field.field) {
            told.push(field);
        }
    }
    told
}
