//! The read path: from rows to a page, without Automerge. What a phone lost first, then whole documents of what it
//! gained, then what happened meanwhile to what it had; each page ends with a cursor that resumes exactly there.

mod download;
mod entries;
mod lost;
mod plan;
mod served;
mod shelves;
mod whole;

use std::collections::BTreeMap;

use besace_model::access::Audience;
use besace_model::kind::KindSet;
use rusqlite::Connection;

pub(crate) use plan::Plan;

use super::Glance;
use super::board::Look;
use super::cursor::{Position, Stage, Work};
use super::page::{Ask, Page};
use crate::store::docs::AudienceRow;
use crate::store::grants::{self, Span};
use crate::store::segments::Unpacked;
use crate::store::{StoreError, log};

/// Bytes counted for a document's or change's envelope when a page is filled.
const ENVELOPE_BYTES: usize = 64;

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
        unpacked: Unpacked::default(),
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
    unpacked: Unpacked,
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
