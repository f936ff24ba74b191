//! Who was at events, half-day by half-day, of all that several phones marked.

use std::collections::BTreeMap;

use besace_model::time::Timestamp;
use serde_json::Value;

use super::{Figures, entries, word};

/// What one event adds: of one person and slot, the mark that says the most.
pub(super) fn count(figures: &mut Figures, doc: &Value) {
    let mut best: BTreeMap<[&str; 3], (u8, &str, &str, &Value)> = BTreeMap::new();
    let mut holds: BTreeMap<[&str; 3], bool> = BTreeMap::new();
    for (id, mark) in entries(doc, "marks") {
        let of = [
            word(mark, "person"),
            word(mark, "visitor"),
            word(mark, "slot"),
        ];
        let signed = !word(mark, "strokes").is_empty() || !word(mark, "typed").is_empty();
        // The highest has the lowest number.
        let rank = match word(mark, "presence") {
            "present" if signed => 0,
            "present" => 1,
            "excused" => 2,
            _ => 3,
        };
        let says = (rank, word(mark, "created_at"), id.as_str(), mark);
        let stands = best.entry(of).or_insert(says);
        if (says.0, says.1, says.2) < (stands.0, stands.1, stands.2) {
            *stands = says;
        }
        *holds.entry(of).or_default() |= word(mark, "part") == "trainer";
    }
    for (of, (rank, _, _, mark)) in best {
        let start = word(mark, "start");
        let minutes = if rank < 2 {
            minutes(start, word(mark, "end"))
        } else {
            0
        };
        let counted = match (holds[&of], rank) {
            (true, _) => [("trainer_minutes", minutes)].to_vec(),
            (false, 0 | 1) => [("places_attended", 1), ("attended_minutes", minutes)].to_vec(),
            (false, 2) => [("excused", 1)].to_vec(),
            _ => [("no_shows", 1)].to_vec(),
        };
        for (figure, number) in counted {
            figures.add(start, figure, number);
        }
    }
}

fn minutes(start: &str, end: &str) -> i64 {
    let at = |moment| Timestamp::parse_rfc3339(moment).expect("a moment").0;
    (at(end) - at(start)) / 60_000
}
