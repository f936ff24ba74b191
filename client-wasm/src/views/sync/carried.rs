//! What is kept outside the database.

use besace_model::ids::CommitHash;
use besace_model::plain;

use crate::base::Base;
use crate::view::sync::Carried;
use crate::views::ViewReader;

/// How much of what nobody else has is kept outside the database, at most: the first of it.
const CARRIED_MAX: usize = 1_000;

impl ViewReader<'_> {
    /// What was refused, then what was not sent, each in the order done.
    pub(crate) fn carried(&self) -> Vec<Carried> {
        let written = |hashes: &[CommitHash]| Base::new(hashes).to_string();
        let refused = self.replica.refused.values().filter_map(|row| {
            Some(Carried {
                command: plain::from_json(row.command.as_bytes()).ok()?,
                created_ms: row.created_ms,
                base: Some(written(&row.base)),
                was: written(&row.was),
                code: Some(row.code),
            })
        });
        let unsent = self.replica.outbox.items().filter_map(|item| {
            let row = &item.row;
            let was = row.was.iter().chain([&row.hash]).copied();
            Some(Carried {
                command: plain::from_json(row.command.as_bytes()).ok()?,
                created_ms: row.created_ms,
                base: row.base.as_deref().map(written),
                was: written(&was.collect::<Vec<_>>()),
                code: None,
            })
        });
        refused.chain(unsent).take(CARRIED_MAX).collect()
    }
}
