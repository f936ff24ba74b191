//! Which of one's own posts wait: those with answers that one neither thanked for nor read.

use besace_model::head::DocHead;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::entry::shorten;
use crate::kinds::Wait;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

/// Why a post waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum PostWait {
    /// Somebody offers their help.
    Help,
    /// Somebody answered.
    Reply,
}

impl ViewReader<'_> {
    pub(crate) fn posts_wait(&self) -> Vec<WaitingItem> {
        let me = self.me_id();
        let mine = self.found_posts().filter(|it| it.owner == me);
        mine.filter_map(|it| {
            let replies = self.replies(&it).into_iter();
            let waiting: Vec<_> = replies.filter(|reply| reply.waits).collect();
            let newest = waiting.last()?;
            let word = if waiting.iter().any(|reply| reply.helps) {
                PostWait::Help
            } else {
                PostWait::Reply
            };
            let names: Vec<&str> = waiting.iter().map(|reply| reply.name.as_str()).collect();
            Some(WaitingItem {
                why: Wait::Post { word },
                pressing: self.near(&newest.at),
                label: shorten(&it.post.title),
                member: Some(newest.member),
                who: names.join(", "),
                due: newest.at.clone(),
                place: Some(Place::new(&DocHead::post(me, it.id), "", "")),
            })
        })
        .collect()
    }
}
