//! What the commands about a consultation write.

use super::ConsultationCommand;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::field::put_prose;
use crate::doc::writer::ChangeWriter;
use crate::kinds::consultation::{
    ConsultationChanges, ConsultationStatus, Electorate, OptionChanges,
};

impl ConsultationCommand {
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddConsultation {
                id,
                consultation,
                electorate,
            } => {
                entry::add::<ConsultationChanges>(writer, *id, &consultation.clone().into())?;
                let asked = writer.top("asked")?;
                let me = writer.author().to_string();
                writer.put(&asked, "by", me.as_str())?;
                put_electorate(writer, *electorate)?;
                put_status(writer, ConsultationStatus::Draft)
            }
            Self::EditConsultation {
                id,
                changes,
                electorate,
            } => {
                if let Some(electorate) = electorate {
                    put_electorate(writer, *electorate)?;
                }
                entry::edit(writer, *id, changes)
            }
            Self::AddOption { id, option, .. } => {
                entry::add::<OptionChanges>(writer, *id, &option.clone().into())
            }
            Self::EditOption { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::SetConsultationStatus { id, status } => {
                writer.entry("consultations", *id)?;
                put_status(writer, *status)
            }
            Self::PublishOutcome { id, outcome } => {
                writer.entry("consultations", *id)?;
                let course = writer.top("course")?;
                put_prose(writer, &course, "outcome", outcome)?;
                put_status(writer, ConsultationStatus::Outcome)
            }
        }
    }
}

fn put_status(
    writer: &mut ChangeWriter<'_>,
    status: ConsultationStatus,
) -> Result<(), CommandError> {
    let course = writer.top("course")?;
    writer.put(&course, "status", status.as_str())
}

/// Brings who may answer to this, touching only what differs: what was said before may be another's to say.
fn put_electorate(
    writer: &mut ChangeWriter<'_>,
    electorate: Electorate,
) -> Result<(), CommandError> {
    let place = writer.top("electorate")?;
    let key = match electorate {
        Electorate::Nobody => String::new(),
        Electorate::Everyone => "everyone".to_owned(),
        Electorate::Associates => "associates".to_owned(),
        Electorate::Group { group } => group.to_string(),
    };
    for other in writer.keys(&place) {
        if other != key {
            writer.clear(&place, &other)?;
        }
    }
    if key.is_empty() {
        return Ok(());
    }
    writer.put(&place, &key, true)
}
