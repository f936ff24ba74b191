//! Tables of which one row is another, for the tests that hold each row against what is said by hand.

use super::node::Node;
use super::{NodeId, Rule, Rules};

impl Rules {
    /// The same table with another rule at the place of a row, or none. All places stay what they are.
    pub(crate) fn with(&self, path: &'static str, rule: Option<Rule>) -> Self {
        let mut other = self.clone();
        let node = path
            .split('/')
            .fold(Self::ROOT, |node, segment| other.descend(node, segment));
        other.nodes[node.0 as usize].rule = rule;
        for node in &mut other.nodes {
            node.sealed = None;
        }
        let names_creator = |node: &Node| node.rule.is_some_and(|rule| rule.names_creator());
        let creator = other.nodes.iter().position(names_creator);
        other.creator = creator.map(|node| NodeId(node as u16));
        let seals: Vec<_> = other.nodes.iter().filter_map(|node| node.rule).collect();
        for rule in seals {
            if let Some(seal) = rule.seals {
                other.seal(rule.path, seal);
            }
        }
        other
    }

    /// The rule of a path with its keys as they stand in a document.
    pub(crate) fn rule_of(&self, path: &[&str]) -> Option<&Rule> {
        let mut keys = path.iter();
        let node = keys.try_fold(Self::ROOT, |node, key| self.child(node, key))?;
        self.rule(node)
    }
}
