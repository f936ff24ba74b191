//! A post and its answers.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::post::{PostFields, Reply, Thread};

use super::Found;
use crate::kinds::post::{PostRow, PostSheet, ReplyRow};
use crate::views::ViewReader;

impl ViewReader<'_> {
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
                event: post.event,
            },
            replies: self.replies(&found),
            my_reply: own.map(|reply| reply.text.clone()).unwrap_or_default(),
            my_help: own.is_some_and(|reply| reply.helps),
            rereads: self.rereads(&head, &format!("replies/{me}/")),
            may_edit_board: self.may_write(&head, &["board", "hidden"]),
        })
    }

    pub(super) fn post_row(&self, found: &Found<'_>) -> PostRow {
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
            event: post.event,
            pinned: !thread.pinned_at.is_empty(),
            hidden: thread.hidden.clone(),
        }
    }

    /// Answers in the order in which they were given.
    pub(in crate::kinds::post) fn replies(&self, found: &Found<'_>) -> Vec<ReplyRow> {
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
}
