//! The members a coach accompanies.

use besace_model::ids::MemberId;
use besace_model::kinds::register::INTERVIEWS_A_YEAR;

use super::reading::is_open;
use crate::views::{ViewReader, live, page};
use super::PortfolioRow;
use crate::view::{Page, Window};

impl ViewReader<'_> {
    pub(crate) fn portfolio(&self, window: Window) -> Page<PortfolioRow> {
        let all = self.people(&self.replica.grants.coached);
        page(&all, window, |person| {
            self.portfolio_row(person.member, person.name.clone())
        })
    }

    fn portfolio_row(&self, member: MemberId, name: String) -> PortfolioRow {
        let log = self.log(member);
        let waiting: Vec<&str> = log
            .map(|log| live(&log.asks, |ask| &ask.entry))
            .unwrap_or_default()
            .into_iter()
            .filter(|(_, ask)| ask.answered_at.is_empty())
            .map(|(_, ask)| ask.entry.created_at.as_str())
            .collect();
        let next = self.next_session(member);
        let late = self
            .actions_in_order(member)
            .iter()
            .filter(|(_, action)| is_open(action) && self.is_past(&action.due))
            .count();
        PortfolioRow {
            member,
            name,
            trade_name: self.trade_name(member),
            stands_in: self.stand_in(self.me_id(), member),
            stage: self.membership(member).stage,
            last_session_at: self
                .last_session(member)
                .map(|(_, session)| session.starts_at.clone())
                .unwrap_or_default(),
            next_session_at: next
                .map(|(_, session)| session.starts_at.clone())
                .unwrap_or_default(),
            next_session: next.map(|(id, _)| id),
            asks_waiting: waiting.len() as u32,
            oldest_ask_at: waiting.iter().min().copied().unwrap_or_default().to_owned(),
            actions_late: late as u32,
            statutory_done: self.statutory_done(member),
            statutory_due: INTERVIEWS_A_YEAR,
            on_phone: log.is_some(),
        }
    }
}
