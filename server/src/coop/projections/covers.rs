//! Who stands in for an absent coach: noted as the team's board says it, in the order of receipt, and opened and ended by
//! the relay's clock alone. What is open is read with everything else about people, so each push and each page is judged
//! by it; a cooperative that rested is brought in line before anybody is served.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::team_board::CoverTerms;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError, Inside, Published};
use crate::store::covers::{self, Cover};
use crate::store::docs::DocMeta;
use crate::store::people;
use crate::store::revocations::Entry;

/// Whether a document says who stands in for whom.
pub(in crate::coop) fn are_said_in(head: &DocHead) -> bool {
    head.kind == Kind::TeamBoard
}

impl Coop {
    /// When a cover is to open or to end next.
    #[must_use]
    pub fn covers_turn_at(&self) -> Option<Timestamp> {
        self.judging.covers_due
    }

    /// Whether the time has come for a cover to open or to end: call [`Coop::turn_covers`] then.
    #[must_use]
    pub fn are_covers_due(&self, now: Timestamp) -> bool {
        self.judging.covers_due.is_some_and(|at| at <= now)
    }

    /// Opens and ends the covers whose time has come.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn turn_covers(&mut self, now: Timestamp) -> Result<Published, CoopError> {
        if !self.are_covers_due(now) {
            return Ok(Published::default());
        }
        let ((), published) = self.write(now, |inside| inside.turn_covers())?;
        Ok(published)
    }
}

impl Inside<'_> {
    /// Takes note of what accepted changes say of absences; whether the journal is to follow.
    pub(in crate::coop) fn note_covers(&mut self, doc: &DocMeta) -> Result<bool, CoopError> {
        let conn = self.writing.conn;
        let Some(watch) = self.indexes.watch_of(doc.row) else {
            return Ok(false);
        };
        let mut said: Vec<(Ulid, Option<CoverTerms>)> = Vec::new();
        for key in watch.take_touched() {
            if let Ok(id) = key.parse() {
                said.push((id, watch.entry(&key).and_then(CoverTerms::of)));
            }
        }
        let mut entries = Vec::new();
        for (id, terms) in said {
            let before = covers::find(conn, id)?;
            let had = before.map(|before| before.terms);
            // What is over gives nothing any more.
            let terms = terms.filter(|terms| self.writing.now < terms.until);
            if terms == had {
                continue;
            }
            if let Some(open) = before.filter(|before| before.is_open) {
                let parties = [open.terms.away, open.terms.backup];
                self.touched.members.extend(parties);
            }
            let keeps = |had: CoverTerms| terms.is_some_and(|terms| terms.gives_all_of(&had));
            entries.push(Entry::Cover(id, had.is_none_or(keeps)));
            match terms {
                Some(terms) => {
                    let is_open = false;
                    covers::set(conn, &Cover { id, terms, is_open })?;
                }
                None => covers::forget(conn, id)?,
            }
        }
        if !entries.is_empty() {
            self.note_entries(&entries)?;
            self.turn_covers()?;
        }
        Ok(!entries.is_empty())
    }

    /// Opens and ends the covers whose time has come, and brings in line with it who reads what: within this transaction
    /// too.
    pub(in crate::coop) fn turn_covers(&mut self) -> Result<(), CoopError> {
        let (conn, now) = (self.writing.conn, self.writing.now);
        for cover in covers::due(conn, now)? {
            let is_open = cover.terms.holds(now);
            if is_open {
                covers::set(conn, &Cover { is_open, ..cover })?;
            } else {
                covers::forget(conn, cover.id)?;
            }
            let CoverTerms { away, backup, .. } = cover.terms;
            self.touched.members.extend([away, backup]);
            let (word, subject) = (if is_open { "cover" } else { "end_cover" }, away.as_bytes());
            people::audit(
                conn,
                now,
                MemberId::RELAY,
                word,
                subject,
                &backup.to_string(),
            )?;
        }
        self.judging.covers_due = covers::next_due(conn)?;
        if !self.touched.members.is_empty() {
            self.reload_people(true)?;
            self.people = self.changed.clone().unwrap_or_else(|| self.people.clone());
        }
        Ok(())
    }
}
