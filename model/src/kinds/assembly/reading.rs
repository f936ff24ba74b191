//! An assembly as it is read from its document.

use automerge::Automerge;

use super::{
    AgendaItem, Assembly, AssemblyDocument, AssemblyStatus, Count, Proxy, Resolution, Sitting,
};
use crate::doc::tree::{Map, Tree};
use crate::record::FieldValue;

/// What is further on outranks what is not.
fn rank(_: &str, field: &str, value: &FieldValue) -> i64 {
    let words = match field {
        "status" => AssemblyStatus::WORDS,
        "count" => Count::WORDS,
        _ => return 0,
    };
    let FieldValue::Text(said) = value else {
        return 0;
    };
    let place = words.iter().position(|word| word == said);
    place.map_or(0, |place| place as i64)
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Assembly {
    let tree = Tree::read(doc, rank);
    let resolutions = tree.map("resolutions");
    let counts = resolutions.entries();
    let proxies = tree.map("proxies").entries();
    Assembly {
        sittings: tree.map("assemblies").read(Sitting::read),
        convened_by: tree.map("convened").id("by"),
        status: tree.map("course").choice("status"),
        agenda: tree.map("agenda").read(AgendaItem::read),
        documents: tree.map("documents").read(AssemblyDocument::read),
        resolutions: resolutions.read(Resolution::read),
        counts: counts.map(|(id, map)| (id, map.choice("count"))).collect(),
        proxies: proxies.map(|(giver, map)| (giver, proxy(map))).collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn proxy(map: Map<'_>) -> Proxy {
    Proxy {
        holder: map.id("holder"),
        at: map.string("at"),
    }
}
