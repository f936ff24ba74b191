//! What judging keeps between groups: who was refused, who spent what, and who was asked to come again.

use std::collections::BTreeSet;

use besace_model::ids::CommitHash;
use besace_model::time::Timestamp;
use rusqlite::Connection;

use crate::coop::Refusing;
use crate::coop::spending::Spending;
use crate::store::{StoreError, covers, seats};

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
    /// Whether something was taken from somebody that the journal does not have yet.
    pub(in crate::coop) must_follow: bool,
    /// When a cover is to open or to end next.
    pub(in crate::coop) covers_due: Option<Timestamp>,
}

impl Judging {
    /// Forgets what a transaction that came to nothing left: covers are due when they were before it.
    pub(in crate::coop) fn take_back(&mut self, covers_due: Option<Timestamp>) {
        self.spending.drop_fresh();
        self.must_follow = false;
        self.covers_due = covers_due;
    }

    pub(in crate::coop) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut statement = conn.prepare("SELECT DISTINCT device FROM verdict")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Self {
            refusing: rows.collect::<Result<_, _>>()?,
            seats_due: seats::next_due(conn)?,
            covers_due: covers::next_due(conn)?,
            spending: Spending::load(conn)?,
            ..Self::default()
        })
    }
}
