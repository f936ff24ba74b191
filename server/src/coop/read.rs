//! The read path: from rows to a page, without Automerge. What a phone lost first, then whole documents of what it
//! gained, then what happened meanwhile to what it had; each page ends with a cursor that resumes exactly there.

mod plan;
mod served;

pub(crate) use plan::Plan;

use std::collections::{BTreeMap, BTreeSet};

use besace_model::access::{Audience, Readers};
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, KindSet};
use besace_model::limits::PIECE_BYTES_MAX;
use besace_model::wire::{DocName, DocUpdate, Piece};
use rusqlite::Connection;

use super::Glance;
use super::board::Look;
use super::cursor::{Position, Spot, Stage, Work};
use super::page::{Ask, Page, logged};
use super::shelves::{kinds_of, named, next_whole, rank};
use crate::limits::{ENTRIES_PER_AUDIENCE, LOST_PER_FRAME};
use crate::store::docs::{self, AudienceRow, DocMeta, DocRow};
use crate::store::grants::{self, Span};
use crate::store::{StoreError, log, snapshots};

/// Bytes counted for a document's or change's envelope when a page is filled.
const ENVELOPE_BYTES: usize = 64;
/// The least room worth starting a piece in.
const PIECE_BYTES_MIN: usize = 4 * 1024;

/// Fills one page.
pub(crate) fn page(
    conn: &Connection,
    glance: &Glance,
    ops_max: usize,
    plan: Plan,
    ask: &Ask<'_>,
) -> Result<Page, StoreError> {
    let start = || Position {
        seq: 0,
        mark: 0,
        work: None,
        ..plan.fresh.clone()
    };
    let (position, restart, renew) = match plan.look {
        Look::Nothing => return Ok(Page::nothing(plan.head)),
        Look::Restart(position) => (position, true, false),
        Look::Read(position) if ask.is_contradicted(conn, position.seq)? => (start(), true, false),
        Look::Read(position) => (position, false, false),
        Look::CheckMark(position, life) => {
            let upto = position
                .work
                .as_ref()
                .map_or(position.seq, |work| work.upto);
            let mark = log::mark(conn, upto)?.map(|mark| mark ^ life);
            let is_here = mark == Some(position.mark);
            if is_here && !ask.is_contradicted(conn, position.seq)? {
                (position, false, true)
            } else {
                (start(), true, false)
            }
        }
    };
    let spans = grants::spans_of(conn, ask.member)?;
    let had = KindSet::said(position.kinds);
    let work = position.work.unwrap_or(Work {
        upto: plan.head,
        stage: Stage::Lost {
            audience: 0,
            doc: 0,
        },
        kinds: Some(ask.kinds),
    });
    // An app that was put back gets no more of what it does not know; what it learns later is given whole.
    let kinds = KindSet::said(work.kinds).and(ask.kinds);
    let mark = if work.upto == plan.head {
        plan.fresh.mark
    } else {
        position.mark
    };
    let mut filler = Filler {
        conn,
        glance,
        ops_max,
        ask,
        heads: &plan.heads,
        spans,
        had,
        kinds,
        from: position.seq,
        upto: work.upto,
        room: ask.fill_bytes,
        page: Page {
            restart,
            ..Page::default()
        },
    };
    let next = filler.run(work.stage)?;
    let mut page = filler.page;
    let is_other = next.is_none() && had != kinds;
    let quiet = page.lost.is_empty() && page.docs.is_empty() && !restart && !renew && !is_other;
    page.at = next.is_none().then_some(work.upto);
    let seq = if next.is_none() {
        work.upto
    } else {
        position.seq
    };
    let reached = Position {
        epoch: plan.fresh.epoch,
        seq,
        mark,
        kinds: Some(if next.is_none() { kinds } else { had }),
        work: next.map(|stage| Work {
            upto: work.upto,
            stage,
            kinds: Some(kinds),
        }),
    };
    let resumed = ask.cursor.is_some_and(|cursor| {
        Position::decode(cursor).is_some_and(|position| position.work.is_some())
    });
    if !quiet || resumed || ask.cursor.is_none() || reached.work.is_some() {
        page.cursor = Some(reached.encode());
    }
    Ok(page)
}

struct Filler<'a> {
    conn: &'a Connection,
    glance: &'a Glance,
    /// Operations of a document that there is time to try on the way.
    ops_max: usize,
    ask: &'a Ask<'a>,
    heads: &'a BTreeMap<AudienceRow, (Audience, u64)>,
    spans: Vec<Span>,
    /// The kinds of which the phone has everything up to `from`.
    had: KindSet,
    /// The kinds that it is given.
    kinds: KindSet,
    from: u64,
    upto: u64,
    room: usize,
    page: Page,
}

