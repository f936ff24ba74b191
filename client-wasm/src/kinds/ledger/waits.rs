//! What of ledgers waits: one's own obligations and refused lines; the lines to decide of all, as one.

use besace_model::head::DocHead;
use besace_model::kinds::ledger::{LineState, ObligationOwner};
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::{Pressing, WaitingItem};
use crate::views::{ViewReader, live};

/// An obligation that is due within so many days waits.
const OBLIGATION_DAYS: i64 = 30;

/// Why something of a ledger waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum LedgerWait {
    /// An expense or a trip of mine was refused.
    Refused,
    /// Something that I answer for is due soon, or late.
    Obligation,
    /// Expenses and trips wait for my decision.
    ToDecide,
}

impl ViewReader<'_> {
    pub(crate) fn ledgers_wait(&self) -> Vec<WaitingItem> {
        let mut waiting = self.refused_lines();
        waiting.extend(self.obligations_wait());
        waiting.extend(self.decisions_wait());
        waiting
    }

    fn refused_lines(&self) -> Vec<WaitingItem> {
        let me = self.me_id();
        let mine = self.all_lines().filter(|it| it.head.owner == me);
        mine.filter(|it| it.line().state == LineState::Refused)
            .map(|it| WaitingItem {
                why: Wait::Ledger {
                    word: LedgerWait::Refused,
                },
                pressing: Pressing::Soon,
                label: shorten(it.label()),
                member: None,
                who: it.reason().to_owned(),
                due: it.decided_at().to_owned(),
                place: Some(Place::new(it.head, it.collection(), &it.id.to_string())),
            })
            .collect()
    }

    fn obligations_wait(&self) -> Vec<WaitingItem> {
        let me = self.me_id();
        let Some(ledger) = self.ledger(me) else {
            return Vec::new();
        };
        let soon = self.day_after(OBLIGATION_DAYS);
        let mine = live(&ledger.obligations, |one| &one.entry).into_iter();
        mine.filter(|(id, one)| {
            let is_open = ledger.done_at(*id, one).is_empty();
            one.owner == ObligationOwner::Member && is_open && one.due <= soon
        })
        .map(|(id, one)| WaitingItem {
            why: Wait::Ledger {
                word: LedgerWait::Obligation,
            },
            pressing: self.due(&one.due),
            label: shorten(&one.label),
            member: Some(me),
            who: String::new(),
            due: one.due.clone(),
            place: Some(Place::new(
                &DocHead::ledger(me),
                "obligations",
                &id.to_string(),
            )),
        })
        .collect()
    }

    /// One line for all that waits for a decision, dated by the oldest: its label says how many, for the app to put in
    /// words.
    fn decisions_wait(&self) -> Option<WaitingItem> {
        if !self.replica.grants.reads_far() {
            return None;
        }
        let mut count = 0_u32;
        let mut oldest = "";
        for line in self.lines_to_decide() {
            count += 1;
            if oldest.is_empty() || line.submitted_at < oldest {
                oldest = line.submitted_at;
            }
        }
        let me = self.me_id();
        (count > 0).then(|| WaitingItem {
            why: Wait::Ledger {
                word: LedgerWait::ToDecide,
            },
            pressing: Pressing::Soon,
            label: format!("lines {count}"),
            member: None,
            who: String::new(),
            due: oldest.to_owned(),
            place: Some(Place::new(&DocHead::ledger(me), "decisions", "")),
        })
    }
}
