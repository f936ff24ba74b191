//! Posts on the board.

use besace_model::command::Command;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::post::{PostCommand, PostTopic, Thread};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod matching;
mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::PostWait;

requests! {
    /// What screens ask of posts.
    PostRequest, PostAnswer, PostViews by reader {
        /// The board: what is pinned, then the latest first.
        Posts {
            /// One sort only.
            topic: Option<PostTopic>,
            /// Words to find in titles, texts, tags and names; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<PostRow> = reader.posts(*topic, search, *window),
        /// One post with its answers.
        Post {
            /// Whose.
            member: MemberId,
            /// The post.
            id: Ulid,
        } -> Option<Box<PostSheet>> = reader.post_sheet(*member, *id).map(Box::new),
        /// Who and what meets a post.
        Meetings {
            /// Whose post.
            member: MemberId,
            /// The post.
            id: Ulid,
        } -> Option<MeetingView> = reader.meetings(*member, *id),
        /// Needs, offers and questions that nobody answered for days, the oldest first.
        QuietPosts {
            /// Which rows.
            window: Window,
        } -> Page<PostRow> = reader.quiet_posts(*window),
        /// What members look for, by theme: the most asked for first.
        NeedThemes -> Vec<NeedTheme> = reader.need_themes(),
        /// Who had nothing to do with anybody for months; nobody for those outside the team.
        Isolated -> Vec<IsolatedRow> = reader.isolated(),
    }
}

impl Shown for Thread {
    fn settle(at: &Settling<'_>) -> Option<Command> {
        if at.collection != "posts" {
            return None;
        }
        Some(Command::Post(PostCommand::EditPost {
            id: at.id.parse().ok()?,
            changes: at.changes()?,
        }))
    }

    fn is_found(&self, reader: &ViewReader<'_>, head: &DocHead, key: &str) -> bool {
        let reply = key.parse().ok().and_then(|by| self.replies.get(&by).zip(Some(by)));
        reader.is_shown(head.owner, &self.hidden)
            && reply.is_none_or(|(reply, by)| reader.is_shown(by, &reply.hidden))
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.posts_wait()
    }
}

impl Checked for PostCommand {}
