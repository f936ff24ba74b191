//! A coaching log: sessions, goals, actions, asks, and a coach's private notes.

mod actions;
mod asks;
mod goals;
mod sessions;
mod sheet;

use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{CoachingLog, GoalStatus};
use besace_model::kinds::register::INTERVIEWS_A_YEAR;
use besace_model::sorted::SortedMap;

use super::{CoachingCounts, CoachingView};
use crate::views::{ViewReader, live};

pub(crate) use actions::is_open;

static EMPTY: CoachingLog = CoachingLog {
    goals: SortedMap::new(),
    sessions: SortedMap::new(),
    preparations: SortedMap::new(),
    actions: SortedMap::new(),
    asks: SortedMap::new(),
    feedback: SortedMap::new(),
    conflicts: Vec::new(),
};

impl<'a> ViewReader<'a> {
    fn log_or_empty(&self, member: MemberId) -> &'a CoachingLog {
        self.log(member).unwrap_or(&EMPTY)
    }

    pub(crate) fn coaching(&self, member: MemberId) -> Option<CoachingView> {
        let mine = member == self.me_id();
        let may_edit = mine || self.replica.grants.coaches(member);
        let log = match self.log(member) {
            Some(log) => log,
            None if may_edit => &EMPTY,
            None => return None,
        };
        let goals = live(&log.goals, |goal| &goal.entry);
        let actions = live(&log.actions, |action| &action.entry);
        let asks = live(&log.asks, |ask| &ask.entry);
        let sessions = self.sessions_by_start(member);
        let stand_ins = self.stand_ins(member);
        Some(CoachingView {
            member,
            name: self.name(member),
            coaches: self.accompanying(member, &stand_ins),
            stand_ins,
            mine,
            may_edit,
            next_session: self
                .next_session(member)
                .map(|(id, session)| self.session_row(member, log, id, session)),
            last_session: self
                .last_session(member)
                .map(|(id, session)| self.session_row(member, log, id, session)),
            counts: CoachingCounts {
                sessions: sessions.len() as u32,
                goals: goals.len() as u32,
                actions: actions.len() as u32,
                asks: asks.len() as u32,
            },
            goals: goals
                .iter()
                .filter(|(_, goal)| goal.status == GoalStatus::Open)
                .map(|(id, goal)| self.goal_row(member, log, *id, goal))
                .collect(),
            actions: self
                .actions_in_order(member)
                .iter()
                .filter(|(_, action)| is_open(action))
                .map(|(id, action)| self.action_row(member, log, *id, action))
                .collect(),
            asks: asks
                .iter()
                .filter(|(_, ask)| ask.answered_at.is_empty())
                .map(|(id, ask)| self.ask_row(member, log, *id, ask))
                .collect(),
            statutory_done: self.statutory_done(member),
            statutory_due: INTERVIEWS_A_YEAR,
        })
    }
}
