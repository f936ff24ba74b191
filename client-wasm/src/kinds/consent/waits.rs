//! What one is asked and did not answer.

use besace_model::head::DocHead;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

/// Why a consent waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum ConsentWait {
    /// A story shows the reader, who is to agree or refuse.
    Asked,
}

impl ViewReader<'_> {
    pub(crate) fn consents_wait(&self) -> Vec<WaitingItem> {
        let me = self.me_id();
        let head = DocHead::consent(me);
        let asked = self.consents(me).requests.into_iter();
        asked
            .filter(|row| row.agrees.is_none())
            .map(|row| WaitingItem {
                why: Wait::Consent {
                    word: ConsentWait::Asked,
                },
                pressing: self.near(&row.asked_at),
                label: shorten(&row.title),
                member: None,
                who: row.asked_by,
                due: row.asked_at,
                place: Some(Place::new(&head, "requests", &row.id.to_string())),
            })
            .collect()
    }
}
