//! Goals, sessions, actions and asks between a member and their coaches. Both sides write; preparations and feedback
//! are the member's, answers to asks the coach's, a signature its signer's.

use automerge::Automerge;

use super::change::{Place, Writer};
use super::tree::{Map, Tree};
use super::{LINE_BYTES_MAX, table};
use crate::access::{Readers, Who};
use crate::clean;
use crate::command::{ActionChanges, Command, CommandError, EntryRef, GoalChanges};
use crate::head::Named;
use crate::ids::Ulid;
use crate::kind::{Fetched, Said, Spec};
use crate::record::{
    Action, ActionStatus, Ask, CoachingLog, Conflict, Feedback, FieldValue, Goal, GoalKind,
    GoalStatus, SessionMode, SessionStatus, SessionType, Urgency,
};
use crate::rules::{Course, Signing, Table, Value, along, clearable, set};

mod session;
mod signing;

pub use session::{as_logged, content_sha256};
pub(super) use signing::check_open;

/// A session is held or called off. One that was held stays so, whoever called it off without knowing
/// (domain.md section 4.2).
const SESSION_STATUS: Course =
    Course::Steps(&[(PLANNED, DONE), (PLANNED, CANCELLED), (CANCELLED, DONE)]);
const PLANNED: &str = SessionStatus::Planned.as_str();
const DONE: &str = SessionStatus::Done.as_str();
const CANCELLED: &str = SessionStatus::Cancelled.as_str();

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    named: Named::PerMember,
    readers: Readers::Coaching,
    is_relays: false,
    fetched: Fetched::ByOwner,
    is_one_entry: false,
    is_told: true,
    objects_max: u32::MAX,
};

/// A document's content.
pub type Content = CoachingLog;

impl Said for CoachingLog {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["goals", "sessions", "preparations", "actions", "asks", "feedback"]
    entry "goals/{ulid}" OwnerOrCoach {
        "title": Value::Str(LINE_BYTES_MAX),
        "kind": Value::Choice(GoalKind::WORDS),
        "target_value": Value::Int(-1_000_000_000_000, 1_000_000_000_000),
        "unit": Value::Str(LINE_BYTES_MAX),
        "status": Value::Choice(GoalStatus::WORDS),
        "progress_bp": Value::Int(0, 10_000),
    }
    entry "sessions/{ulid}" OwnerOrCoach {
        "starts_at": Value::Instant,
        "minutes": Value::Int(1, 1_440),
        "mode": Value::Choice(SessionMode::WORDS),
        "place": Value::Str(LINE_BYTES_MAX),
        "type": Value::Choice(SessionType::WORDS),
        "statutory": Value::Bool,
        "topics": Value::Map,
        "coaches": Value::Map,
        "objectives": Value::Text,
        "points": Value::Text,
        "plan": Value::Text,
        "eight": Value::Map,
        "eight/1": Value::Text,
        "eight/2": Value::Text,
        "eight/3": Value::Text,
        "eight/4": Value::Text,
        "eight/5": Value::Text,
        "eight/6": Value::Text,
        "eight/7": Value::Text,
        "eight/8": Value::Text,
        "signatures": Value::Map,
    }
    entry "actions/{ulid}" OwnerOrCoach {
        "text": Value::Text,
        "status": Value::Choice(ActionStatus::WORDS),
    }
    entry "asks/{ulid}" Owner {
        "text": Value::Text,
        "urgency": Value::Choice(Urgency::WORDS),
    }
    rules {
        clearable("goals/{ulid}/due", Value::Date, Who::OwnerOrCoach),
        clearable("sessions/{ulid}/topics/{tag}", Value::Bool, Who::OwnerOrCoach),
        clearable("sessions/{ulid}/coaches/{member}", Value::Bool, Who::OwnerOrCoach),
        along("sessions/{ulid}/status", Value::Choice(SessionStatus::WORDS), SESSION_STATUS, Who::OwnerOrCoach)
            .signing(Signing::Aside),
        clearable("sessions/{ulid}/member_present", Value::Bool, Who::OwnerOrCoach),
        clearable("sessions/{ulid}/amends", Value::Ulid, Who::OwnerOrCoach),
        set("sessions/{ulid}/signatures/{member}", Value::Map, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/at", Value::Instant, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/captured_by", Value::Author, Who::Signer),
        set("sessions/{ulid}/signatures/{member}/content_sha256", Value::Digest, Who::Signer)
            .signing(Signing::Digest),
        clearable("sessions/{ulid}/signatures/{member}/strokes", Value::Strokes, Who::Signer),
        clearable("sessions/{ulid}/signatures/{member}/typed", Value::Str(LINE_BYTES_MAX), Who::Signer),
        clearable("sessions/{ulid}/signatures/{member}/contested_at", Value::Instant, Who::Named)
            .signing(Signing::Contest),
        set("sessions/{ulid}/signatures/{member}/confirmed_at", Value::Instant, Who::Named)
            .signing(Signing::Confirm),
        set("preparations/{ulid}", Value::Text, Who::Owner),
        clearable("actions/{ulid}/owner", Value::Member, Who::OwnerOrCoach),
        clearable("actions/{ulid}/due", Value::Date, Who::OwnerOrCoach),
        clearable("actions/{ulid}/session", Value::Ulid, Who::OwnerOrCoach),
        clearable("actions/{ulid}/goal", Value::Ulid, Who::OwnerOrCoach),
        set("asks/{ulid}/answer", Value::Text, Who::Coach),
        set("asks/{ulid}/answered_at", Value::Instant, Who::Coach),
        set("feedback/{ulid}", Value::Map, Who::Owner),
        set("feedback/{ulid}/score", Value::Int(1, 5), Who::Owner),
        set("feedback/{ulid}/text", Value::Text, Who::Owner),
    }
};

