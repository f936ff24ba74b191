//! Which assembly a command is about, and what writes on where a text is too long for one change.

use super::AssemblyCommand;
use crate::ids::Ulid;
use crate::kinds::assembly::{AgendaChanges, AssemblyChanges, ResolutionChanges};

impl AssemblyCommand {
    /// The assembly.
    pub(super) const fn assembly(&self) -> Ulid {
        match self {
            Self::AddAssembly { id, .. }
            | Self::EditAssembly { id, .. }
            | Self::SetAssemblyStatus { id, .. }
            | Self::GiveAssemblyProxy { id, .. } => *id,
            Self::AddAgendaItem { assembly, .. }
            | Self::EditAgendaItem { assembly, .. }
            | Self::AddAssemblyDocument { assembly, .. }
            | Self::EditAssemblyDocument { assembly, .. }
            | Self::AddResolution { assembly, .. }
            | Self::EditResolution { assembly, .. }
            | Self::LockResolution { assembly, .. } => *assembly,
        }
    }

    pub(super) fn rest_of_text(&self) -> Option<Self> {
        match self {
            Self::AddAssembly { id, assembly } => Some(Self::EditAssembly {
                id: *id,
                changes: AssemblyChanges {
                    proceedings: Some(assembly.proceedings.clone()),
                    ..Default::default()
                },
            }),
            Self::AddAgendaItem { assembly, id, item } => Some(Self::EditAgendaItem {
                assembly: *assembly,
                id: *id,
                changes: AgendaChanges {
                    details: Some(item.details.clone()),
                    ..Default::default()
                },
            }),
            Self::AddResolution {
                assembly,
                id,
                resolution,
            } => Some(Self::EditResolution {
                assembly: *assembly,
                id: *id,
                changes: ResolutionChanges {
                    body: Some(resolution.body.clone()),
                    ..Default::default()
                },
            }),
            Self::EditAssembly { .. }
            | Self::EditAgendaItem { .. }
            | Self::EditResolution { .. } => Some(self.clone()),
            _ => None,
        }
    }
}
