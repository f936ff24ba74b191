//! Stories, as those write them who tell them.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::story::{Editorial, StoryCommand, StoryStage};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::StoryWait;

requests! {
    /// What screens ask of stories.
    StoryRequest, StoryAnswer, StoryViews by reader {
        /// Stories, the latest first.
        Stories {
            /// Those that stand so only.
            stage: Option<StoryStage>,
            /// Those of one month only, `YYYY-MM`; empty for all.
            month: String,
            /// Words to find in titles, texts and names; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<StoryRow> = reader.stories(*stage, month, search, *window),
        /// One story.
        Story {
            /// The story.
            id: Ulid,
        } -> Option<Box<StorySheet>> = reader.story_sheet(*id).map(Box::new),
    }
}

impl Shown for Editorial {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        if at.collection != "stories" {
            return None;
        }
        Some(Command::Story(StoryCommand::EditStory {
            id: at.id.parse().ok()?,
            changes: at.changes()?,
        }))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.stories_wait()
    }
}

impl Checked for StoryCommand {}