impl Filler<'_> {
    /// Goes through the stages; the stage to resume at, or `None` at the end.
    fn run(&mut self, mut stage: Stage) -> Result<Option<Stage>, StoreError> {
        loop {
            let next = match stage {
                Stage::Lost { audience, doc } => match self.lost(audience, doc)? {
                    Some(stop) => return Ok(Some(stop)),
                    None => self.first_download()?,
                },
                Stage::Download { at, left } => match self.download(at, left)? {
                    Some(stop) => return Ok(Some(stop)),
                    None => Stage::Log(self.from),
                },
                Stage::Log(after) => return self.log(after),
            };
            stage = next;
        }
    }

    fn held_from_the_start(&self, audience: AudienceRow) -> bool {
        self.from > 0
            && self.spans.iter().any(|span| {
                span.audience == audience && span.holds_at(self.from) && span.holds_at(self.upto)
            })
    }

    /// Whether the phone has what stands on a shelf, but for what came after `from`.
    fn has(&self, audience: AudienceRow, kind: Kind) -> bool {
        self.had.contains(kind) && self.held_from_the_start(audience)
    }

    fn holds_at(&self, audience: AudienceRow, seq: u64) -> bool {
        self.spans
            .iter()
            .any(|span| span.audience == audience && span.holds_at(seq))
    }

    /// Documents of audiences held at `from` and not at `upto`.
    fn lost(&mut self, audience: u32, doc: DocRow) -> Result<Option<Stage>, StoreError> {
        if self.from == 0 {
            return Ok(None);
        }
        let rows: BTreeSet<AudienceRow> = self
            .spans
            .iter()
            .filter(|span| span.audience >= audience && span.holds_at(self.from))
            .map(|span| span.audience)
            .collect();
        for row in rows {
            if self.holds_at(row, self.upto) {
                continue;
            }
            let after = if row == audience { doc } else { 0 };
            let limit = LOST_PER_FRAME - self.page.lost.len();
            let names = docs::names_of(self.conn, row, after, self.upto, limit + 1)?;
            let more = names.len() > limit;
            let mut last = after;
            for (doc, id) in names.into_iter().take(limit) {
                self.page.lost.push(id);
                last = doc;
            }
            if more {
                self.page.remaining = 1;
                return Ok(Some(Stage::Lost {
                    audience: row,
                    doc: last,
                }));
            }
        }
        let told = self.page.lost.len() * ENVELOPE_BYTES / 2;
        self.room = self.room.saturating_sub(told);
        Ok(None)
    }

    /// What to download, in order: (rank, audience, kind); of audiences read all along, what was rebuilt. A function of
    /// the readers at `from` and `upto` alone: a resumed download has the same order whatever happened meanwhile.
    fn shelves(&self) -> Vec<(u8, AudienceRow, Kind)> {
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

    fn first_download(&self) -> Result<Stage, StoreError> {
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

    /// Whole documents, from a spot on.
    fn download(&mut self, at: Spot, mut left: u32) -> Result<Option<Stage>, StoreError> {
        let mut resume = Some(at);
        for (rank, audience, kind) in self.shelves() {
            if (rank, audience, kind.number()) < (at.rank, at.audience, at.kind) {
                continue;
            }
            let here = (rank, audience, kind.number()) == (at.rank, at.audience, at.kind);
            let mut spot = match resume.take() {
                Some(spot) if here => spot,
                _ => Spot {
                    rank,
                    audience,
                    kind: kind.number(),
                    ..Spot::default()
                },
            };
            let held = self.has(audience, kind).then_some(self.from);
            let (conn, upto) = (self.conn, self.upto);
            let next = |first| next_whole(conn, (audience, kind), first, held, upto);
            while let Some(doc) = next(spot.doc)? {
                if doc.row != spot.doc {
                    spot = Spot {
                        rank,
                        audience,
                        kind: kind.number(),
                        doc: doc.row,
                        ..Spot::default()
                    };
                }
                if let Some(stop) = self.whole(&doc, spot)? {
                    self.page.remaining = left.max(1);
                    return Ok(Some(Stage::Download { at: stop, left }));
                }
                left = left.saturating_sub(1);
                spot = Spot {
                    rank,
                    audience,
                    kind: kind.number(),
                    doc: doc.row + 1,
                    ..Spot::default()
                };
            }
        }
        Ok(None)
    }

    /// One whole document, or as much as there is room for: the spot to resume at.
    fn whole(&mut self, doc: &DocMeta, mut spot: Spot) -> Result<Option<Spot>, StoreError> {
        if self.is_full() {
            return Ok(Some(spot));
        }
        let Some(upto) = self.served(doc.row)? else {
            return Ok(Some(spot));
        };
        let mut update = DocUpdate {
            doc: DocName::Head(doc.head.clone()),
            piece: None,
            changes: Vec::new(),
        };
        if let Some(snapshot) = snapshots::find(self.conn, doc.row)? {
            let sent_without = spot.snapshot == 0 && spot.seq > 0;
            if spot.snapshot != snapshot.id && !sent_without {
                spot.snapshot = snapshot.id;
                spot.offset = 0;
                spot.seq = snapshot.upto_seq;
            }
            if !sent_without && spot.offset < snapshot.total {
                let wanted = (snapshot.total - spot.offset) as usize;
                let room = self
                    .room
                    .saturating_sub(ENVELOPE_BYTES)
                    .min(PIECE_BYTES_MAX);
                if room < wanted && room < PIECE_BYTES_MIN && !self.is_empty() {
                    return Ok(Some(spot));
                }
                let length = wanted.min(room.max(1));
                let bytes = snapshots::piece(self.conn, snapshot.id, spot.offset, length)?;
                self.spend(bytes.len());
                update.piece = Some(Piece {
                    snapshot: snapshot.id,
                    offset: spot.offset,
                    total: snapshot.total,
                    bytes,
                });
                spot.offset += length as u32;
                if spot.offset < snapshot.total {
                    self.page.docs.push(update);
                    return Ok(Some(spot));
                }
                // From here on the log serves, whatever snapshot replaces this one.
                spot.snapshot = 0;
            }
        }
        let stopped = self.changes_after(doc.row, spot.seq, upto, &mut update)?;
        if update.piece.is_some() || !update.changes.is_empty() {
            self.page.docs.push(update);
        }
        Ok(stopped.map(|seq| Spot { seq, ..spot }))
    }

    /// Changes of a document after a place; the last one sent, when there was no room for all.
    fn changes_after(
        &mut self,
        doc: DocRow,
        after: u64,
        upto: u64,
        update: &mut DocUpdate,
    ) -> Result<Option<u64>, StoreError> {
        let mut last = after;
        let mut stopped = false;
        let (now, mut room, mut empty) = (self.ask.now, self.room, self.is_empty());
        empty &= update.piece.is_none();
        log::changes_of(self.conn, doc, after, upto, |change| {
            let cost = change.bytes.len() + ENVELOPE_BYTES / 4;
            if cost > room && !empty {
                stopped = true;
                return false;
            }
            room = room.saturating_sub(cost);
            empty = false;
            last = change.seq;
            update.changes.push(logged(change, now));
            true
        })?;
        self.room = room.saturating_sub(ENVELOPE_BYTES);
        Ok(stopped.then_some(last))
    }

    /// Entries after a place, of audiences held all along.
    fn log(&mut self, after: u64) -> Result<Option<Stage>, StoreError> {
        let mut places: BTreeSet<u64> = BTreeSet::new();
        let mut known_upto = self.upto;
        for (row, (_, head)) in self.heads {
            if *head <= after || !self.held_from_the_start(*row) {
                continue;
            }
            let found = log::places_of(self.conn, *row, after, self.upto, ENTRIES_PER_AUDIENCE)?;
            if let (ENTRIES_PER_AUDIENCE, Some(last)) = (found.len(), found.last()) {
                known_upto = known_upto.min(*last);
            }
            places.extend(found);
        }
        let mut metas: BTreeMap<DocRow, usize> = BTreeMap::new();
        let mut said_whole = BTreeSet::new();
        let mut reached = after;
        for seq in places.range(..=known_upto) {
            if self.ask.skip.contains(seq) {
                reached = *seq;
                continue;
            }
            let change = log::change_at(self.conn, *seq)?;
            if said_whole.contains(&change.doc) {
                reached = *seq;
                continue;
            }
            match self.served(change.doc)? {
                Some(upto) if *seq <= upto => {}
                Some(_) => {
                    reached = *seq;
                    continue;
                }
                None => {
                    self.page.remaining = 1;
                    return Ok(Some(Stage::Log(reached)));
                }
            }
            let known = metas.get(&change.doc).copied();
            let new = match known {
                Some(_) => None,
                None => named(self.conn, change.doc, self.from, self.had.and(self.kinds))?,
            };
            if known.is_none() && new.is_none() {
                said_whole.insert(change.doc);
                reached = *seq;
                continue;
            }
            let cost = change.bytes.len() + ENVELOPE_BYTES / 2;
            if cost > self.room && !self.is_empty() {
                let left = places.range(*seq..).count();
                self.page.remaining = u32::try_from(left).unwrap_or(u32::MAX);
                return Ok(Some(Stage::Log(reached)));
            }
            self.room = self.room.saturating_sub(cost);
            let index = known.unwrap_or(self.page.docs.len());
            if let Some(update) = new {
                self.page.docs.push(update);
                metas.insert(change.doc, index);
            }
            reached = *seq;
            self.page.docs[index]
                .changes
                .push(logged(change, self.ask.now));
        }
        if known_upto < self.upto {
            self.page.remaining = 1;
            return Ok(Some(Stage::Log(known_upto)));
        }
        Ok(None)
    }

    fn is_empty(&self) -> bool {
        self.page.docs.is_empty() && self.page.lost.is_empty()
    }

    fn is_full(&self) -> bool {
        self.room < ENVELOPE_BYTES && !self.is_empty()
    }

    fn spend(&mut self, bytes: usize) {
        self.room = self.room.saturating_sub(bytes + ENVELOPE_BYTES);
    }
}
