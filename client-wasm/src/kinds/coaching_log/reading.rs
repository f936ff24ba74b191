//! A coaching log: sessions, goals, actions, asks, and a coach's private notes.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::coaching_log::{
    Action, ActionFields, ActionStatus, Ask, CoachingLog, Goal, GoalFields, GoalStatus, Session,
    SessionFields, SessionStatus,
};
use besace_model::kinds::register::INTERVIEWS_A_YEAR;
use besace_model::sorted::{SortedMap, SortedSet};
use besace_model::time::year_of;

use super::signing::{self, has_answered};
use crate::views::{ViewReader, live, local_day, next_words, page, stands};
use super::{
    ActionRow, AskRow, CoachingCounts, CoachingView, GoalRow, SessionLink, SessionRow, SessionSheet, SignatureView,
};
use crate::view::{Page, Person, Window};

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
        let coaches = self
            .directory()
            .and_then(|directory| directory.members.get(&member))
            .map(|listed| self.people(&listed.coaches));
        Some(CoachingView {
            member,
            name: self.name(member),
            coaches: coaches.unwrap_or_default(),
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

    /// Sessions that stand, the latest first.
    pub(crate) fn sessions_by_start(&self, member: MemberId) -> Vec<(Ulid, &'a Session)> {
        let log = self.log_or_empty(member);
        let mut sessions: Vec<_> = log.standing_sessions(member).collect();
        sessions.sort_by(|(a, x), (b, y)| (&y.starts_at, b).cmp(&(&x.starts_at, a)));
        sessions
    }

    pub(crate) fn next_session(&self, member: MemberId) -> Option<(Ulid, &'a Session)> {
        // A session of today stays "next" until it is held or the day is over.
        self.sessions_by_start(member)
            .into_iter()
            .rev()
            .find(|(_, session)| {
                session.status == SessionStatus::Planned
                    && *local_day(&session.starts_at) >= *self.today
            })
    }

    pub(crate) fn last_session(&self, member: MemberId) -> Option<(Ulid, &'a Session)> {
        self.sessions_by_start(member)
            .into_iter()
            .find(|(_, session)| session.status == SessionStatus::Done)
    }

    /// Statutory interviews of this year that count, and no more than are due.
    pub(crate) fn statutory_done(&self, member: MemberId) -> u32 {
        let log = self.log_or_empty(member);
        let counted = log.counted(member);
        let of_year = counted.iter().filter(|id| {
            let session = log.sessions.get(id);
            session.is_some_and(|session| year_of(&local_day(&session.starts_at)) == self.year())
        });
        (of_year.count() as u32).min(INTERVIEWS_A_YEAR)
    }

    pub(crate) fn sessions(&self, member: MemberId, window: Window) -> Page<SessionRow> {
        let log = self.log_or_empty(member);
        page(&self.sessions_by_start(member), window, |(id, session)| {
            self.session_row(member, log, *id, session)
        })
    }

    pub(crate) fn session_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        session: &Session,
    ) -> SessionRow {
        let head = DocHead::coaching_log(member);
        let me = self.me_id();
        let done = session.status == SessionStatus::Done;
        let points_filled = session.points_filled() as u32;
        let signed_by_me = session.is_signed_by(me);
        let closed = session.is_closed(member);
        SessionRow {
            info: self.info(
                &head,
                ("sessions", "minutes"),
                id,
                &session.entry,
                &log.conflicts,
            ),
            member,
            member_name: self.name(member),
            starts_at: session.starts_at.clone(),
            minutes: session.minutes,
            mode: session.mode,
            place: session.place.clone(),
            session_type: session.session_type,
            statutory: session.statutory,
            status: session.status,
            coaches: self.people(&session.coaches),
            points_filled,
            signed: session.signers().count() as u32,
            incomplete: session.statutory
                && done
                && (points_filled < 8 || !session.is_signed(member)),
            to_sign: (session.statutory || session.amends.is_some())
                && done
                && !closed
                && !signed_by_me
                && (me == member || session.coaches.contains(&me)),
            closed,
            amends: session.amends,
            annulled: log.is_annulled(member, id),
        }
    }

    pub(crate) fn session_sheet(&self, member: MemberId, id: Ulid) -> Option<SessionSheet> {
        let log = self.log(member)?;
        let session = log.sessions.get(&id)?;
        let head = DocHead::coaching_log(member);
        let key = id.to_string();
        let me = self.me_id();
        let signers = [me, member].into_iter().collect::<SortedSet<_>>();
        let closed = session.is_closed(member);
        let may_sign: Vec<Person> = self
            .people(signers.iter().filter(|_| !closed))
            .into_iter()
            .filter(|person| {
                let signer = person.member.to_string();
                self.may_write(&head, &["sessions", &key, "signatures", &signer])
            })
            .filter(|person| !session.is_signed_by(person.member))
            .filter(|person| person.member == me || !has_answered(session, person.member))
            .collect();
        Some(SessionSheet {
            row: self.session_row(member, log, id, session),
            fields: session_fields(session),
            statuses: next_words(
                Kind::CoachingLog,
                &["sessions", &key, "status"],
                &log.conflicts,
                session.status,
                (SessionStatus::ALL, SessionStatus::as_str),
            ),
            preparation: log.preparations.get(&id).cloned().unwrap_or_default(),
            may_prepare: self.may_write(&head, &["preparations", &key]),
            feedback: log.feedback.get(&id).cloned(),
            may_rate: self.may_write(&head, &["feedback", &key, "score"]),
            rereads: [format!("preparations/{key}"), format!("feedback/{key}/")]
                .iter()
                .flat_map(|below| self.rereads(&head, below))
                .collect(),
            signatures: self.signatures(session),
            may_sign,
            content_sha256: session.content_sha256.clone(),
            changed_since_signature: session.signatures.values().any(|s| s.changed_since),
            amended_by: log
                .standing_sessions(member)
                .filter(|(_, other)| other.amends == Some(id))
                .map(|(id, other)| link(member, id, other))
                .collect(),
            amended: session
                .amends
                .and_then(|id| Some(link(member, id, log.sessions.get(&id)?))),
            actions: log
                .actions
                .iter()
                .filter(|(_, action)| action.session == Some(id) && stands(&action.entry))
                .map(|(action_id, action)| self.action_row(member, log, *action_id, action))
                .collect(),
        })
    }

    fn signatures(&self, session: &Session) -> Vec<SignatureView> {
        let view = |signer: &MemberId, signature: &besace_model::kinds::coaching_log::Signature| {
            SignatureView {
                member: *signer,
                name: self.name(*signer),
                at: signature.at.clone(),
                captured_by: signature.captured_by,
                captured_by_name: self.name(signature.captured_by),
                captured_elsewhere: signature.captured_by != *signer,
                strokes: signature.strokes.clone(),
                typed: signature.typed.clone(),
                changed_since: signature.changed_since,
                contested_at: signature.contested_at.clone(),
                confirmed_at: signature.confirmed_at.clone(),
                may_confirm: *signer == self.me_id() && signing::is_unconfirmed(*signer, signature),
                may_contest: *signer == self.me_id()
                    && signing::is_unconfirmed(*signer, signature)
                    && signature.contested_at.is_empty(),
            }
        };
        session.signatures.iter().map(|(s, v)| view(s, v)).collect()
    }

    pub(crate) fn goals(&self, member: MemberId, window: Window) -> Page<GoalRow> {
        let log = self.log_or_empty(member);
        let mut goals = live(&log.goals, |goal| &goal.entry);
        goals.sort_by(|(a, x), (b, y)| {
            (x.status != GoalStatus::Open, b).cmp(&(y.status != GoalStatus::Open, a))
        });
        page(&goals, window, |(id, goal)| {
            self.goal_row(member, log, *id, goal)
        })
    }

    fn goal_row(&self, member: MemberId, log: &CoachingLog, id: Ulid, goal: &Goal) -> GoalRow {
        let head = DocHead::coaching_log(member);
        GoalRow {
            info: self.info(&head, ("goals", "title"), id, &goal.entry, &log.conflicts),
            late: goal.status == GoalStatus::Open && self.is_past(&goal.due),
            fields: GoalFields {
                title: goal.title.clone(),
                kind: goal.kind,
                target_value: goal.target_value,
                unit: goal.unit.clone(),
                due: goal.due.clone(),
                status: goal.status,
                progress_bp: goal.progress_bp,
            },
        }
    }

    /// Open actions first, by date; those without a date after those with one.
    pub(crate) fn actions_in_order(&self, member: MemberId) -> Vec<(Ulid, &'a Action)> {
        let mut actions = live(&self.log_or_empty(member).actions, |action| &action.entry);
        let order = |action: &Action| (!is_open(action), action.due.is_empty(), action.due.clone());
        actions.sort_by(|(a, x), (b, y)| order(x).cmp(&order(y)).then(b.cmp(a)));
        actions
    }

    pub(crate) fn actions(&self, member: MemberId, window: Window) -> Page<ActionRow> {
        let log = self.log_or_empty(member);
        page(&self.actions_in_order(member), window, |(id, action)| {
            self.action_row(member, log, *id, action)
        })
    }

    fn action_row(
        &self,
        member: MemberId,
        log: &CoachingLog,
        id: Ulid,
        action: &Action,
    ) -> ActionRow {
        let head = DocHead::coaching_log(member);
        ActionRow {
            info: self.info(
                &head,
                ("actions", "status"),
                id,
                &action.entry,
                &log.conflicts,
            ),
            member,
            owner_name: action.owner.map(|who| self.name(who)).unwrap_or_default(),
            mine: action.owner == Some(self.me_id()),
            late: is_open(action) && self.is_past(&action.due),
            fields: ActionFields {
                text: action.text.clone(),
                owner: action.owner,
                due: action.due.clone(),
                status: action.status,
                session: action.session,
                goal: action.goal,
            },
        }
    }

    pub(crate) fn asks(&self, member: MemberId, window: Window) -> Page<AskRow> {
        let log = self.log_or_empty(member);
        let mut asks = live(&log.asks, |ask| &ask.entry);
        asks.sort_by(|(a, x), (b, y)| {
            (!x.answered_at.is_empty(), b).cmp(&(!y.answered_at.is_empty(), a))
        });
        page(&asks, window, |(id, ask)| {
            self.ask_row(member, log, *id, ask)
        })
    }

    fn ask_row(&self, member: MemberId, log: &CoachingLog, id: Ulid, ask: &Ask) -> AskRow {
        let head = DocHead::coaching_log(member);
        AskRow {
            info: self.info(&head, ("asks", "text"), id, &ask.entry, &log.conflicts),
            member,
            member_name: self.name(member),
            text: ask.text.clone(),
            urgency: ask.urgency,
            answer: ask.answer.clone(),
            answered_at: ask.answered_at.clone(),
            may_answer: self.may_write(&head, &["asks", &id.to_string(), "answer"]),
        }
    }
}

/// Whether an action is to do or under way.
pub(crate) fn is_open(action: &Action) -> bool {
    matches!(action.status, ActionStatus::Todo | ActionStatus::Doing)
}

fn link(member: MemberId, id: Ulid, session: &Session) -> SessionLink {
    SessionLink {
        id,
        starts_at: session.starts_at.clone(),
        session_type: session.session_type,
        closed: session.is_closed(member),
    }
}

fn session_fields(session: &Session) -> SessionFields {
    SessionFields {
        starts_at: session.starts_at.clone(),
        minutes: session.minutes,
        mode: session.mode,
        place: session.place.clone(),
        session_type: session.session_type,
        statutory: session.statutory,
        topics: session.topics.iter().cloned().collect(),
        status: session.status,
        coaches: session.coaches.iter().copied().collect(),
        member_present: session.member_present,
        objectives: session.objectives.clone(),
        points: session.points.clone(),
        plan: session.plan.clone(),
        eight_points: session.eight_points.clone(),
        amends: session.amends,
    }
}
