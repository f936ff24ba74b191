//! What nobody writes any more once a word stands elsewhere in the document: a question that was opened, votes that were
//! counted. Judged, as courses are, by what stands in the order of receipt.

use super::{NodeId, Rules, Seal};

/// The word that seals a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    path: &'static str,
    open: &'static [&'static str],
}

impl Sealed {
    /// The keys at which the word stands that seals a path.
    pub fn keys<'k>(self, path: &[&'k str]) -> Vec<&'k str>
    where
        Self: 'k,
    {
        let keys = self.path.split('/').enumerate();
        keys.filter_map(|(at, key)| {
            let is_wildcard = key.starts_with('{');
            if is_wildcard {
                path.get(at).copied()
            } else {
                Some(key)
            }
        })
        .collect()
    }

    /// Whether this word leaves the place open.
    #[must_use]
    pub fn is_open(self, word: &str) -> bool {
        self.open.contains(&word)
    }
}

impl Rules {
    /// The word that seals a place.
    #[must_use]
    pub fn sealed(&self, node: NodeId) -> Option<Sealed> {
        self.nodes[node.0 as usize].sealed
    }

    /// Whether a path is sealed where this word stands: what screens ask to enable or disable a field.
    #[must_use]
    pub fn is_sealed(&self, path: &[&str], word: &str) -> bool {
        let mut keys = path.iter();
        let node = keys.try_fold(Self::ROOT, |node, key| self.child(node, key));
        let sealed = node.and_then(|node| self.sealed(node));
        sealed.is_some_and(|sealed| !word.is_empty() && !sealed.is_open(word))
    }

    /// Marks what a word seals.
    pub(super) fn seal(&mut self, path: &'static str, seal: Seal) {
        let sealed = Sealed {
            path,
            open: seal.open,
        };
        for over in seal.over {
            let node = over
                .split('/')
                .fold(Self::ROOT, |node, segment| self.descend(node, segment));
            self.seal_below(node, sealed);
        }
    }

    fn seal_below(&mut self, node: NodeId, sealed: Sealed) {
        let here = &mut self.nodes[node.0 as usize];
        here.sealed = Some(sealed);
        let wildcard = here.wildcard.map(|(_, below)| below);
        let below: Vec<NodeId> = here.literal.values().copied().chain(wildcard).collect();
        for node in below {
            self.seal_below(node, sealed);
        }
    }
}
