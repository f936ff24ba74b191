//! How interviews stand: each member's by their register, the directory and where they stand in the cooperative.

use std::cmp::Reverse;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::SessionStatus;
use besace_model::kinds::directory::Stage;
use besace_model::kinds::register::{INTERVIEWS_A_YEAR, Register, Registered, Standing, standing};
use besace_model::time::year_of;
use besace_model::words;

use super::{FollowRow, FollowSheet, FollowTotals, RegisteredRow};
use crate::view::{Page, Window};
use crate::views::{ViewReader, local_day, page};

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

    fn follow_row(&self, member: MemberId, year: u16) -> FollowRow {
        let all = self.register(member).into_iter();
        let all: Vec<&Registered> = all.flat_map(|it| it.sessions.values()).collect();
        let of_year = || all.iter().filter(|session| is_of(session, year));
        let counting = of_year().filter(|session| session.counts).count() as u32;
        let starts = |wanted: fn(&Registered) -> bool| {
            let wanted = all.iter().filter(move |session| wanted(session));
            wanted.map(|session| session.starts_at.as_str())
        };
        let is_ahead = |starts_at: &str| *local_day(starts_at) >= *self.today;
        let stage = self.membership(member).stage;
        let is_owed = stage.is_none_or(Stage::is_under_contract);
        FollowRow {
            member,
            name: self.name(member),
            trade_name: self.trade_name(member),
            stage,
            standing: is_owed.then(|| standing(counting, year, &self.today)),
            interviews: counting.min(INTERVIEWS_A_YEAR),
            due: INTERVIEWS_A_YEAR,
            to_sign: of_year()
                .filter(|session| session.waits_for_signature(member))
                .count() as u32,
            planned: of_year()
                .filter(|session| session.statutory && is_planned(session))
                .filter(|session| is_ahead(&session.starts_at))
                .count() as u32,
            minutes: of_year()
                .filter(|session| session.is_held())
                .map(|session| session.minutes)
                .sum(),
            last_session_at: starts(Registered::is_held)
                .max()
                .unwrap_or_default()
                .to_owned(),
            next_session_at: starts(is_planned)
                .filter(|starts_at| is_ahead(starts_at))
                .min()
                .unwrap_or_default()
                .to_owned(),
        }
    }

    fn registered_row(&self, member: MemberId, id: Ulid, session: &Registered) -> RegisteredRow {
        RegisteredRow {
            id,
            starts_at: session.starts_at.clone(),
            minutes: session.minutes,
            mode: session.mode,
            session_type: session.session_type,
            statutory: session.statutory,
            status: session.status,
            member_present: session.member_present,
            signed_by: self.people(&session.signed_by),
            contested: session.contested,
            counts: session.counts,
            to_sign: session.waits_for_signature(member),
            annulled: session.annulled,
            amends: session.amends,
        }
    }
}

fn is_of(session: &Registered, year: u16) -> bool {
    year_of(&local_day(&session.starts_at)) == year
}

fn is_planned(session: &Registered) -> bool {
    session.status == SessionStatus::Planned
}
