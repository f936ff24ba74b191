//! Assemblies of the associates.

use besace_model::command::Command;
use besace_model::doc::rules::Rules;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::assembly::{Assembly, AssemblyCommand, Count};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::{Checked, Settling, Shown};
use crate::requests::requests;
use crate::view::today::WaitingItem;
use crate::view::{Page, Window};
use crate::views::ViewReader;

mod reading;
mod view;
mod waits;

pub use view::*;
pub use waits::AssemblyWait;

requests! {
    /// What screens ask of assemblies.
    AssemblyRequest, AssemblyAnswer, AssemblyViews by reader {
        /// Assemblies, those to come first, then the latest.
        Assemblies {
            /// Which rows.
            window: Window,
        } -> Page<AssemblyRow> = reader.assemblies(*window),
        /// One assembly in full.
        Assembly {
            /// The assembly.
            id: Ulid,
        } -> Option<Box<AssemblySheet>> = reader.assembly_sheet(*id).map(Box::new),
    }
}

impl Shown for Assembly {
    fn collection(word: &str) -> &'static str {
        match word {
            "addAgendaItem" | "editAgendaItem" => "agenda",
            "addAssemblyDocument" | "editAssemblyDocument" => "documents",
            "addResolution" | "editResolution" | "lockResolution" => "resolutions",
            _ => "assemblies",
        }
    }

    fn settle(at: &Settling<'_>) -> Option<Command> {
        let (assembly, id) = (at.head.key.parse().ok()?, at.id.parse().ok()?);
        Some(Command::Assembly(match at.collection {
            "assemblies" => AssemblyCommand::EditAssembly {
                id,
                changes: at.changes()?,
            },
            "agenda" => AssemblyCommand::EditAgendaItem {
                assembly,
                id,
                changes: at.changes()?,
            },
            "documents" => AssemblyCommand::EditAssemblyDocument {
                assembly,
                id,
                changes: at.changes()?,
            },
            "resolutions" => AssemblyCommand::EditResolution {
                assembly,
                id,
                changes: at.changes()?,
            },
            _ => return None,
        }))
    }

    /// What was voted stays, and once it was held who was represented.
    fn is_closed(&self, head: &DocHead, path: &[&str]) -> bool {
        let word = match path {
            ["resolutions", id, ..] => {
                let id = id.parse().ok();
                let count = id.and_then(|id: Ulid| self.counts.get(&id));
                count.map_or("", |count: &Count| count.as_str())
            }
            _ => self.status.as_str(),
        };
        Rules::of(head.kind).is_sealed(path, word)
    }

    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        reader.assemblies_wait()
    }
}

impl Checked for AssemblyCommand {}
