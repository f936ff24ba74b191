//! What a page of the log is made from.

use std::collections::BTreeMap;

use besace_model::access::Audience;
use besace_model::ids::MemberId;

use crate::coop::board::{Board, Look};
use crate::coop::cursor::Position;
use crate::store::docs::AudienceRow;

/// What a page is made from, taken from the board at one moment.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(super) look: Look,
    pub(super) head: u64,
    pub(super) fresh: Position,
    pub(super) heads: BTreeMap<AudienceRow, (Audience, u64)>,
}

impl Plan {
    pub(crate) fn new(board: &Board, member: MemberId, look: Look) -> Self {
        let heads = board.reading(member).into_iter().flat_map(|reading| {
            reading
                .open
                .keys()
                .filter_map(|row| Some((*row, (board.audience(*row)?, board.audience_head(*row)))))
        });
        Self {
            look,
            head: board.head(),
            fresh: board.position_at(board.head()),
            heads: heads.collect(),
        }
    }
}