/// A session's statuses written at once: done outranks cancelled, cancelled outranks planned.
fn rank(collection: &str, field: &str, value: &FieldValue) -> i64 {
    match (collection, field, value) {
        ("sessions", "status", FieldValue::Text(word)) => match SessionStatus::parse(word) {
            Some(SessionStatus::Done) => 2,
            Some(SessionStatus::Cancelled) => 1,
            _ => 0,
        },
        _ => 0,
    }
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> CoachingLog {
    let tree = Tree::read(doc, rank);
    let preparations = tree.map("preparations");
    CoachingLog {
        goals: tree
            .map("goals")
            .entries()
            .map(|(id, map)| (id, goal(map)))
            .collect(),
        sessions: tree
            .map("sessions")
            .entries()
            .map(|(id, map)| (id, session::read(doc, id, map)))
            .collect(),
        preparations: preparations
            .names()
            .filter_map(|id| Some((id.parse().ok()?, preparations.text(id))))
            .collect(),
        actions: tree
            .map("actions")
            .entries()
            .map(|(id, map)| (id, action(map)))
            .collect(),
        asks: tree
            .map("asks")
            .entries()
            .map(|(id, map)| (id, ask(map)))
            .collect(),
        feedback: tree
            .map("feedback")
            .entries()
            .map(|(id, map)| (id, feedback(map)))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn goal(map: Map<'_>) -> Goal {
    Goal {
        entry: map.entry(),
        title: map.string("title"),
        kind: GoalKind::parse(map.word("kind")).unwrap_or(GoalKind::Personal),
        target_value: map.number("target_value"),
        unit: map.string("unit"),
        due: map.string("due"),
        status: GoalStatus::parse(map.word("status")).unwrap_or(GoalStatus::Open),
        progress_bp: map.number("progress_bp"),
    }
}

fn action(map: Map<'_>) -> Action {
    Action {
        entry: map.entry(),
        text: map.text("text"),
        owner: map.id("owner"),
        due: map.string("due"),
        status: ActionStatus::parse(map.word("status")).unwrap_or(ActionStatus::Todo),
        session: map.id("session"),
        goal: map.id("goal"),
    }
}

fn ask(map: Map<'_>) -> Ask {
    Ask {
        entry: map.entry(),
        text: map.text("text"),
        urgency: Urgency::parse(map.word("urgency")).unwrap_or(Urgency::Normal),
        answer: map.text("answer"),
        answered_at: map.string("answered_at"),
    }
}

fn feedback(map: Map<'_>) -> Feedback {
    Feedback {
        score: map.number("score"),
        text: map.text("text"),
    }
}

/// Writes what a command says.
pub(super) fn apply(command: &Command, writer: &mut Writer<'_>) -> Result<(), CommandError> {
    match command {
        Command::LogSession { id, session, .. } => session::log(writer, *id, session),
        Command::EditSession { id, changes, .. } => session::edit(writer, *id, changes),
        Command::SignSession {
            id, signer, hand, ..
        } => signing::sign(writer, *id, *signer, hand),
        Command::ContestSignature { id, .. } => signing::contest(writer, *id),
        Command::ConfirmSignature { id, .. } => signing::confirm(writer, *id),
        Command::PrepareSession { id, text } => {
            writer.entry("sessions", *id)?;
            let preparations = writer.top("preparations")?;
            writer.text(&preparations, &id.to_string(), text)
        }
        Command::RateSession { id, score, text } => rate(writer, *id, *score, text),
        Command::AddGoal { id, goal, .. } => {
            let place = writer.new_entry("goals", *id)?;
            put_goal(writer, &place, &goal.clone().into())
        }
        Command::EditGoal { id, changes, .. } => {
            let place = writer.entry("goals", *id)?;
            put_goal(writer, &place, changes)?;
            writer.touch(&place)
        }
        Command::AddAction { id, action, .. } => {
            let place = writer.new_entry("actions", *id)?;
            put_action(writer, &place, &action.clone().into())
        }
        Command::EditAction { id, changes, .. } => {
            let place = writer.entry("actions", *id)?;
            put_action(writer, &place, changes)?;
            writer.touch(&place)
        }
        Command::AskSupport { id, text, urgency } => {
            let place = writer.new_entry("asks", *id)?;
            put_prose(writer, &place, "text", text)?;
            writer.put(&place, "urgency", urgency.as_str())
        }
        Command::AnswerAsk { id, answer, .. } => answer_ask(writer, *id, answer),
        Command::Remove { entry, removed } => {
            let (map, id) = collection(entry)?;
            writer.remove(map, id, *removed)
        }
        _ => Err(CommandError::NoSuchEntry),
    }
}

fn collection(entry: &EntryRef) -> Result<(&'static str, Ulid), CommandError> {
    match entry {
        EntryRef::Session { id, .. } => Ok(("sessions", *id)),
        EntryRef::Goal { id, .. } => Ok(("goals", *id)),
        EntryRef::Action { id, .. } => Ok(("actions", *id)),
        EntryRef::Ask { id } => Ok(("asks", *id)),
        _ => Err(CommandError::NoSuchEntry),
    }
}

/// A text that must say something.
fn put_prose(
    writer: &mut Writer<'_>,
    place: &Place,
    key: &str,
    text: &str,
) -> Result<(), CommandError> {
    if clean::prose(text).is_empty() {
        return Err(place.invalid(key));
    }
    writer.text(place, key, text)
}

fn put_goal(
    writer: &mut Writer<'_>,
    place: &Place,
    changes: &GoalChanges,
) -> Result<(), CommandError> {
    if let Some(title) = &changes.title {
        writer.put_name(place, "title", title)?;
    }
    writer.put_some(place, "kind", changes.kind.map(GoalKind::as_str))?;
    writer.put_some(place, "target_value", changes.target_value)?;
    if let Some(unit) = &changes.unit {
        writer.put_line(place, "unit", unit)?;
    }
    if let Some(due) = &changes.due {
        writer.put_open_date(place, "due", due)?;
    }
    writer.put_some(place, "status", changes.status.map(GoalStatus::as_str))?;
    writer.put_some(place, "progress_bp", changes.progress_bp)
}

fn put_action(
    writer: &mut Writer<'_>,
    place: &Place,
    changes: &ActionChanges,
) -> Result<(), CommandError> {
    if let Some(text) = &changes.text {
        put_prose(writer, place, "text", text)?;
    }
    if let Some(due) = &changes.due {
        writer.put_open_date(place, "due", due)?;
    }
    writer.put_some(place, "status", changes.status.map(ActionStatus::as_str))?;
    let references = [
        (
            "owner",
            changes.owner.map(|owner| owner.map(|id| id.to_string())),
        ),
        (
            "session",
            changes
                .session
                .map(|session| session.map(|id| id.to_string())),
        ),
        (
            "goal",
            changes.goal.map(|goal| goal.map(|id| id.to_string())),
        ),
    ];
    for (key, reference) in references {
        if let Some(reference) = reference {
            writer.put_or_clear(place, key, reference.as_deref())?;
        }
    }
    Ok(())
}

fn answer_ask(writer: &mut Writer<'_>, id: Ulid, answer: &str) -> Result<(), CommandError> {
    let place = writer.entry("asks", id)?;
    put_prose(writer, &place, "answer", answer)?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "answered_at", now.as_str())?;
    }
    Ok(())
}

fn rate(writer: &mut Writer<'_>, id: Ulid, score: i64, text: &str) -> Result<(), CommandError> {
    writer.entry("sessions", id)?;
    let feedback = writer.top("feedback")?;
    let place = writer.open_or_make(&feedback, &id.to_string())?;
    writer.put(&place, "score", score)?;
    writer.text(&place, "text", text)
}
