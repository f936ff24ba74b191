//! The guide of the cooperative.

use besace_model::command::Command;
use besace_model::kinds::guide::{Guide, GuideCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;

mod reading;
mod view;

pub use view::*;

requests! {
    /// What screens ask of the guide.
    GuideRequest, GuideAnswer, GuideViews by reader {
        /// The guide, with what the reader ticked and read of it.
        Guide {
            /// Words to find in titles and texts; empty for all.
            search: String,
        } -> GuideView = reader.guide(search),
        /// Who answers for which topic.
        TopicPeople -> Vec<TopicPersonRow> = reader.topic_people(),
    }
}

impl Shown for Guide {
    fn collection(word: &str) -> &'static str {
        match word {
            "addGuidePage" | "editGuidePage" => "pages",
            "addSectorLine" | "editSectorLine" => "sectors",
            _ => "people",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let id = at.id.parse().ok()?;
        Some(Command::Guide(match at.collection {
            "pages" => GuideCommand::EditGuidePage {
                id,
                changes: at.changes()?,
            },
            "sectors" => GuideCommand::EditSectorLine {
                id,
                changes: at.changes()?,
            },
            "people" => GuideCommand::EditTopicPerson {
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }
}

impl Checked for GuideCommand {}
