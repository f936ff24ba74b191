//! Who may write what: one table per kind of document, compiled once, read by the relay's admission, by the phone's
//! own check and by the screens' enabled or disabled fields.
//!
//! A path names keys from the root, `/` between them; `{ulid}`, `{member}`, `{month}` and `{tag}` stand for any key
//! of that form. Default deny: what no rule names, nobody writes. Objects never move in Automerge, so the path of an
//! object never changes, and a verdict needs a current value only where a rule sets a [`Course`].

use std::sync::OnceLock;

use crate::access::{Grants, Who};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kind::Kind;
use crate::limits::{KEY_BYTES_MAX, TEXT_BYTES_MAX};
use crate::sorted::SortedMap;
use crate::time::{Timestamp, days_from_date};

mod course;
mod strokes;

pub use course::{Course, Standing};
pub use strokes::are_strokes;

/// What may stand at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A map made once, never replaced.
    Map,
    /// Automerge text made once; its characters follow the same rule.
    Text,
    /// A string of at most so many bytes.
    Str(usize),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within these bounds.
    Int(i64, i64),
    /// Yes or no.
    Bool,
    /// `YYYY-MM-DD`.
    Date,
    /// RFC 3339 in UTC, to the second.
    Instant,
    /// A ULID.
    Ulid,
    /// A member's id.
    Member,
    /// The id of the member who writes it, and of nobody else.
    Author,
    /// SHA-256 in lower hexadecimal.
    Digest,
    /// A drawn signature (see [`are_strokes`]).
    Strokes,
}

/// A scalar as it stands in a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// UTF-8 text.
    Str(&'a str),
    /// Signed whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Anything else: floats, bytes, counters, timestamps, null. Our documents hold none.
    Other,
}

impl Value {
    /// Whether a scalar fits when `author` writes it. Objects never do.
    #[must_use]
    pub fn accepts(self, scalar: Scalar<'_>, author: MemberId) -> bool {
        match (self, scalar) {
            (Self::Str(max), Scalar::Str(text)) => {
                text.len() <= max.min(TEXT_BYTES_MAX) && is_clean(text, false)
            }
            (Self::Choice(words), Scalar::Str(text)) => words.contains(&text),
            (Self::Int(min, max), Scalar::Int(value)) => (min..=max).contains(&value),
            (Self::Bool, Scalar::Bool(_)) => true,
            (Self::Date, Scalar::Str(text)) => days_from_date(text).is_some(),
            (Self::Instant, Scalar::Str(text)) => Timestamp::parse_rfc3339(text).is_some(),
            (Self::Ulid, Scalar::Str(text)) => text.parse::<Ulid>().is_ok(),
            (Self::Member, Scalar::Str(text)) => text.parse::<MemberId>().is_ok(),
            (Self::Author, Scalar::Str(text)) => text.parse() == Ok(author),
            (Self::Strokes, Scalar::Str(text)) => are_strokes(text),
            (Self::Digest, Scalar::Str(text)) => {
                text.len() == 64
                    && text
                        .bytes()
                        .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
            }
            _ => false,
        }
    }

    /// A fitting scalar as a [`Course`] compares it, kept without the change it came in.
    #[must_use]
    pub fn settled(self, scalar: Scalar<'_>) -> Scalar<'static> {
        match (self, scalar) {
            (Self::Choice(words), Scalar::Str(text)) => {
                let word = words.iter().find(|word| **word == text);
                word.map_or(Scalar::Other, |word| Scalar::Str(word))
            }
            (Self::Int(..), Scalar::Int(number)) => Scalar::Int(number),
            _ => Scalar::Other,
        }
    }

    /// Whether this is an object.
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self, Self::Map | Self::Text)
    }
}

/// Whether text is fit to show: no control characters (line breaks and tabs are welcome in prose) and none that turn
/// the direction of what follows.
#[must_use]
pub fn is_clean(text: &str, prose: bool) -> bool {
    text.chars().all(|c| match c {
        '\n' | '\t' => prose,
        '\u{200e}'
        | '\u{200f}'
        | '\u{061c}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => false,
        c => !c.is_control(),
    })
}

/// What a value is to the signatures that close an entry: once the document's owner and somebody else have signed the same
/// content, nothing in the entry changes any more, but what who was signed for says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// Part of what is signed, when it stands in such an entry; nothing elsewhere.
    Content,
    /// Not part of what is signed.
    Aside,
    /// The digest of what was signed, in a map named after its signer.
    Digest,
    /// Beside a digest: its signer says that it is not theirs.
    Contest,
    /// Beside a digest: its signer says that it is theirs.
    Confirm,
}

/// One line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Where.
    pub path: &'static str,
    /// What.
    pub value: Value,
    /// By whom.
    pub who: Who,
    /// Whether the key may be deleted again (an optional field cleared, a member of a set taken out).
    pub clear: bool,
    /// After what.
    pub course: Course,
    /// What it is to signatures.
    pub signing: Signing,
}

