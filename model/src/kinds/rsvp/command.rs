//! What a member does to their answers.

use automerge::Automerge;
use ts_rs::TS;

use super::AnswerFields;
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

/// What a member does to their answers.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AnswerCommand {
    /// Answers an event for oneself.
    AnswerEvent {
        /// The event.
        event: Ulid,
        /// The answer.
        answer: AnswerFields,
    },
    /// Says how good an event was to oneself, 1 to 5, and why.
    RateEvent {
        /// The event.
        event: Ulid,
        /// How good.
        score: i64,
        /// Why; may be empty.
        words: String,
    },
}

impl Commands for AnswerCommand {
    fn target(&self, author: MemberId) -> DocHead {
        DocHead::rsvp(author)
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        match self {
            Self::AnswerEvent { event, answer } => {
                writes(|writer| put_answer(writer, *event, answer))
            }
            Self::RateEvent {
                event,
                score,
                words,
            } => writes(|writer| {
                let answers = writer.top("answers")?;
                let place = writer.open_or_make(&answers, &event.to_string())?;
                writer.put(&place, "score", *score)?;
                writer.put_line(&place, "words", words)
            }),
        }
    }
}

fn put_answer(
    writer: &mut ChangeWriter<'_>,
    event: Ulid,
    answer: &AnswerFields,
) -> Result<(), CommandError> {
    let answers = writer.top("answers")?;
    let place = writer.open_or_make(&answers, &event.to_string())?;
    writer.put(&place, "status", answer.status.as_str())?;
    writer.put_line(&place, "comment", &answer.comment)?;
    writer.put(&place, "carpool_seats", answer.carpool_seats)?;
    writer.put_line(&place, "carpool_from", &answer.carpool_from)?;
    writer.put_line(&place, "diet", &answer.diet)?;
    writer.put(&place, "for_sequence", answer.for_sequence)?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "responded_at", now.as_str())?;
    }
    Ok(())
}
