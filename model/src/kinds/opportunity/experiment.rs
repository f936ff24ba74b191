//! What is tried before it is done for good.

use ts_rs::TS;

use super::words::ExperimentStatus;
use crate::clean;
use crate::command::CommandError;
use crate::doc::tree::Map;
use crate::doc::typed::fields;
use crate::doc::writer::ChangeWriter;
use crate::plain::{FromPlain, ToPlain};

fields! {
    /// What is tried: what is thought to happen, from when to when, by what it is judged, what came of it.
    Experiment / ExperimentChanges {
        /// What is thought to happen.
        hypothesis: String,
        /// Its first day; empty while open.
        start: String,
        /// Its last day; empty while open.
        end: String,
        /// By what it is judged.
        measure: String,
        /// What came of it.
        result: String,
        /// How far it has come.
        status: ExperimentStatus,
    }
}

impl Experiment {
    pub(super) fn read(map: Map<'_>) -> Self {
        Self {
            hypothesis: map.text("hypothesis"),
            start: map.string("start"),
            end: map.string("end"),
            measure: map.text("measure"),
            result: map.text("result"),
            status: map.choice("status"),
        }
    }

    /// Whether anybody said what is tried.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !self.hypothesis.is_empty()
    }
}

/// Writes what changes of an experiment. One that ends says what came of it.
pub(super) fn put(
    writer: &mut ChangeWriter<'_>,
    changes: &ExperimentChanges,
) -> Result<(), CommandError> {
    let place = writer.top("experiment")?;
    if let Some(hypothesis) = &changes.hypothesis
        && clean::prose(hypothesis).is_empty()
    {
        return Err(place.invalid("hypothesis"));
    }
    for (key, day) in [("start", &changes.start), ("end", &changes.end)] {
        if let Some(day) = day {
            writer.put_open_date(&place, key, day)?;
        }
    }
    writer.put_some(
        &place,
        "status",
        changes.status.map(ExperimentStatus::as_str),
    )?;
    let ends = matches!(
        changes.status,
        Some(ExperimentStatus::Stopped | ExperimentStatus::Adopted)
    );
    let result = || match &changes.result {
        Some(result) => clean::prose(result),
        None => writer.prose(&place, "result"),
    };
    if ends && result().is_empty() {
        return Err(place.invalid("result"));
    }
    let texts = [
        ("hypothesis", &changes.hypothesis),
        ("measure", &changes.measure),
        ("result", &changes.result),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            writer.text(&place, key, text)?;
        }
    }
    Ok(())
}