impl Rule {
    /// The same rule, for what plays this part in signatures.
    #[must_use]
    pub const fn signing(self, signing: Signing) -> Self {
        Self { signing, ..self }
    }
}

/// A rule for a value that is set and overwritten, never deleted.
#[must_use]
pub const fn set(path: &'static str, value: Value, who: Who) -> Rule {
    Rule {
        path,
        value,
        who,
        clear: false,
        course: Course::Free,
        signing: Signing::Content,
    }
}

/// A rule for a value that keeps to a course.
#[must_use]
pub const fn along(path: &'static str, value: Value, course: Course, who: Who) -> Rule {
    Rule {
        course,
        ..set(path, value, who)
    }
}

/// A rule for a value that may also be deleted.
#[must_use]
pub const fn clearable(path: &'static str, value: Value, who: Who) -> Rule {
    Rule {
        clear: true,
        ..set(path, value, who)
    }
}

/// The rules of one kind. `maps` are the top-level maps its genesis makes; nobody replaces them.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Top-level maps made by the genesis change.
    pub maps: &'static [&'static str],
    /// The rules, in groups.
    pub groups: &'static [&'static [Rule]],
}

impl Table {
    /// The rules.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.groups.iter().copied().flatten()
    }

    /// The texts that the genesis change makes inside one of its maps: those whose path holds no wildcard. Made by
    /// two phones apart, one of two texts would be hidden.
    pub fn texts_of(&self, map: &str) -> impl Iterator<Item = &'static str> {
        self.rules()
            .filter(|rule| rule.value == Value::Text)
            .filter_map(move |rule| rule.path.strip_prefix(map)?.strip_prefix('/'))
            .filter(|key| !key.contains(['/', '{']))
    }
}

/// A place of the compiled table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u16);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyForm {
    Ulid,
    Member,
    Month,
    Tag,
}

impl KeyForm {
    fn parse(segment: &str) -> Option<Self> {
        match segment {
            "{ulid}" => Some(Self::Ulid),
            "{member}" => Some(Self::Member),
            "{month}" => Some(Self::Month),
            "{tag}" => Some(Self::Tag),
            _ => None,
        }
    }

    fn accepts(self, key: &str) -> bool {
        match self {
            Self::Ulid => key.parse::<Ulid>().is_ok(),
            Self::Member => key.parse::<MemberId>().is_ok(),
            Self::Month => key.len() == 7 && days_from_date(&format!("{key}-01")).is_some(),
            Self::Tag => !key.is_empty() && key.len() <= KEY_BYTES_MAX && is_clean(key, false),
        }
    }
}

#[derive(Debug, Default)]
struct Node {
    literal: SortedMap<&'static str, NodeId>,
    wildcard: Option<(KeyForm, NodeId)>,
    rule: Option<Rule>,
    is_wildcard: bool,
    made_by_genesis: bool,
    /// An entry that signatures close.
    is_closable: bool,
    /// On the way from such an entry to a signature in it.
    is_of_signatures: bool,
}

/// A table ready for look-ups.
#[derive(Debug)]
pub struct Rules {
    nodes: Vec<Node>,
    /// What names who created what the document is about: the one author that stands once in a map of the genesis.
    creator: Option<NodeId>,
    has_closable: bool,
}

