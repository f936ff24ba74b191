//! Who had nothing to do with anybody for a long time, as far as this phone can tell.

use std::collections::BTreeMap;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::SessionStatus;
use besace_model::kinds::register::Register;
use besace_model::time::DAY_MS;
use besace_model::words;

use crate::kinds::post::{ISOLATED_DAYS, IsolatedRow};
use crate::views::{ViewReader, stands};

impl ViewReader<'_> {
    /// Entrepreneurs without exchange on the board, event or session for [`ISOLATED_DAYS`], the longest first. For the
    /// team alone; of whom the reader reads no sessions, it is said.
    pub(crate) fn isolated(&self) -> Vec<IsolatedRow> {
        if !self.replica.grants.in_team() {
            return Vec::new();
        }
        let since = self.now.plus_ms(-ISOLATED_DAYS * DAY_MS).rfc3339();
        let seen = self.last_seen();
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let mut rows: Vec<IsolatedRow> = listed
            .filter(|(_, it)| it.active && it.roles.contains(&Role::Entrepreneur))
            .map(|(member, listed)| {
                let (met, knows_sessions) = self.last_met(*member);
                let seen = seen.get(member).cloned().unwrap_or_default();
                IsolatedRow {
                    member: *member,
                    name: self.name(*member),
                    last_at: seen.max(met),
                    coaches: self.people(&listed.coaches),
                    knows_sessions,
                }
            })
            .filter(|row| row.last_at < since)
            .collect();
        rows.sort_by_cached_key(|row| (row.last_at.clone(), words::order(&row.name), row.member));
        rows
    }

    /// When members last wrote on the board, or had a seat at an event that is over.
    fn last_seen(&self) -> BTreeMap<MemberId, String> {
        let mut seen: BTreeMap<MemberId, String> = BTreeMap::new();
        let mut note = |member: MemberId, at: &str| {
            let last = seen.entry(member).or_default();
            if last.as_str() < at {
                at.clone_into(last);
            }
        };
        for found in self.found_posts() {
            note(found.owner, &found.post.entry.created_at);
            for (member, reply) in &found.thread.replies {
                note(*member, &reply.at);
            }
        }
        for (id, event) in self.all_events(true) {
            let ended = event.ends_at().map(|end| end.rfc3339()).unwrap_or_default();
            let seats = self.roster(id).into_iter().flat_map(|roster| &roster.seats);
            seats.for_each(|(member, _)| note(*member, &ended));
        }
        seen
    }

    /// When a session with a member was last held, and whether the reader would know.
    fn last_met(&self, member: MemberId) -> (String, bool) {
        let head = DocHead::register(member);
        let registered = self.doc::<Register>(&head).into_iter();
        let registered = registered.flat_map(|register| register.sessions.values());
        let registered = registered
            .filter(|it| it.status == SessionStatus::Done)
            .map(|it| it.starts_at.as_str());
        let logged = self.log(member).into_iter();
        let logged = logged.flat_map(|log| log.sessions.values());
        let logged = logged
            .filter(|it| stands(&it.entry) && it.status == SessionStatus::Done)
            .map(|it| it.starts_at.as_str());
        let last = registered.chain(logged).max().unwrap_or_default();
        (last.to_owned(), self.replica.grants.reads(head.audience()))
    }
}
