//! What of consultations waits for the reader: their answer, and what came of those that they asked.

use besace_model::plain::ToPlain;
use ts_rs::TS;

use super::reading::Found;
use super::{MayAnswer, Phase};
use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

/// Why a consultation waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum ConsultationWait {
    /// The reader is asked.
    Stance,
    /// Associates are asked, of whom the reader may be.
    Associates,
    /// It is closed, and what came of it is to be published.
    Outcome,
}

impl ViewReader<'_> {
    pub(crate) fn consultations_wait(&self) -> Vec<WaitingItem> {
        let found = self.found_consultations();
        found.filter_map(|it| self.consultation_waits(&it)).collect()
    }

    fn consultation_waits(&self, found: &Found<'_>) -> Option<WaitingItem> {
        let row = self.consultation_row(found);
        let me = Some(self.me_id());
        let word = match (row.phase, row.may_answer) {
            (Phase::Open, MayAnswer::Yes) if !row.answered => ConsultationWait::Stance,
            (Phase::Open, MayAnswer::IfAssociate) if !row.answered => ConsultationWait::Associates,
            (Phase::Closed, _) if found.said.author == me => ConsultationWait::Outcome,
            _ => return None,
        };
        Some(WaitingItem {
            why: Wait::Consultation { word },
            pressing: self.near(&row.closes),
            label: shorten(&row.question),
            member: found.said.author,
            who: found.said.author.map(|author| self.name(author)).unwrap_or_default(),
            due: row.closes,
            place: Some(Place::new(&found.head(), "", "")),
        })
    }
}
