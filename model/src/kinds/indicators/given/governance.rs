//! What the cooperative's own life gives: mandates and who holds them, and how many answered what was asked.

use super::{Given, month_of};
use crate::ids::Ulid;
use crate::kinds::consultation::{Consultation, ConsultationStatus};
use crate::kinds::group::Group;
use crate::kinds::tally::Tally;
use crate::plain::{FromPlain, ToPlain};
use crate::time::Timestamp;

/// A mandate that a group gives: days; empty where it is open.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Mandated {
    /// From when it stands.
    pub(in crate::kinds::indicators) from: String,
    /// Its last day.
    pub(in crate::kinds::indicators) until: String,
    /// Who holds it, or held it.
    pub(in crate::kinds::indicators) held: Vec<Held>,
}

/// From when somebody held a mandate, and on which day they stood back; empty where they did not.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Held {
    from: String,
    until: String,
}

/// How many could answer, and how many did.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(in crate::kinds::indicators) struct Turnout {
    /// How many could.
    pub(in crate::kinds::indicators) asked: i64,
    /// How many did.
    pub(in crate::kinds::indicators) voices: i64,
}

pub(super) fn group(given: &mut Given, group: &Group) {
    let mandates = group.mandates.iter();
    for (id, mandate) in mandates.filter(|(_, it)| it.entry.removed_at.is_empty()) {
        let made = day_of(&mandate.entry.created_at);
        let candidates = group.candidates.get(id).into_iter().flatten();
        let given_to = candidates.filter(|(_, it)| !it.given_at.is_empty());
        given.mandates.push(Mandated {
            from: if mandate.starts.is_empty() {
                made
            } else {
                mandate.starts.clone()
            },
            until: mandate.ends.clone(),
            held: given_to
                .map(|(_, it)| Held {
                    from: day_of(&it.given_at),
                    until: day_of(&it.withdrawn_at),
                })
                .collect(),
        });
    }
}

impl Mandated {
    /// Whether it stands on a day.
    pub(in crate::kinds::indicators) fn stands(&self, day: &str) -> bool {
        self.from.as_str() <= day && (self.until.is_empty() || day <= self.until.as_str())
    }

    /// Whether somebody holds it on a day.
    pub(in crate::kinds::indicators) fn is_held(&self, day: &str) -> bool {
        let mut held = self.held.iter();
        held.any(|it| *it.from <= *day && (it.until.is_empty() || *day < *it.until))
    }
}

/// When a consultation that was asked closes.
pub(super) fn consultation(given: &mut Given, id: Ulid, said: &Consultation) {
    let is_asked = matches!(
        said.status,
        ConsultationStatus::Open | ConsultationStatus::Outcome
    );
    let question = said.question(id).filter(|_| is_asked);
    if let Some(month) = question.and_then(|it| month_of(&it.closes)) {
        given.closing.insert(id, month);
    }
}

/// How many answered, once it was counted; of too few in secret nothing is told here either.
pub(super) fn tally(given: &mut Given, id: Ulid, tally: &Tally) {
    if tally.closed && !tally.few {
        let (asked, voices) = (tally.asked, tally.voices);
        given.turnouts.insert(id, Turnout { asked, voices });
    }
}

/// The day of an instant where the cooperative is; empty where there is none.
fn day_of(instant: &str) -> String {
    let at = Timestamp::parse_rfc3339(instant);
    at.map(Timestamp::local_date).unwrap_or_default()
}
