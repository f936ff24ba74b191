//! How interviews stand: each member's by their register, the directory and where they stand in the cooperative.

mod loads;
mod rows;

use std::cmp::Reverse;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::register::{Register, Standing};
use besace_model::words;

use super::{FollowRow, FollowSheet, FollowTotals, RegisteredRow};
use crate::view::{Page, Window};
use crate::views::{ViewReader, page};
use rows::is_of;

impl ViewReader<'_> {
    pub(crate) fn follow_up(
        &self,
        year: u16,
        search: &str,
        wanted: Option<Standing>,
        window: Window,
    ) -> Page<FollowRow> {
        let mut rows: Vec<FollowRow> = self
            .followed(year)
            .filter(|row| wanted.is_none() || row.standing == wanted)
            .filter(|row| words::finds(search, &format!("{} {}", row.name, row.trade_name)))
            .collect();
        rows.sort_by_cached_key(|row| (Reverse(row.standing), words::order(&row.name), row.member));
        page(&rows, window, FollowRow::clone)
    }

    pub(crate) fn follow_totals(&self, year: u16) -> FollowTotals {
        let mut totals = FollowTotals::default();
        for row in self.followed(year) {
            let total = match row.standing {
                Some(Standing::Late) => &mut totals.late,
                Some(Standing::Soon) => &mut totals.soon,
                Some(Standing::InTime) => &mut totals.in_time,
                Some(Standing::Complete) => &mut totals.complete,
                None => &mut totals.exempt,
            };
            *total += 1;
        }
        totals
    }

    pub(crate) fn registered(&self, member: MemberId, year: u16) -> Option<FollowSheet> {
        let is_listed = self.directory()?.members.contains_key(&member);
        if !is_listed || !self.follows(member) {
            return None;
        }
        let register = self.register(member);
        let sessions = register.into_iter().flat_map(|it| &it.sessions);
        let mut sessions: Vec<RegisteredRow> = sessions
            .filter(|(_, session)| is_of(session, year))
            .map(|(id, session)| self.registered_row(member, *id, session))
            .collect();
        sessions.sort_by(|a, b| (&b.starts_at, b.id).cmp(&(&a.starts_at, a.id)));
        Some(FollowSheet {
            row: self.follow_row(member, year),
            sessions,
        })
    }

    fn register(&self, member: MemberId) -> Option<&Register> {
        self.doc(&DocHead::register(member))
    }

    /// Whether the reader reads somebody's register.
    fn follows(&self, member: MemberId) -> bool {
        let register = DocHead::register(member);
        self.replica.grants.reads(register.audience())
    }

    /// The members who are here and run an activity, or have sessions.
    fn followed(&self, year: u16) -> impl Iterator<Item = FollowRow> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        listed
            .filter(|(member, listed)| listed.active && self.follows(**member))
            .filter(|(member, listed)| {
                listed.roles.contains(&Role::Entrepreneur) || self.register(**member).is_some()
            })
            .map(move |(member, _)| self.follow_row(*member, year))
    }
}
