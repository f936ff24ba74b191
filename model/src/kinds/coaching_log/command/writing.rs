//! What the commands of a coaching log write.

use super::CoachingCommand;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::ChangeWriter;
use crate::ids::{MemberId, Ulid};
use crate::kinds::coaching_log::{ActionChanges, AskTopic, GoalChanges, Session, session, signing};

impl CoachingCommand {
    /// Writes what a command says.
    pub(super) fn apply(
        &self,
        before: Option<Session>,
        writer: &mut ChangeWriter<'_>,
    ) -> Result<(), CommandError> {
        match self {
            Self::LogSession { id, session, .. } => session::log(writer, *id, session),
            Self::EditSession { id, changes, .. } => session::edit(writer, *id, changes),
            Self::SignSession {
                id, signer, hand, ..
            } => signing::sign(writer, before, *id, *signer, hand),
            Self::ContestSignature { id, .. } => signing::contest(writer, *id),
            Self::ConfirmSignature { id, .. } => signing::confirm(writer, *id),
            Self::PrepareSession { id, text } => {
                writer.entry("sessions", *id)?;
                let preparations = writer.top("preparations")?;
                writer.text(&preparations, &id.to_string(), text)
            }
            Self::RateSession { id, score, text } => rate(writer, *id, *score, text),
            Self::AddGoal { id, goal, .. } => {
                entry::add::<GoalChanges>(writer, *id, &goal.clone().into())
            }
            Self::EditGoal { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddAction { id, action, .. } => {
                entry::add::<ActionChanges>(writer, *id, &action.clone().into())
            }
            Self::EditAction { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AskSupport {
                id,
                text,
                urgency,
                topic,
                sent_to,
            } => {
                let place = writer.new_entry("asks", *id)?;
                put_prose(writer, &place, "text", text)?;
                writer.put(&place, "urgency", urgency.as_str())?;
                writer.put_some(&place, "topic", topic.map(AskTopic::as_str))?;
                writer.put_some(&place, "sent_to", named(*sent_to).as_deref())
            }
            Self::EditAsk { id, text } => {
                let place = writer.entry("asks", *id)?;
                put_prose(writer, &place, "text", text)?;
                writer.touch(&place)
            }
            Self::SendAsk { id, to } => {
                let place = writer.entry("asks", *id)?;
                writer.put_or_clear(&place, "sent_to", named(*to).as_deref())?;
                writer.touch(&place)
            }
            Self::AnswerAsk { id, answer, .. } => answer_ask(writer, *id, answer),
        }
    }
}

fn named(member: Option<MemberId>) -> Option<String> {
    member.map(|member| member.to_string())
}

fn answer_ask(writer: &mut ChangeWriter<'_>, id: Ulid, answer: &str) -> Result<(), CommandError> {
    let place = writer.entry("asks", id)?;
    put_prose(writer, &place, "answer", answer)?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "answered_at", now.as_str())?;
    }
    Ok(())
}

fn rate(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    score: i64,
    text: &str,
) -> Result<(), CommandError> {
    writer.entry("sessions", id)?;
    let feedback = writer.top("feedback")?;
    let place = writer.open_or_make(&feedback, &id.to_string())?;
    writer.put(&place, "score", score)?;
    writer.text(&place, "text", text)
}
