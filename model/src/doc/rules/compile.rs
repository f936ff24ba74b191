//! Compiling a table to its tree, once per kind.

use std::sync::OnceLock;

use super::node::{KeyForm, Node};
use super::{NodeId, Rules, Signing, Table};
use crate::kind::Kind;

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
            has_held: false,
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
            if rule.names_creator() {
                rules.creator = Some(node);
            }
            if rule.holds
                && let Some((map, key)) = rule.path.rsplit_once('/')
            {
                let map = map.split('/');
                let map = map.fold(Self::ROOT, |node, segment| rules.descend(node, segment));
                rules.nodes[map.0 as usize].holder = Some(key);
                rules.has_held = true;
            }
        }
        for rule in table.rules() {
            if let Some(seal) = rule.seals {
                rules.seal(rule.path, seal);
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

    pub(super) fn descend(&mut self, node: NodeId, segment: &'static str) -> NodeId {
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
}
