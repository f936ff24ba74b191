//! Who may write what: one table per kind of document, compiled once, read by the relay's admission, by the phone's
//! own check and by the screens' enabled or disabled fields.
//!
//! A path names keys from the root, `/` between them; `{ulid}`, `{member}`, `{month}`, `{tag}` and `{sha256}` stand for
//! any key of that form. Default deny: what no rule names, nobody writes. Objects never move in Automerge, so the path of an
//! object never changes, and a verdict needs a current value only where a rule sets a [`Course`].

use crate::access::{Belongs, Grants};
use crate::head::DocHead;

mod compile;
mod course;
#[cfg(test)]
mod mutated;
mod node;
mod sealed;
mod signatures;
mod strokes;
mod table;
mod value;

pub use course::{Course, Standing};
use node::Node;
pub use node::NodeId;
pub use sealed::Sealed;
pub use strokes::are_strokes;
pub use table::{Rule, Seal, Signing, Table, along, clearable, set};
pub use value::{A_FILE, Scalar, Value, is_clean};

/// A table ready for look-ups.
#[derive(Debug, Clone)]
pub struct Rules {
    nodes: Vec<Node>,
    /// What names who created what the document is about: see [`Rule::names_creator`].
    creator: Option<NodeId>,
    has_closable: bool,
    has_held: bool,
}

impl Rules {
    /// The document's root.
    pub const ROOT: NodeId = NodeId(0);

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

    /// The key at which the maps at this place name who holds them.
    #[must_use]
    pub fn holder(&self, node: NodeId) -> Option<&'static str> {
        self.nodes[node.0 as usize].holder
    }

    /// Whether some maps name at this key who holds them.
    #[must_use]
    pub fn is_holder_key(&self, key: &str) -> bool {
        self.nodes.iter().any(|node| node.holder == Some(key))
    }

    /// Whether some maps name who holds them.
    #[must_use]
    pub fn has_held(&self) -> bool {
        self.has_held
    }

    /// Whether a member may write at a path, of something that belongs so: what screens ask to enable or disable a field.
    #[must_use]
    pub fn may_write(
        &self,
        head: &DocHead,
        grants: &Grants,
        belongs: Belongs,
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
            .is_some_and(|rule| rule.who.allows(grants, head, belongs, named))
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
