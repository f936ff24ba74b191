//! Which stories wait for communication and direction.

use besace_model::head::DocHead;
use besace_model::kinds::story::StoryStage;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

/// Why a story waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum StoryWait {
    /// It is to be read and approved.
    Review,
    /// It is approved, and somebody whom it shows does not agree to it yet.
    Consent,
}

impl ViewReader<'_> {
    pub(crate) fn stories_wait(&self) -> Vec<WaitingItem> {
        if !self.replica.grants.may_edit_board() {
            return Vec::new();
        }
        self.found_stories()
            .filter_map(|it| {
                let word = match it.stage() {
                    StoryStage::Review => StoryWait::Review,
                    StoryStage::Approved if self.missing(&it) > 0 => StoryWait::Consent,
                    _ => return None,
                };
                let due = it.story.publish_on.clone();
                let by = it.story.entry.created_by;
                Some(WaitingItem {
                    why: Wait::Story { word },
                    pressing: self.due(&due),
                    label: shorten(&it.story.title),
                    member: by,
                    who: by.map(|by| self.name(by)).unwrap_or_default(),
                    due,
                    place: Some(Place::new(&DocHead::story(it.id), "", "")),
                })
            })
            .collect()
    }
}