impl Rules {
    /// The rules of a kind.
    #[must_use]
    pub fn of(kind: Kind) -> &'static Self {
        static TABLES: [OnceLock<Rules>; Kind::NUMBERS] =
            [const { OnceLock::new() }; Kind::NUMBERS];
        TABLES[usize::from(kind.number())].get_or_init(|| Self::compile(&kind.table()))
    }

    /// Compiles a table.
    #[must_use]
    pub fn compile(table: &Table) -> Self {
        let mut rules = Self {
            nodes: vec![Node::default()],
            creator: None,
            has_closable: false,
        };
        for map in table.maps {
            let node = rules.descend(Self::ROOT, map);
            rules.nodes[node.0 as usize].made_by_genesis = true;
            for text in table.texts_of(map) {
                let text = rules.descend(node, text);
                rules.nodes[text.0 as usize].made_by_genesis = true;
            }
        }
        for rule in table.rules() {
            let node = rule
                .path
                .split('/')
                .fold(Self::ROOT, |node, segment| rules.descend(node, segment));
            debug_assert!(
                rules.nodes[node.0 as usize].rule.is_none(),
                "{} stands twice",
                rule.path
            );
            rules.nodes[node.0 as usize].rule = Some(*rule);
            if rule.signing == Signing::Digest {
                rules.mark_signatures(rule.path);
            }
            if rule.value == Value::Author && !rule.path.contains('{') {
                rules.creator = Some(node);
            }
        }
        rules
    }

    /// Marks the entry that a digest's path leads through, and what is on the way from there.
    fn mark_signatures(&mut self, path: &'static str) {
        self.has_closable = true;
        let (mut node, mut inside) = (Self::ROOT, false);
        let (way, _) = path.rsplit_once('/').unwrap_or_default();
        for segment in way.split('/') {
            node = self.descend(node, segment);
            let here = &mut self.nodes[node.0 as usize];
            here.is_closable = !inside && here.is_wildcard;
            here.is_of_signatures = inside;
            inside |= here.is_wildcard;
        }
    }

    /// The document's root.
    pub const ROOT: NodeId = NodeId(0);

    fn descend(&mut self, node: NodeId, segment: &'static str) -> NodeId {
        let next = NodeId(self.nodes.len() as u16);
        let here = &mut self.nodes[node.0 as usize];
        let form = KeyForm::parse(segment);
        let found = match form {
            Some(form) => here.wildcard.get_or_insert((form, next)).1,
            None => *here.literal.get_or_insert_with(segment, || next),
        };
        if found == next {
            self.nodes.push(Node {
                is_wildcard: form.is_some(),
                ..Node::default()
            });
        }
        found
    }

    /// The place of a key below a place; `None` when the kind knows no such key.
    #[must_use]
    pub fn child(&self, node: NodeId, key: &str) -> Option<NodeId> {
        let node = &self.nodes[node.0 as usize];
        node.literal.get(key).copied().or_else(|| {
            let (form, child) = node.wildcard?;
            form.accepts(key).then_some(child)
        })
    }

    /// The rule at a place; `None` for the root and for the maps that the genesis makes, which nobody writes. A text
    /// that the genesis makes has one: its characters are written.
    #[must_use]
    pub fn rule(&self, node: NodeId) -> Option<&Rule> {
        self.nodes[node.0 as usize].rule.as_ref()
    }

    /// Whether the last key of the place stands for any key of a form.
    #[must_use]
    pub fn is_wildcard(&self, node: NodeId) -> bool {
        self.nodes[node.0 as usize].is_wildcard
    }

    /// Whether what stands at the place is part of a signature: its signer writes it, or somebody who captures it.
    #[must_use]
    pub fn is_of_signature(&self, node: NodeId) -> bool {
        let node = &self.nodes[node.0 as usize];
        let says = |rule: Rule| rule.who == Who::Signer || rule.signing == Signing::Confirm;
        !node.is_wildcard && node.rule.is_some_and(says)
    }

    /// Whether there are entries that signatures close.
    #[must_use]
    pub fn has_closable(&self) -> bool {
        self.has_closable
    }

    /// Whether the object at this place is an entry that signatures close.
    #[must_use]
    pub fn is_closable(&self, node: NodeId) -> bool {
        self.nodes[node.0 as usize].is_closable
    }

    /// Whether signatures bind what is written at this place of an entry that they close.
    #[must_use]
    pub fn is_signed_content(&self, node: NodeId) -> bool {
        let node = &self.nodes[node.0 as usize];
        let is_content = |rule: Rule| rule.signing == Signing::Content;
        !node.is_of_signatures && node.rule.is_some_and(is_content)
    }

    /// Whether this place is on the way from such an entry to a signature in it.
    #[must_use]
    pub fn is_of_signatures(&self, node: NodeId) -> bool {
        self.nodes[node.0 as usize].is_of_signatures
    }

    /// Whether the genesis change makes the object at this place.
    #[must_use]
    pub fn is_made_by_genesis(&self, node: NodeId) -> bool {
        self.nodes[node.0 as usize].made_by_genesis
    }

    /// Whether what stands at the place names who created what the document is about.
    #[must_use]
    pub fn is_of_creator(&self, node: NodeId) -> bool {
        self.creator == Some(node)
    }

    /// The path of what names who created what the document is about, where a kind has that.
    #[must_use]
    pub fn creator_path(&self) -> Option<&'static str> {
        self.creator
            .and_then(|node| self.rule(node))
            .map(|rule| rule.path)
    }

    /// Whether a member may write at a path: what screens ask to enable or disable a field. `creator` is who created
    /// what the document is about (see [`Who::Organisers`]).
    #[must_use]
    pub fn may_write(
        &self,
        head: &DocHead,
        grants: &Grants,
        creator: Option<MemberId>,
        path: &[&str],
    ) -> bool {
        let mut named = None;
        let node = path.iter().try_fold(Self::ROOT, |node, key| {
            let child = self.child(node, key)?;
            if self.is_wildcard(child) {
                named = Some(*key);
            }
            Some(child)
        });
        node.and_then(|node| self.rule(node))
            .is_some_and(|rule| rule.who.allows(grants, head, creator, named))
    }

    /// Whether a word may come at a path where these stand: what screens ask to enable or disable a choice.
    #[must_use]
    pub fn may_become(&self, path: &[&str], standing: &[&str], next: &str) -> bool {
        let mut keys = path.iter();
        let node = keys.try_fold(Self::ROOT, |node, key| self.child(node, key));
        let standing = standing.iter().map(|word| Standing {
            value: Scalar::Str(word),
            replaced: true,
        });
        node.and_then(|node| self.rule(node))
            .is_some_and(|rule| rule.course.allows(standing, Scalar::Str(next)))
    }
}

#[cfg(test)]
mod tests;
