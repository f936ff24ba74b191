//! What any thread may ask: memory, and the file over a reading connection.

use std::sync::{Arc, RwLock};

use besace_model::ids::{DocId, MemberId};
use besace_model::time::Timestamp;
use rusqlite::Connection;

use super::board::{self, Board};
use super::indexes::AtHand;
use super::invite::standing;
use super::seen::Seen;
use super::trials::Trials;
use super::{Ask, Built, CoopError, Exported, Page, People, Prepared, read, read_lock, stored};
use crate::limits::TRIAL_OPS_INLINE;
use crate::store::invitations::{self, SecretHash};
use crate::store::{StoreError, at_one_moment, docs};
/// The questions that memory answers: for any thread, without the file.
#[derive(Debug, Clone)]
pub struct Glance {
    pub(super) board: Arc<RwLock<Board>>,
    pub(super) trials: Arc<Trials>,
    pub(super) people: Arc<RwLock<Arc<People>>>,
    pub(super) at_hand: AtHand,
    pub(super) seen: Arc<Seen>,
}

impl Glance {
    /// Who is who now.
    #[must_use]
    pub fn people(&self) -> Arc<People> {
        Arc::clone(&read_lock(&self.people))
    }

    /// Whether the writer may lack what judging one of these takes: see [`CoopReader::make_ready`].
    #[must_use]
    pub fn is_any_cold(&self, pushes: &[Prepared]) -> bool {
        pushes.iter().any(|push| push.is_cold(&self.at_hand))
    }

    /// The page of a phone that has everything; `None` when the file must be read.
    #[must_use]
    pub fn nothing_new(&self, ask: &Ask<'_>) -> Option<Page> {
        let board = read_lock(&self.board);
        match board.look(ask) {
            board::Look::Nothing => Some(Page::nothing(board.head())),
            _ => None,
        }
    }

    /// One page of what is new to a phone. Documents of at most so many operations are tried on the way, when they were not;
    /// the page ends before the first one that is longer.
    pub(super) fn page(
        &self,
        conn: &Connection,
        ops_max: usize,
        ask: &Ask<'_>,
    ) -> Result<Page, StoreError> {
        let plan = {
            let board = read_lock(&self.board);
            let look = board.look(ask);
            if look == board::Look::Nothing {
                return Ok(Page::nothing(board.head()));
            }
            read::Plan::new(&board, ask.member, look)
        };
        let moment = at_one_moment(conn)?;
        read::page(&moment, self, ops_max, plan, ask)
    }

    /// Snapshots that trials made for the writer to put in place: see [`super::Coop::put_snapshots`].
    pub(crate) fn take_built(&self) -> Vec<Built> {
        self.trials.take_built()
    }

    /// The board, for as short as possible: the writer waits for it.
    pub fn with_board<T>(&self, look: impl FnOnce(&Board) -> T) -> T {
        look(&read_lock(&self.board))
    }
}

/// A reading connection with the shared board.
#[derive(Debug)]
pub struct CoopReader {
    pub(super) conn: Connection,
    pub(super) glance: Glance,
}

impl CoopReader {
    /// What memory answers.
    #[must_use]
    pub fn glance(&self) -> &Glance {
        &self.glance
    }

    /// One page of what is new to a phone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn read_after(&self, ask: &Ask<'_>) -> Result<Page, CoopError> {
        Ok(self.glance.page(&self.conn, TRIAL_OPS_INLINE, ask)?)
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// What [`Coop::decide`](super::Coop::decide) would say of spending it; whatever the store says.
    pub fn invited(&self, secret: &SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        invited(&self.conn, secret, now)
    }

    /// A document as an Automerge file.
    ///
    /// # Errors
    /// [`CoopError::NotFound`] when there is none of that name; whatever the store says.
    pub fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        export(&*at_one_moment(&self.conn)?, doc)
    }
}

pub(super) fn invited(
    conn: &Connection,
    secret: &SecretHash,
    now: Timestamp,
) -> Result<MemberId, CoopError> {
    standing(invitations::find(conn, secret)?, now)
}

pub(super) fn export(conn: &Connection, doc: DocId) -> Result<Exported, CoopError> {
    let meta = docs::find(conn, doc)?.filter(|meta| !meta.is_superseded);
    let meta = meta.ok_or(CoopError::NotFound)?;
    Ok(stored::export(conn, &meta)?)
}
