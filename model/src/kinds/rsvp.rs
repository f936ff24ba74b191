//! A member's answers to events. The member writes. An answer is one whole: two devices answering at once do not mix,
//! the higher sequence of the event wins, then the later answer.

use automerge::{Automerge, ChangeHash};

use super::change::{Writer, one_line};
use super::tree::{Map, Tree, Written, no_rank};
use super::{LINE_BYTES_MAX, table};
use crate::command::{AnswerFields, Command, CommandError};
use crate::ids::Ulid;
use crate::kind::Who;
use crate::record::{Answer, AnswerStatus, FieldValue, Rsvp};
use crate::rules::{Scalar, Table, Value, set};

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["answers"]
    rules {
        set("answers/{ulid}", Value::Map, Who::Owner),
        set("answers/{ulid}/status", Value::Choice(AnswerStatus::WORDS), Who::Owner),
        set("answers/{ulid}/comment", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/carpool_seats", Value::Int(0, 50), Who::Owner),
        set("answers/{ulid}/carpool_from", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/diet", Value::Str(LINE_BYTES_MAX), Who::Owner),
        set("answers/{ulid}/for_sequence", Value::Int(0, 1_000_000), Who::Owner),
        set("answers/{ulid}/responded_at", Value::Instant, Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Rsvp {
    let tree = Tree::read(doc, no_rank);
    let answers = tree.map("answers").entries();
    Rsvp {
        answers: answers
            .filter_map(|(event, map)| {
                let answers = candidates(map).into_iter();
                let best = answers.max_by(|a, b| rank(a).cmp(&rank(b)))?;
                Some((event, best))
            })
            .collect(),
    }
}

fn rank(answer: &Answer) -> (i64, &str) {
    (answer.for_sequence, &answer.responded_at)
}

/// The answers that stand in a map: one, or one per device that answered at the same time. Each answer writes every
/// field, so the change that wrote a field tells which answer it belongs to.
fn candidates(map: Map<'_>) -> Vec<Answer> {
    let concurrent = map.concurrent("responded_at");
    if concurrent.is_empty() {
        return vec![answer(map, None)];
    }
    let changes = concurrent.iter().map(|written| written.change);
    changes.map(|change| answer(map, change)).collect()
}

fn answer(map: Map<'_>, change: Option<ChangeHash>) -> Answer {
    let field = |key| {
        let concurrent = map.concurrent(key);
        let written = concurrent
            .iter()
            .find(|w| change.is_some() && w.change == change);
        written.map(|written: &Written| written.value.clone())
    };
    let string = |key| match field(key) {
        Some(FieldValue::Text(text)) => text,
        _ => map.string(key),
    };
    let number = |key| match field(key) {
        Some(FieldValue::Number(number)) => number,
        _ => map.number(key),
    };
    Answer {
        status: AnswerStatus::parse(&string("status")).unwrap_or(AnswerStatus::NeedsAction),
        comment: string("comment"),
        carpool_seats: number("carpool_seats"),
        carpool_from: string("carpool_from"),
        diet: string("diet"),
        for_sequence: number("for_sequence"),
        responded_at: string("responded_at"),
    }
}

/// Writes what a command says.
pub(super) fn apply(command: &Command, writer: &mut Writer<'_>) -> Result<(), CommandError> {
    match command {
        Command::AnswerEvent { event, answer } => put_answer(writer, *event, answer),
        _ => Err(CommandError::NoSuchEntry),
    }
}

fn put_answer(
    writer: &mut Writer<'_>,
    event: Ulid,
    answer: &AnswerFields,
) -> Result<(), CommandError> {
    let answers = writer.top("answers")?;
    let place = writer.open_or_make(&answers, &event.to_string())?;
    let lines = [&answer.comment, &answer.carpool_from, &answer.diet].map(|line| one_line(line));
    let now = writer.now();
    let fields = [
        ("status", Scalar::Str(answer.status.as_str())),
        ("comment", Scalar::Str(&lines[0])),
        ("carpool_seats", Scalar::Int(answer.carpool_seats)),
        ("carpool_from", Scalar::Str(&lines[1])),
        ("diet", Scalar::Str(&lines[2])),
        ("for_sequence", Scalar::Int(answer.for_sequence)),
    ];
    if fields
        .iter()
        .all(|(key, value)| writer.holds_only(&place, key, *value))
    {
        return Err(CommandError::NoChange);
    }
    for (key, value) in fields {
        writer.put_anew(&place, key, value)?;
    }
    writer.put_anew(&place, "responded_at", now.as_str())
}
