//! What people search of a document: the words of each of its entries, folded once and kept beside its record.
//!
//! The words are those that the rule table lets somebody type: texts, lines, and the members of sets. So every kind is
//! searched, and none says how.

use besace_model::access::Who;
use besace_model::doc::rules::Value as Ruled;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::plain::{Object, Value};
use besace_model::sorted::SortedSet;
use besace_model::words::Folded;

use crate::digest::content;
use crate::entry::{label, shorten};
use crate::views::reread_field;

/// One entry as it is searched.
#[derive(Debug)]
pub struct Searched {
    /// The map that it stands in; empty for the document itself.
    pub collection: String,
    /// What it is found by there; empty for the document itself.
    pub key: String,
    /// What it is, in its own words.
    pub label: String,
    /// When it was last written.
    pub at: String,
    words: Folded,
    name: Folded,
}

impl Searched {
    /// Whether a folded word is in it.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.words.has(word)
    }

    /// Whether a folded word is in what it is called.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.name.has(word)
    }
}

/// The entries of a document that stand and say something.
pub(crate) fn searched(kind: Kind, record: &Record) -> Vec<Searched> {
    let fields = worded(kind);
    let content = content(record);
    let mut found = Vec::new();
    each(kind, &content, |collection, key, entry| {
        let texts = texts(&fields, collection, entry);
        if is_removed(entry) || texts.is_empty() {
            return;
        }
        let label = Some(label(entry)).filter(|label| !label.is_empty());
        let label = label.unwrap_or_else(|| shorten(texts[0]));
        found.push(Searched {
            collection: collection.to_owned(),
            key: key.to_owned(),
            name: Folded::of(&label),
            label,
            at: written_at(entry),
            words: Folded::of(&texts.join(" ")),
        });
    });
    found
}

/// The first line of an entry in which one of some folded words stands, beside its label; empty when there is none.
pub(crate) fn line_with(kind: Kind, content: &Object, entry: &Searched, words: &[&str]) -> String {
    let fields = worded(kind);
    let mut line = String::new();
    each(kind, content, |collection, key, value| {
        if collection != entry.collection || key != entry.key {
            return;
        }
        let texts = texts(&fields, collection, value);
        line = texts
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| !line.starts_with(entry.label.trim_end_matches('…')))
            .find(|line| {
                let line = Folded::of(line);
                words.iter().any(|word| line.has(word))
            })
            .map(|line| around(line, words))
            .unwrap_or_default();
    });
    line
}

/// Words shown before the one that was found, in a line that is too long.
const BEFORE: usize = 4;

/// A line, cut so that one of the words is seen.
fn around(line: &str, words: &[&str]) -> String {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let is_wanted = |part: &&str| {
        let part = Folded::of(part);
        words.iter().any(|word| part.has(word))
    };
    let from = parts.iter().position(is_wanted).unwrap_or_default();
    match from.saturating_sub(BEFORE) {
        0 => shorten(line),
        from => shorten(&format!("…{}", parts[from..].join(" "))),
    }
}

/// Goes through the entries of a document: its maps' members, each of its other maps, and what stands in none; the whole
/// where it is one entry.
fn each(kind: Kind, content: &Object, mut visit: impl FnMut(&str, &str, &Value)) {
    if kind.is_one_entry() {
        visit("", "", &Value::Object(content.clone()));
        return;
    }
    let texts = content
        .iter()
        .filter(|(_, value)| value.as_text().is_some());
    let texts: Object = texts
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    if !texts.is_empty() {
        visit("", "", &Value::Object(texts));
    }
    let maps = content.iter().filter(|(name, _)| *name != "conflicts");
    for (collection, value) in maps {
        let Some(map) = value.as_object() else {
            continue;
        };
        if map.keys().any(|key| key.parse::<Ulid>().is_ok()) {
            map.iter()
                .for_each(|(key, entry)| visit(collection, key, entry));
        } else if !map.is_empty() {
            visit(collection, "", value);
        }
    }
}

/// The fields of a kind's records in which words stand that somebody typed, by its rules.
fn worded(kind: Kind) -> SortedSet<String> {
    let mut fields = SortedSet::new();
    for rule in kind.table().rules() {
        let path: Vec<&str> = rule.path.split('/').collect();
        let (over, last) = path.split_at(path.len().saturating_sub(1));
        let is_member = last.iter().any(|last| last.starts_with('{'));
        let is_set = last == ["{tag}"] && !matches!(rule.who, Who::Relay);
        let is_text = matches!(rule.value, Ruled::Text | Ruled::Str(_));
        // What a map or a set holds stands under its own name, or under the one that readers give it.
        let named = match (is_text, is_member) {
            (true, false) => vec![reread_field(&path)],
            (true, true) => vec![reread_field(&path), reread_field(over)],
            (false, _) if is_set => vec![reread_field(over)],
            (false, _) => vec![],
        };
        for field in named {
            fields.insert(field.split('.').next().unwrap_or_default().to_owned());
        }
    }
    fields
}

/// The texts of what stands under a name, as far as somebody typed them.
fn texts<'a>(fields: &SortedSet<String>, name: &str, value: &'a Value) -> Vec<&'a str> {
    match value {
        Value::Text(text) if !text.is_empty() && fields.contains(name) => vec![text],
        Value::List(list) => list
            .iter()
            .flat_map(|value| texts(fields, name, value))
            .collect(),
        Value::Object(object) => object
            .iter()
            .filter(|(name, _)| *name != "conflicts")
            .flat_map(|(name, value)| texts(fields, name, value))
            .collect(),
        _ => Vec::new(),
    }
}

/// A stamp of an entry, wherever its kind writes it.
fn stamp<'a>(entry: &'a Value, name: &str) -> Option<&'a str> {
    let stamps = entry.get("entry").unwrap_or(entry);
    stamps.get(name)?.as_text().filter(|at| !at.is_empty())
}

fn is_removed(entry: &Value) -> bool {
    stamp(entry, "removedAt").is_some()
}

fn written_at(entry: &Value) -> String {
    ["updatedAt", "createdAt", "respondedAt", "at"]
        .iter()
        .find_map(|name| stamp(entry, name))
        .unwrap_or_default()
        .to_owned()
}
