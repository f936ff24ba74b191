//! Whether the author may write a key, and what the table lets stand there.

use automerge::{ROOT, ReadDoc};

use super::{ChangeWriter, MapPlace};
use crate::access::Belongs;
use crate::command::CommandError;
use crate::doc::rules::{NodeId, Rule};
use crate::ids::MemberId;

/// What the table says of a key.
pub(crate) struct KeyRule {
    rule: Option<Rule>,
    pub(super) node: NodeId,
    pub(crate) path: String,
    pub(super) named: Option<String>,
}

impl ChangeWriter<'_> {
    pub(super) fn target(&self, place: &MapPlace, key: &str) -> Result<KeyRule, CommandError> {
        let path = place.at(key);
        let Some(node) = self.rules.child(place.node, key) else {
            return Err(CommandError::Invalid(path));
        };
        let named = if self.rules.is_wildcard(node) {
            Some(key.to_owned())
        } else {
            place.named.clone()
        };
        Ok(KeyRule {
            rule: self.rules.rule(node).copied(),
            node,
            path,
            named,
        })
    }

    /// The place of a key and its rule, when the author may write there.
    pub(crate) fn allowed(
        &self,
        place: &MapPlace,
        key: &str,
    ) -> Result<(KeyRule, Rule), CommandError> {
        let target = self.target(place, key)?;
        match target.rule {
            Some(rule)
                if rule.who.allows(
                    self.author,
                    self.head,
                    self.belongs(place, target.node),
                    target.named.as_deref(),
                ) =>
            {
                if self.is_sealed(&target) {
                    return Err(CommandError::Transition(target.path));
                }
                Ok((target, rule))
            }
            _ => Err(CommandError::Forbidden(target.path)),
        }
    }

    /// Whose a key of a map is. A map that names who holds it is its author's until it does.
    fn belongs(&self, place: &MapPlace, node: NodeId) -> Belongs {
        let makes = self.rules.holder(node).is_some();
        let held = self.rules.holder(place.node).filter(|_| !makes);
        let standing = held
            .map(|key| self.standing(place, key))
            .unwrap_or_default();
        let is_open = makes || place.is_fresh && standing.is_empty();
        let mut named = standing
            .into_iter()
            .map(|(value, _)| value.into_string().ok()?.parse::<MemberId>().ok());
        let first = named.next().flatten();
        let only = first.filter(|first| named.all(|other| other == Some(*first)));
        Belongs {
            creator: self.creator,
            holder: if is_open { Some(self.author()) } else { only },
        }
    }

    /// Whether a word that stands seals a place.
    fn is_sealed(&self, target: &KeyRule) -> bool {
        let Some(sealed) = self.rules.sealed(target.node) else {
            return false;
        };
        let path: Vec<&str> = target.path.split('/').collect();
        let keys = sealed.keys(&path);
        let Some((key, way)) = keys.split_last() else {
            return false;
        };
        let map = way.iter().try_fold(ROOT, |map, key| {
            let found = self.tx.get(&map, *key).ok().flatten();
            found.map(|(_, object)| object)
        });
        let standing = map.map(|map| self.tx.get_all(&map, *key).unwrap_or_default());
        let mut words = standing.into_iter().flatten();
        words.any(|(value, _)| !value.into_string().is_ok_and(|word| sealed.is_open(&word)))
    }
}
