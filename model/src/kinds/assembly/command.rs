//! What people do to an assembly.

use automerge::Automerge;
use ts_rs::TS;

use super::{
    AgendaChanges, AgendaFields, AssemblyChanges, AssemblyDocumentChanges, AssemblyDocumentFields,
    AssemblyFields, AssemblyStatus, ResolutionChanges, ResolutionFields,
};
use crate::command::CommandError;
use crate::doc::commands::{Commands, Writing, writes};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};

mod rest;
mod writing;

/// What people do to an assembly.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AssemblyCommand {
    /// Convenes an assembly.
    AddAssembly {
        /// The new assembly.
        id: Ulid,
        /// All its fields.
        assembly: AssemblyFields,
    },
    /// Changes fields of an assembly, its minutes among them.
    EditAssembly {
        /// The assembly.
        id: Ulid,
        /// The fields that change.
        changes: AssemblyChanges,
    },
    /// Says that it was held, or calls it off.
    SetAssemblyStatus {
        /// The assembly.
        id: Ulid,
        /// Where it stands now.
        status: AssemblyStatus,
    },
    /// Lets another vote, or no more.
    GiveAssemblyProxy {
        /// The assembly.
        id: Ulid,
        /// Who votes; `None` to take it back.
        holder: Option<MemberId>,
    },
    /// Puts a point on the agenda.
    AddAgendaItem {
        /// The assembly.
        assembly: Ulid,
        /// The new point.
        id: Ulid,
        /// All its fields.
        item: AgendaFields,
    },
    /// Changes a point of the agenda.
    EditAgendaItem {
        /// The assembly.
        assembly: Ulid,
        /// The point.
        id: Ulid,
        /// The fields that change.
        changes: AgendaChanges,
    },
    /// Says where a document is found.
    AddAssemblyDocument {
        /// The assembly.
        assembly: Ulid,
        /// The new document.
        id: Ulid,
        /// All its fields.
        document: AssemblyDocumentFields,
    },
    /// Changes where a document is found.
    EditAssemblyDocument {
        /// The assembly.
        assembly: Ulid,
        /// The document.
        id: Ulid,
        /// The fields that change.
        changes: AssemblyDocumentChanges,
    },
    /// Proposes a resolution.
    AddResolution {
        /// The assembly.
        assembly: Ulid,
        /// The new resolution.
        id: Ulid,
        /// All its fields.
        resolution: ResolutionFields,
    },
    /// Changes a resolution, or the votes on it.
    EditResolution {
        /// The assembly.
        assembly: Ulid,
        /// The resolution.
        id: Ulid,
        /// The fields that change.
        changes: ResolutionChanges,
    },
    /// Says that the votes on a resolution stand.
    LockResolution {
        /// The assembly.
        assembly: Ulid,
        /// The resolution.
        id: Ulid,
    },
}

impl Commands for AssemblyCommand {
    fn target(&self, _: MemberId) -> DocHead {
        DocHead::assembly(self.assembly())
    }

    fn rest(&self) -> Option<Self> {
        self.rest_of_text()
    }

    fn writing(&self, _: &Automerge, _: &DocHead) -> Result<Writing<'_>, CommandError> {
        writes(|writer| self.apply(writer))
    }
}
