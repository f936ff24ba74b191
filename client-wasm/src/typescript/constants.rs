//! Constants that the app is given beside the types.

use std::collections::BTreeMap;

use besace_model::access::about::about_members;
use besace_model::doc::rules::Value;
use besace_model::kind::Kind;
use besace_model::limits::{
    COVER_DAYS_MAX, FILE_BYTES_MAX, FILE_PIECE_BYTES_MAX, FILES_PER_ENTRY_MAX, LINE_BYTES_MAX,
    TEXT_BYTES_MAX, YEARS,
};

use crate::replica::settle::field_name;
use crate::store::{APPLYING, DISPOSABLE, NOW};

/// What stands about a member, to be told in words: the parts of each kind.
pub(super) fn about() -> String {
    let mut parts: BTreeMap<u8, (&str, Vec<String>)> = BTreeMap::new();
    for part in about_members() {
        let kind = part.kind;
        let (_, maps) = parts
            .entry(kind.number())
            .or_insert((kind.as_str(), Vec::new()));
        maps.push(format!("'{}'", part.map));
    }
    let kinds = parts.values();
    let kinds = kinds.map(|(kind, maps)| format!("  {kind}: [{}],\n", maps.join(", ")));
    format!(
        "/** The parts of each kind's documents in which something about a member may stand. */\n\
         export const ABOUT_MEMBERS = {{\n{}}} as const;\n",
        kinds.collect::<String>()
    )
}

/// What a form may take, as the rules of what is stored have it: numbers by kind and field.
pub(super) fn limits() -> String {
    let mut numbers = String::new();
    for kind in Kind::ALL.iter().filter(|kind| !kind.is_relays()) {
        let mut fields = BTreeMap::new();
        for rule in kind.table().rules() {
            let Value::Int(min, max) = rule.value else {
                continue;
            };
            // A field that a parameter names is called after its map.
            let parts = rule.path.rsplit('/');
            let name = parts.into_iter().find(|part| !part.starts_with('{'));
            let name = field_name(name.unwrap_or_default());
            // Entries of one kind may share a field, where they share its limits.
            let before = fields.insert(name, (min, max));
            let is_same = before.is_none_or(|before| before == (min, max));
            assert!(is_same, "two limits of one name: {}", rule.path);
        }
        if fields.is_empty() {
            continue;
        }
        numbers += &format!("  {}: {{\n", kind.as_str());
        for (name, (min, max)) in fields {
            numbers += &format!("    {name}: {{ min: {min}, max: {max} }},\n");
        }
        numbers += "  },\n";
    }
    format!(
        "/** What a form may take: numbers by kind and field, bytes of a line and of a text, days of an absence, bytes of a\n \
         file and of a piece of it, files of an entry, years. */\n\
         export const LIMITS = {{\n{numbers}  \
           lineBytes: {LINE_BYTES_MAX},\n  \
           textBytes: {TEXT_BYTES_MAX},\n  \
           coverDays: {COVER_DAYS_MAX},\n  \
           fileBytes: {FILE_BYTES_MAX},\n  \
           filePieceBytes: {FILE_PIECE_BYTES_MAX},\n  \
           filesPerEntry: {FILES_PER_ENTRY_MAX},\n  \
           years: {{ first: {}, last: {} }},\n}} as const;\n",
        YEARS.start(),
        YEARS.end()
    )
}

/// The stores that may be dropped, as a constant.
pub(super) fn disposable_stores() -> String {
    let names = DISPOSABLE.map(|name| format!("'{name}'")).join(", ");
    format!(
        "/** Rows of these stores come again from the relay; those of the others are a person's work. */\n\
         export const DISPOSABLE_STORES = [{names}] as const;\n\n\
         /** The row that tells the next life of the replica what was being read when this one ended. */\n\
         export const APPLYING_ROW = {{ store: '{APPLYING}', key: '{NOW}' }} as const;\n"
    )
}
