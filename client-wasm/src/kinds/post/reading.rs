//! Reading the board.

mod isolated;
mod meeting;
mod themes;
mod thread;

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::post::{Post, PostTopic, Thread};
use besace_model::words;

use super::PostRow;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page, stands};

/// A post where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) owner: MemberId,
    pub(super) id: Ulid,
    thread: &'a Thread,
    pub(super) post: &'a Post,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, thread: &'a Thread) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let post = thread.posts.get(&id)?;
        Some(Self {
            owner: head.owner,
            id,
            thread,
            post,
        })
    }

    fn head(&self) -> DocHead {
        DocHead::post(self.owner, self.id)
    }
}

impl<'a> ViewReader<'a> {
    /// The posts on this phone that stand.
    pub(super) fn found_posts(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Post);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, Thread::of(doc.record()?)?))
            .filter(|it| stands(&it.post.entry))
    }

    /// What is pinned first, then the latest.
    pub(crate) fn posts(
        &self,
        topic: Option<PostTopic>,
        search: &str,
        window: Window,
    ) -> Page<PostRow> {
        let mut found: Vec<Found<'_>> = self
            .found_posts()
            .filter(|it| self.is_shown(it.owner, &it.thread.hidden))
            .filter(|it| topic.is_none_or(|topic| it.post.topic == topic))
            .filter(|it| self.is_about(it, search))
            .collect();
        found.sort_by(|a, b| {
            let key = |it: &Found<'_>| (!it.thread.pinned_at.is_empty(), it.id, it.owner);
            key(b).cmp(&key(a))
        });
        page(&found, window, |it| self.post_row(it))
    }

    /// Whether something is shown to the reader: what is hidden, to its author and to who may show it again.
    pub(super) fn is_shown(&self, author: MemberId, hidden: &str) -> bool {
        hidden.is_empty() || author == self.me_id() || self.replica.grants.may_edit_board()
    }

    fn is_about(&self, found: &Found<'_>, search: &str) -> bool {
        if search.is_empty() {
            return true;
        }
        let Post {
            title, body, tags, ..
        } = found.post;
        let tags = tags.join(" ");
        words::finds(
            search,
            &[title, body, &tags, &self.name(found.owner)]
                .map(String::as_str)
                .join(" "),
        )
    }
}
