//! The rule of a place, if it lets this author write there.

use super::operation::OpJudge;
use crate::access::Belongs;
use crate::doc::rules::{NodeId, Rule, Rules, Scalar};
use crate::error::{ErrorCode, Refusal};

impl<'a> OpJudge<'a> {
    /// The rule for a key of a map, if it lets this author write there.
    pub(super) fn rule_at(&self, object: u32, key: &str) -> Result<&'a Rule, Refusal> {
        self.rule_of_key(object, key, object)
    }

    /// The same, where `held` is the map whose holder may be asked for: the one that is made there, or that of the key.
    pub(super) fn rule_of_key(
        &self,
        object: u32,
        key: &str,
        held: u32,
    ) -> Result<&'a Rule, Refusal> {
        let refuse = |code| self.resolver.refuse(code, object, Some(key));
        let node = self
            .resolver
            .object(object)
            .and_then(|object| object.node)
            .and_then(|node| self.rules.child(node, key))
            .ok_or_else(|| refuse(ErrorCode::BadPath))?;
        let named = if self.rules.is_wildcard(node) {
            Some(key)
        } else {
            self.named(object)
        };
        let index = self.resolver.index;
        let is_anothers = self.rules.is_of_signature(node)
            && index.is_signed_in_person(object)
            && named != Some(self.grants.member.to_string().as_str());
        let rule = self
            .rules
            .rule(node)
            .filter(|rule| {
                let belongs = || Belongs {
                    creator: index.creator(),
                    holder: self.named.holder(self.resolver, held),
                };
                let who = rule.who;
                !is_anothers && who.allows(self.grants, index.head(), belongs(), named)
            })
            .ok_or_else(|| refuse(ErrorCode::Forbidden))?;
        if index.is_closed(object) && !index.is_word_on_signature(rule, object) {
            return Err(refuse(ErrorCode::Closed));
        }
        if self.is_sealed(node, object, key) {
            return Err(refuse(ErrorCode::BadTransition));
        }
        Ok(rule)
    }

    /// Whether a word that stands seals a key of a map.
    fn is_sealed(&self, node: NodeId, object: u32, key: &str) -> bool {
        let Some(sealed) = self.rules.sealed(node) else {
            return false;
        };
        let mut path = vec![key];
        let mut number = object;
        while let Some(above) = self.resolver.object(number)
            && above.node != Some(Rules::ROOT)
        {
            path.push(above.key);
            number = above.parent;
        }
        path.reverse();
        let keys = sealed.keys(&path);
        let index = self.resolver.index;
        let standing = keys
            .split_last()
            .and_then(|(key, way)| Some(index.standing_at(index.object_at(way)?, key)));
        let mut words = standing.into_iter().flatten();
        words.any(|stands| match stands.value {
            Scalar::Str(word) => !sealed.is_open(word),
            _ => true,
        })
    }

    /// The rule of a text itself, which its characters follow.
    pub(super) fn rule_of(&self, text: u32) -> Result<&'a Rule, Refusal> {
        let object = self
            .resolver
            .object(text)
            .ok_or_else(|| Refusal::whole(ErrorCode::BadShape))?;
        self.rule_at(object.parent, object.key)
            .map_err(|refusal| Refusal {
                path: self.resolver.refuse(refusal.code, text, None).path,
                ..refusal
            })
    }

    /// The nearest wildcard key on the way up.
    fn named(&self, object: u32) -> Option<&str> {
        let mut number = object;
        loop {
            let object = self.resolver.object(number)?;
            let node = object.node?;
            if node == Rules::ROOT {
                return None;
            }
            if self.rules.is_wildcard(node) {
                return Some(object.key);
            }
            number = object.parent;
        }
    }
}
