//! The first screen: what is next, what waits for me.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{Ask, SessionStatus, Urgency};
use besace_model::kinds::event::EventStatus;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::plain::Value;
use besace_model::time::{DAY_MS, Timestamp};

use super::{Reader, live, stands};
use crate::entry::shorten;
use crate::kinds::activity::reading as activity;
use crate::kinds::coaching_log::reading::{is_open as action_is_open, standing_sessions};
use crate::kinds::coaching_log::{SessionRow, signing};
use crate::kinds::event::EventRow;
use crate::view::Place;
use crate::view::today::{
    MonthFigures, NEXT_MAX, TodayView, WAITING_MAX, WaitingItem, WaitingKind,
};

/// An action or a lead due within so many days is said to wait.
const SOON_DAYS: i64 = 7;
/// What the app offers to choose for an ask: "this week", and "urgent".
const ANSWER_DAYS: i64 = 7;
const ANSWER_DAYS_URGENT: i64 = 2;

impl Reader<'_> {
    pub(crate) fn today_view(&self) -> TodayView {
        let logs = self.logs_to_watch();
        let mut waiting = Vec::new();
        self.wait_refused(&mut waiting);
        self.wait_conflicts(&mut waiting);
        self.wait_rereads(&mut waiting);
        for member in &logs {
            self.wait_log(*member, &mut waiting);
        }
        self.wait_leads(&mut waiting);
        let events: Vec<EventRow> = self
            .all_events(false)
            .into_iter()
            .filter(|(_, event)| event.status != EventStatus::Cancelled)
            .map(|(id, event)| self.event_row(id, event))
            .collect();
        wait_events(&events, &mut waiting);
        waiting.sort_by_cached_key(|item| self.pressing(item));
        let waiting_total = waiting.len() as u32;
        waiting.truncate(WAITING_MAX);
        TodayView {
            waiting,
            waiting_total,
            next_sessions: self.next_sessions(&logs),
            next_events: events.into_iter().take(NEXT_MAX).collect(),
            month: self.month_figures(),
            away: self.replica.away.len() as u32,
            sync: self.sync(),
        }
    }

    /// The order of what waits: what went wrong, what is late, what is due within a week or since some time, the rest;
    /// in each, the nearest to today first, so that an old leftover never hides this week's work.
    fn pressing(&self, item: &WaitingItem) -> (u8, i64, WaitingKind) {
        let days = self.days_until(&item.due).unwrap_or(i64::MAX);
        let rank = match item.kind {
            WaitingKind::SignedForMe
            | WaitingKind::Contested
            | WaitingKind::ChangedSince
            | WaitingKind::Refused
            | WaitingKind::Conflict
            | WaitingKind::Reread => 0,
            _ if item.late => 1,
            _ if days <= SOON_DAYS => 2,
            _ => 3,
        };
        (rank, days.saturating_abs(), item.kind)
    }

    /// One's own log and those of the members one accompanies.
    fn logs_to_watch(&self) -> Vec<MemberId> {
        let grants = &self.replica.grants;
        let coached = grants
            .coached
            .iter()
            .copied()
            .filter(|_| grants.has(Role::Coach));
        std::iter::once(self.me_id()).chain(coached).collect()
    }

    fn next_sessions(&self, logs: &[MemberId]) -> Vec<SessionRow> {
        let mut next: Vec<SessionRow> = logs
            .iter()
            .filter_map(|member| {
                let (id, session) = self.next_session(*member)?;
                Some(self.session_row(*member, self.log(*member)?, id, session))
            })
            .filter(|row| {
                let me = self.me_id();
                row.member == me
                    || row.coaches.is_empty()
                    || row.coaches.iter().any(|coach| coach.member == me)
            })
            .collect();
        next.sort_by(|a, b| a.starts_at.cmp(&b.starts_at));
        next.truncate(NEXT_MAX);
        next
    }

    fn month_figures(&self) -> MonthFigures {
        let month = self.today.get(..7).unwrap_or_default().to_owned();
        let head = DocHead::activity(self.me_id(), self.year());
        let Some(activity) = self.activity(self.me_id(), self.year()) else {
            return MonthFigures {
                month,
                ..MonthFigures::default()
            };
        };
        let totals = self.month(&head, activity, &month);
        MonthFigures {
            month,
            expense_net_cents: totals.expense_net_cents,
            metres: totals.metres,
            forecast_cents: totals.forecast_cents,
        }
    }

    fn wait_refused(&self, waiting: &mut Vec<WaitingItem>) {
        for row in self.replica.refused.values() {
            waiting.push(WaitingItem {
                kind: WaitingKind::Refused,
                label: Value::parse(row.command.as_bytes())
                    .map(|command| self.command_label(&command))
                    .unwrap_or_default(),
                member: Some(row.head.owner),
                who: self.name(row.head.owner),
                due: String::new(),
                late: false,
                place: None,
            });
        }
    }

    /// What a command is about, in its own words: its fields stand at the top or one level below.
    fn command_label(&self, command: &Value) -> String {
        let nested = command
            .as_object()
            .into_iter()
            .flat_map(|map| map.values())
            .find(|value| value.as_object().is_some());
        let own = crate::entry::label(command);
        if own.is_empty() {
            nested.map(crate::entry::label).unwrap_or_default()
        } else {
            own
        }
    }

    fn wait_conflicts(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, record, conflict) in self.all_conflicts() {
            let item = self.conflict_item(id, head, record, conflict);
            if item.may_settle {
                waiting.push(WaitingItem {
                    kind: WaitingKind::Conflict,
                    label: item.label,
                    member: Some(item.owner),
                    who: item.owner_name,
                    due: String::new(),
                    late: false,
                    place: item.place,
                });
            }
        }
    }

    fn wait_rereads(&self, waiting: &mut Vec<WaitingItem>) {
        for (id, head, row) in self.all_rereads() {
            let item = self.reread_item(id, head, row);
            waiting.push(WaitingItem {
                kind: WaitingKind::Reread,
                label: item.label,
                member: Some(item.owner),
                who: item.owner_name,
                due: String::new(),
                late: false,
                place: item.place,
            });
        }
    }

    fn wait_log(&self, member: MemberId, waiting: &mut Vec<WaitingItem>) {
        let Some(log) = self.log(member) else {
            return;
        };
        let me = self.me_id();
        let who = self.name(member);
        let soon = self.day_after(SOON_DAYS);
        let mut push = |kind, label: &str, due: &str, late, place| {
            waiting.push(WaitingItem {
                kind,
                label: shorten(label),
                member: Some(member),
                who: who.clone(),
                due: due.to_owned(),
                late,
                place: Some(place),
            });
        };
        for (id, ask) in live(&log.asks, |ask| &ask.entry) {
            if member != me && ask.answered_at.is_empty() {
                let due = answer_due(ask);
                let late = self.is_past(&due);
                let place = Place::Ask { member, id };
                push(WaitingKind::Ask, &ask.text, &due, late, place);
            }
        }
        for (id, action) in live(&log.actions, |action| &action.entry) {
            if action.owner != Some(me) || !action_is_open(action) || action.due.is_empty() {
                continue;
            }
            let place = Place::Action { member, id };
            if self.is_past(&action.due) {
                push(
                    WaitingKind::ActionLate,
                    &action.text,
                    &action.due,
                    true,
                    place,
                );
            } else if action.due <= soon {
                push(
                    WaitingKind::ActionDue,
                    &action.text,
                    &action.due,
                    false,
                    place,
                );
            }
        }
        let sessions = standing_sessions(member, log);
        for (id, session) in &sessions {
            let row = self.session_row(member, log, *id, session);
            let (member, id) = (member, *id);
            let place = || Place::Session { member, id };
            let due = session.starts_at.as_str();
            let label = session.objectives.as_str();
            let own = session.signatures.get(&me);
            if own.is_some_and(|own| signing::is_unanswered(me, own)) {
                push(WaitingKind::SignedForMe, label, due, false, place());
            }
            // Settled by what both sides signed instead; an amendment that somebody began settles nothing.
            let is_amended = sessions
                .iter()
                .any(|(_, other)| other.amends == Some(id) && other.is_closed(member));
            let mut contested = session.signatures.iter().filter(|(signer, signature)| {
                **signer != me
                    && signature.captured_by == me
                    && !signature.contested_at.is_empty()
                    && !signature.changed_since
            });
            if contested.next().is_some() && !is_amended {
                push(WaitingKind::Contested, label, due, false, place());
            }
            let is_settled = is_amended || row.closed || row.annulled;
            if signing::changed_under(session, me) && !is_settled {
                push(WaitingKind::ChangedSince, label, due, false, place());
            } else if row.to_sign && (row.points_filled == 8 || !session.statutory) {
                push(WaitingKind::Sign, label, due, false, place());
            } else if row.incomplete && session.coaches.contains(&me) && row.points_filled < 8 {
                push(WaitingKind::Report, label, due, false, place());
            } else if member == me
                && session.status == SessionStatus::Planned
                && !self.is_past(due)
                && log
                    .preparations
                    .get(&id)
                    .is_none_or(|text| text.trim().is_empty())
            {
                push(WaitingKind::Prepare, label, due, false, place());
            }
        }
    }

    /// Leads are filed by the year they came up in: one of December is still due in January.
    fn wait_leads(&self, waiting: &mut Vec<WaitingItem>) {
        let member = self.me_id();
        let soon = self.day_after(SOON_DAYS);
        let years = [self.year(), self.year().saturating_sub(1)];
        let leads = years.into_iter().flat_map(|year| {
            let activity = self.activity(member, year).into_iter();
            activity.flat_map(move |activity| activity.pipeline.iter().map(move |it| (year, it)))
        });
        for (year, (id, lead)) in leads {
            if stands(&lead.entry)
                && activity::is_open(lead)
                && !lead.due.is_empty()
                && lead.due <= soon
            {
                waiting.push(WaitingItem {
                    kind: WaitingKind::LeadDue,
                    label: shorten(&lead.title),
                    member: Some(member),
                    who: lead.contact.clone(),
                    due: lead.due.clone(),
                    late: self.is_past(&lead.due),
                    place: Some(Place::ActivityEntry {
                        member,
                        year,
                        id: *id,
                    }),
                });
            }
        }
    }
}

/// The day by which an ask hopes for its answer; empty when there is no hurry.
fn answer_due(ask: &Ask) -> String {
    let days = match ask.urgency {
        Urgency::High => ANSWER_DAYS_URGENT,
        Urgency::Normal => ANSWER_DAYS,
        Urgency::Low => return String::new(),
    };
    Timestamp::parse_rfc3339(&ask.entry.created_at)
        .map(|asked| asked.plus_ms(days * DAY_MS).local_date())
        .unwrap_or_default()
}

fn wait_events(events: &[EventRow], waiting: &mut Vec<WaitingItem>) {
    for event in events {
        let kind = if event.to_reconfirm {
            WaitingKind::Reconfirm
        } else if event.answer == AnswerStatus::NeedsAction && event.signup_open {
            WaitingKind::Answer
        } else {
            continue;
        };
        waiting.push(WaitingItem {
            kind,
            label: shorten(&event.title),
            member: None,
            who: event.info.created_by_name.clone(),
            due: event.starts_at.clone(),
            late: false,
            place: Some(Place::Event { id: event.info.id }),
        });
    }
}
