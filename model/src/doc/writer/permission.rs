//! Whether the author may write a key, and what the table lets stand there.

use super::{ChangeWriter, MapPlace};
use crate::command::CommandError;
use crate::doc::rules::{NodeId, Rule};

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
                    self.creator,
                    target.named.as_deref(),
                ) =>
            {
                Ok((target, rule))
            }
            _ => Err(CommandError::Forbidden(target.path)),
        }
    }
}
