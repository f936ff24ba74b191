//! What needs no file, for any thread.

use std::sync::{Arc, RwLock};

use rusqlite::Connection;

use crate::coop::board::{self, Board};
use crate::coop::files::Names;
use crate::coop::indexes::AtHand;
use crate::coop::notices::Notices;
use crate::coop::passes::Certifier;
use crate::coop::seen::Seen;
use crate::coop::trials::Trials;
use crate::coop::{Ask, Built, Page, People, Prepared, read, read_lock};
use crate::store::{StoreError, at_one_moment};

/// The questions that memory answers: for any thread, without the file.
#[derive(Debug, Clone)]
pub struct Glance {
    pub(in crate::coop) board: Arc<RwLock<Board>>,
    pub(in crate::coop) trials: Arc<Trials>,
    pub(in crate::coop) people: Arc<RwLock<Arc<People>>>,
    pub(in crate::coop) at_hand: AtHand,
    pub(in crate::coop) seen: Arc<Seen>,
    pub(in crate::coop) named: Arc<Names>,
    pub(in crate::coop) notices: Arc<Notices>,
    pub(in crate::coop) certifier: Certifier,
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
    pub(in crate::coop) fn page(
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

    /// Snapshots that trials made for the writer to put in place: see [`crate::coop::Coop::put_snapshots`].
    pub(crate) fn take_built(&self) -> Vec<Built> {
        self.trials.take_built()
    }

    /// The board, for as short as possible: the writer waits for it.
    pub fn with_board<T>(&self, look: impl FnOnce(&Board) -> T) -> T {
        look(&read_lock(&self.board))
    }
}
