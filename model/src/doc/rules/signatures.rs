//! What a path is to the signatures that close an entry.

use super::{NodeId, Rule, Rules, Signing};
use crate::access::Who;

impl Rules {
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
}
