//! A tally as it is read from its document.

use automerge::Automerge;

use super::{Tally, Voice};
use crate::doc::tree::{Map, Tree, no_rank};
use crate::kinds::stance::Position;

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Tally {
    let tree = Tree::read(doc, no_rank);
    let tally = tree.map("tally");
    let said = |key: &str| tally.flag(key).unwrap_or(false);
    Tally {
        closed: said("closed"),
        asked: tally.number("asked"),
        voices: tally.number("voices"),
        proxies: tally.number("proxies"),
        late: tally.number("late"),
        quorate: said("quorate"),
        few: said("few"),
        counts: tree.map("counts").numbers().collect(),
        said: tree
            .map("voices")
            .entries()
            .map(|(member, map)| (member, voice(map)))
            .collect(),
    }
}

fn voice(map: Map<'_>) -> Voice {
    Voice {
        option: map.id("option"),
        position: Position::parse(map.word("position")),
        days: map.set("days"),
        reason: map.text("reason"),
        by: map.id("by"),
    }
}
