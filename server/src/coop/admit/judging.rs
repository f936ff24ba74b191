//! What judging keeps between groups: who was refused, who spent what, and who was asked to come again.

use std::collections::BTreeSet;

use besace_model::ids::CommitHash;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::coop::Refusing;
use crate::coop::spending::Spending;
use crate::store::{StoreError, seats};

/// What judging keeps between groups.
#[derive(Debug, Default)]
pub(in crate::coop) struct Judging {
    pub(in crate::coop) refusing: Refusing,
    /// Devices of which the push at hand recorded a refusal.
    pub(in crate::coop) recorded: Refusing,
    /// See [`Coop::rely_on_readers`].
    pub(in crate::coop) relies_on_readers: bool,
    pub(in crate::coop) spending: Spending,
    /// Commits for superseded documents whose phones were asked to come again.
    pub(super) asked_again: BTreeSet<CommitHash>,
    /// When seats are to be decided next.
    pub(in crate::coop) seats_due: Option<Timestamp>,
}

impl Judging {
    pub(in crate::coop) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut statement = conn.prepare("SELECT DISTINCT device FROM verdict")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Self {
            refusing: rows.collect::<Result<_, _>>()?,
            seats_due: seats::next_due(conn)?,
            spending: Spending::load(conn)?,
            ..Self::default()
        })
    }
}
