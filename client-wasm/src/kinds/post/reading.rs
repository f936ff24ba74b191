//! Reading the board.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::post::{Post, PostFields, PostTopic, Reply, Thread};
use besace_model::words;

use super::{PostRow, PostSheet, ReplyRow};
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

    pub(crate) fn post_sheet(&self, owner: MemberId, id: Ulid) -> Option<PostSheet> {
        let head = DocHead::post(owner, id);
        let thread: &Thread = self.doc(&head)?;
        let found = Found::of(&head, thread)?;
        let post = found.post;
        let me = self.me_id();
        let own = thread.replies.get(&me);
        let own = own.filter(|reply| reply.removed_at.is_empty());
        Some(PostSheet {
            row: self.post_row(&found),
            fields: PostFields {
                topic: post.topic,
                title: post.title.clone(),
                body: post.body.clone(),
                tags: post.tags.clone(),
                expires: post.expires.clone(),
                status: post.status,
            },
            replies: self.replies(&found),
            my_reply: own.map(|reply| reply.text.clone()).unwrap_or_default(),
            my_help: own.is_some_and(|reply| reply.helps),
            rereads: self.rereads(&head, &format!("replies/{me}/")),
            may_edit_board: self.may_write(&head, &["board", "hidden"]),
        })
    }

    fn post_row(&self, found: &Found<'_>) -> PostRow {
        let Found {
            owner,
            id,
            thread,
            post,
        } = *found;
        let place = ("posts", "title");
        PostRow {
            info: self.info(&found.head(), place, id, &post.entry, &thread.conflicts),
            member: owner,
            member_name: self.name(owner),
            mine: owner == self.me_id(),
            topic: post.topic,
            title: post.title.clone(),
            tags: post.tags.clone(),
            status: post.status,
            expired: self.is_past(&post.expires),
            replies: self.replies(found).len() as u32,
            pinned: !thread.pinned_at.is_empty(),
            hidden: thread.hidden.clone(),
        }
    }

    /// Answers in the order in which they were given.
    pub(super) fn replies(&self, found: &Found<'_>) -> Vec<ReplyRow> {
        let all = found.thread.replies.iter();
        let shown = all.filter(|(member, reply)| {
            let stands = !reply.text.is_empty() && reply.removed_at.is_empty();
            stands && self.is_shown(**member, &reply.hidden)
        });
        let mut shown: Vec<(&MemberId, &Reply)> = shown.collect();
        shown.sort_by_key(|(member, reply)| (&reply.at, **member));
        let row = |(member, reply): (&MemberId, &Reply)| ReplyRow {
            member: *member,
            name: self.name(*member),
            mine: *member == self.me_id(),
            text: reply.text.clone(),
            helps: reply.helps,
            at: reply.at.clone(),
            thanked_at: reply.thanked_at.clone(),
            waits: found.owner == self.me_id()
                && found.owner != *member
                && reply.thanked_at.is_empty()
                && reply.read_at.is_empty(),
            hidden: reply.hidden.clone(),
        };
        shown.into_iter().map(row).collect()
    }

    /// Whether something is shown to the reader: what is hidden, to its author and to who may show it again.
    fn is_shown(&self, author: MemberId, hidden: &str) -> bool {
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
