//! What the commands about an opportunity write.

use super::OpportunityCommand;
use crate::clean;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::ChangeWriter;
use crate::kinds::opportunity::{
    OpportunityActionChanges, OpportunityChanges, OpportunityStatus, experiment,
};

impl OpportunityCommand {
    /// Writes what a command says.
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddOpportunity { id, opportunity } => {
                return entry::add::<OpportunityChanges>(writer, *id, &opportunity.clone().into());
            }
            Self::EditOpportunity { id, changes } => return entry::edit(writer, *id, changes),
            Self::EditOpportunityAction { id, changes, .. } => {
                return entry::edit(writer, *id, changes);
            }
            _ => {}
        }
        // All the rest is about an opportunity that is there.
        let id = writer
            .key()
            .parse()
            .map_err(|_| CommandError::NoSuchEntry)?;
        writer.entry("opportunities", id)?;
        match self {
            Self::FollowOpportunity { interested, .. } => {
                let all = writer.top("interested")?;
                let me = writer.author().to_string();
                writer.put_or_clear(&all, &me, interested.then_some(true))
            }
            Self::CommentOpportunity { text, .. } => comment(writer, text),
            Self::AssessOpportunity { changes, .. } => {
                let place = writer.top("assessment")?;
                writer.put_some(&place, "impact", changes.impact)?;
                writer.put_some(&place, "effort", changes.effort)
            }
            Self::DecideOpportunity { status, reason, .. } => decide(writer, *status, reason),
            Self::EditExperiment { changes, .. } => experiment::put(writer, changes),
            Self::AddOpportunityAction { id, action, .. } => {
                entry::add::<OpportunityActionChanges>(writer, *id, &action.clone().into())
            }
            _ => unreachable!("written above"),
        }
    }
}

/// Writes what one says about it, or takes it back.
fn comment(writer: &mut ChangeWriter<'_>, text: &str) -> Result<(), CommandError> {
    let all = writer.top("comments")?;
    let (me, now) = (writer.author().to_string(), writer.now());
    if clean::prose(text).is_empty() {
        let place = writer.open(&all, &me)?.ok_or(CommandError::NoChange)?;
        if !writer.string(&place, "removed_at").is_empty() {
            return Err(CommandError::NoChange);
        }
        return writer.put(&place, "removed_at", now.as_str());
    }
    let place = writer.open_or_make(&all, &me)?;
    put_prose(writer, &place, "text", text)?;
    writer.clear(&place, "removed_at")?;
    if writer.has_written() {
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}

/// Writes a decision. Yes and no have a reason.
fn decide(
    writer: &mut ChangeWriter<'_>,
    status: OpportunityStatus,
    reason: &str,
) -> Result<(), CommandError> {
    let place = writer.top("decision")?;
    let is_asked = matches!(status, OpportunityStatus::Go | OpportunityStatus::NoGo);
    if is_asked && clean::line(reason).is_empty() {
        return Err(place.invalid("reason"));
    }
    writer.put(&place, "status", status.as_str())?;
    writer.put_line(&place, "reason", reason)?;
    if writer.has_written() {
        let (me, now) = (writer.author().to_string(), writer.now());
        writer.put(&place, "decided_by", me.as_str())?;
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}
