//! How the interviews of one member stand.

use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coaching_log::SessionStatus;
use besace_model::kinds::directory::Stage;
use besace_model::kinds::register::{INTERVIEWS_A_YEAR, Registered, standing};
use besace_model::time::year_of;

use crate::kinds::register::{FollowRow, RegisteredRow};
use crate::views::{ViewReader, local_day};

impl ViewReader<'_> {
    pub(super) fn follow_row(&self, member: MemberId, year: u16) -> FollowRow {
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

    pub(super) fn registered_row(
        &self,
        member: MemberId,
        id: Ulid,
        session: &Registered,
    ) -> RegisteredRow {
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

pub(super) fn is_of(session: &Registered, year: u16) -> bool {
    year_of(&local_day(&session.starts_at)) == year
}

fn is_planned(session: &Registered) -> bool {
    session.status == SessionStatus::Planned
}
