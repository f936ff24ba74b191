//! What the commands about an assembly write.

use super::AssemblyCommand;
use crate::command::CommandError;
use crate::doc::entry;
use crate::doc::writer::ChangeWriter;
use crate::ids::{MemberId, Ulid};
use crate::kinds::assembly::{
    AgendaChanges, AssemblyChanges, AssemblyDocumentChanges, AssemblyFields, AssemblyStatus, Count,
    ResolutionChanges,
};

impl AssemblyCommand {
    pub(super) fn apply(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        match self {
            Self::AddAssembly { id, assembly } => convene(writer, *id, assembly),
            Self::EditAssembly { id, changes } => entry::edit(writer, *id, changes),
            Self::SetAssemblyStatus { id, status } => {
                writer.entry("assemblies", *id)?;
                let course = writer.top("course")?;
                writer.put(&course, "status", status.as_str())
            }
            Self::GiveAssemblyProxy { id, holder } => give(writer, *id, *holder),
            Self::AddAgendaItem { id, item, .. } => {
                entry::add::<AgendaChanges>(writer, *id, &item.clone().into())
            }
            Self::EditAgendaItem { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddAssemblyDocument { id, document, .. } => {
                entry::add::<AssemblyDocumentChanges>(writer, *id, &document.clone().into())
            }
            Self::EditAssemblyDocument { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::AddResolution { id, resolution, .. } => {
                entry::add::<ResolutionChanges>(writer, *id, &resolution.clone().into())?;
                let place = writer.entry("resolutions", *id)?;
                writer.put(&place, "count", Count::Counting.as_str())
            }
            Self::EditResolution { id, changes, .. } => entry::edit(writer, *id, changes),
            Self::LockResolution { id, .. } => {
                let place = writer.entry("resolutions", *id)?;
                writer.put(&place, "count", Count::Locked.as_str())
            }
        }
    }
}

fn convene(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    assembly: &AssemblyFields,
) -> Result<(), CommandError> {
    entry::add::<AssemblyChanges>(writer, id, &assembly.clone().into())?;
    let convened = writer.top("convened")?;
    let me = writer.author().to_string();
    writer.put(&convened, "by", me.as_str())?;
    let course = writer.top("course")?;
    writer.put(&course, "status", AssemblyStatus::Convened.as_str())
}

/// Gives one's own proxy to somebody else, or takes it back.
fn give(
    writer: &mut ChangeWriter<'_>,
    id: Ulid,
    holder: Option<MemberId>,
) -> Result<(), CommandError> {
    writer.entry("assemblies", id)?;
    let proxies = writer.top("proxies")?;
    let me = writer.author();
    let place = writer.open_or_make(&proxies, &me.to_string())?;
    if holder == Some(me) {
        return Err(place.invalid("holder"));
    }
    let named = holder.map(|member| member.to_string());
    writer.put_or_clear(&place, "holder", named.as_deref())?;
    let now = writer.now();
    if writer.has_written() {
        writer.put(&place, "at", now.as_str())?;
    }
    Ok(())
}
