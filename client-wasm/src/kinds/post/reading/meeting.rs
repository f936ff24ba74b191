//! Who and what meets a post: a need, what is offered and who can; an offer, what is needed and by whom. And what nobody
//! answered yet.

use std::cmp::Reverse;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::post::{PostStatus, PostTopic, Thread};
use besace_model::time::DAY_MS;

use super::Found;
use crate::kinds::post::matching::{MATCH_MIN, Said};
use crate::kinds::post::{MeetingPerson, MeetingView, PostRow, QUIET_DAYS};
use crate::view::{Page, Window};
use crate::views::{ViewReader, page};

/// How many posts, and how many people, are proposed.
const MEETINGS_MAX: usize = 5;

impl<'a> ViewReader<'a> {
    pub(crate) fn meetings(&self, owner: MemberId, id: Ulid) -> Option<MeetingView> {
        let head = DocHead::post(owner, id);
        let found = Found::of(&head, self.doc::<Thread>(&head)?)?;
        let wanted = match found.post.topic {
            PostTopic::Need | PostTopic::Question => PostTopic::Offer,
            PostTopic::Offer => PostTopic::Need,
            PostTopic::Experience | PostTopic::News => return Some(MeetingView::default()),
        };
        let said = said(&found);
        let mut posts: Vec<(u32, Found<'_>)> = self
            .open_posts()
            .filter(|it| it.post.topic == wanted && it.owner != owner)
            .map(|it| (said.common(&self::said(&it)), it))
            .filter(|(common, _)| *common >= MATCH_MIN)
            .collect();
        posts.sort_by_key(|(common, it)| Reverse((*common, it.id)));
        let posts = posts.iter().take(MEETINGS_MAX);
        Some(MeetingView {
            posts: posts.map(|(_, it)| self.post_row(it)).collect(),
            people: self.who_meets(&said, wanted == PostTopic::Offer, owner),
        })
    }

    /// Those whose profile says that they can, or that they need it.
    fn who_meets(&self, said: &Said, can: bool, owner: MemberId) -> Vec<MeetingPerson> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let mut people: Vec<(u32, MeetingPerson)> = listed
            .filter(|(member, listed)| listed.active && **member != owner)
            .filter_map(|(member, _)| {
                let profile = self.profile(*member)?;
                let theirs = if can {
                    let chosen = profile.skills.iter().chain(&profile.trades);
                    Said::new(chosen, [profile.offers.as_str()])
                } else {
                    Said::new([], [profile.needs.as_str()])
                };
                let why = if can {
                    let chosen = profile.skills.iter().chain(&profile.trades).cloned();
                    chosen.collect::<Vec<_>>().join(", ")
                } else {
                    profile.needs.clone()
                };
                let person = MeetingPerson {
                    member: *member,
                    name: self.name(*member),
                    why,
                };
                Some((said.common(&theirs), person))
            })
            .filter(|(common, _)| *common >= MATCH_MIN)
            .collect();
        people.sort_by(|(x, a), (y, b)| (y, &a.name).cmp(&(x, &b.name)));
        let people = people.into_iter().take(MEETINGS_MAX);
        people.map(|(_, person)| person).collect()
    }

    /// Posts that still wait for somebody.
    fn open_posts(&self) -> impl Iterator<Item = Found<'a>> {
        self.found_posts().filter(|it| {
            let stands = it.thread.hidden.is_empty() && !self.is_past(&it.post.expires);
            stands && it.post.status == PostStatus::Open
        })
    }

    /// Needs, offers and questions that nobody answered within [`QUIET_DAYS`], the oldest first.
    pub(crate) fn quiet_posts(&self, window: Window) -> Page<PostRow> {
        let until = self.now.plus_ms(-QUIET_DAYS * DAY_MS).rfc3339();
        let asks = |topic| matches!(topic, PostTopic::Need | PostTopic::Offer | PostTopic::Question);
        let mut quiet: Vec<Found<'_>> = self
            .open_posts()
            .filter(|it| asks(it.post.topic) && it.post.entry.created_at < until)
            .filter(|it| self.replies(it).iter().all(|reply| reply.member == it.owner))
            .collect();
        quiet.sort_by_key(|it| (it.id, it.owner));
        page(&quiet, window, |it| self.post_row(it))
    }

    /// What members tell of an event, the latest first.
    pub(crate) fn told_of(&self, event: Ulid) -> Vec<PostRow> {
        let mut found: Vec<Found<'_>> = self
            .found_posts()
            .filter(|it| it.post.event == Some(event))
            .filter(|it| self.is_shown(it.owner, &it.thread.hidden))
            .collect();
        found.sort_by_key(|it| Reverse((it.id, it.owner)));
        found.iter().map(|it| self.post_row(it)).collect()
    }
}

fn said(found: &Found<'_>) -> Said {
    Said::new(&found.post.tags, [found.post.title.as_str(), found.post.body.as_str()])
}
