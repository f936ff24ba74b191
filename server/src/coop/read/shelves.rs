//! The order of a download: whose documents of which kind stand where.

use std::collections::BTreeSet;

use besace_model::access::{Audience, Readers};
use besace_model::ids::MemberId;
use besace_model::kind::Kind;

use super::Filler;
use crate::coop::cursor::{Spot, Stage};
use crate::coop::shelves::{kinds_of, rank};
use crate::store::StoreError;
use crate::store::docs::{self, AudienceRow};
use crate::store::grants::Span;

impl Filler<'_> {
    pub(super) fn held_from_the_start(&self, audience: AudienceRow) -> bool {
        self.from > 0
            && self
                .spans_of(audience)
                .iter()
                .any(|span| span.holds_at(self.from) && span.holds_at(self.upto))
    }

    /// Whether the phone has what stands on a shelf, but for what came after `from`.
    pub(super) fn has(&self, audience: AudienceRow, kind: Kind) -> bool {
        self.had.contains(kind) && self.held_from_the_start(audience)
    }

    pub(super) fn holds_at(&self, audience: AudienceRow, seq: u64) -> bool {
        let spans = self.spans_of(audience);
        spans.iter().any(|span| span.holds_at(seq))
    }

    /// When the member read an audience. Who reads of a thousand members has thousands: they lie in order.
    fn spans_of(&self, audience: AudienceRow) -> &[Span] {
        let from = self.spans.partition_point(|span| span.audience < audience);
        let rest = &self.spans[from..];
        &rest[..rest.partition_point(|span| span.audience == audience)]
    }

    /// What to download, in order: (rank, audience, kind); of audiences read all along, what was rebuilt. A function of
    /// the readers at `from` and `upto` alone: a resumed download has the same order whatever happened meanwhile.
    pub(super) fn shelves(&self) -> Vec<(u8, AudienceRow, Kind)> {
        let mut shelves = Vec::new();
        let coached: BTreeSet<MemberId> = self
            .spans
            .iter()
            .filter(|span| span.holds_at(self.upto))
            .filter_map(|span| match span.what {
                Audience {
                    readers: Readers::Coaching,
                    about,
                } => Some(MemberId(about)),
                _ => None,
            })
            .collect();
        for (row, (audience, _)) in self.heads {
            if !self.holds_at(*row, self.upto) {
                continue;
            }
            let kinds = kinds_of(*audience).filter(|kind| self.kinds.contains(*kind));
            for kind in kinds.filter(|kind| !self.has(*row, *kind) || kind.begins_anew()) {
                let rank = rank(*audience, kind, self.ask.member, &coached);
                shelves.push((rank, *row, kind));
            }
        }
        shelves.sort_unstable();
        shelves
    }

    pub(super) fn first_download(&self) -> Result<Stage, StoreError> {
        let mut left = 0;
        for (_, row, kind) in self.shelves() {
            left += if self.has(row, kind) {
                docs::count_rebuilt(self.conn, row, kind, self.from)?
            } else {
                docs::count_between(self.conn, row, kind, self.upto)?
            };
        }
        Ok(Stage::Download {
            at: Spot::default(),
            left,
        })
    }
}
