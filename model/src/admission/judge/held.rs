//! Whom a map names as its holder: as it stands, or as the change names them that makes the map.

use std::collections::BTreeMap;

use super::super::prescan::{KeyRef, Literal, OpAction, Parsed};
use super::super::resolve::Resolver;
use crate::doc::rules::{Rules, Scalar};
use crate::ids::MemberId;

/// Whom a change names as the holders of the maps that it makes, by the operation that makes each; nobody where it names
/// two.
pub(super) struct Named(BTreeMap<u32, Option<MemberId>>);

impl Named {
    /// Looks through a change, where its kind has maps that somebody holds.
    pub(super) fn by(parsed: &Parsed, rules: &Rules) -> Self {
        let mut named = BTreeMap::new();
        let ops = parsed.ops.iter().filter(|_| rules.has_held());
        for op in ops {
            let (Some(object), KeyRef::Map(key), OpAction::Set(Literal::Str(said))) =
                (op.object, op.key, op.action)
            else {
                continue;
            };
            let made = u64::from(object.counter).checked_sub(parsed.start_op());
            let Some(made) = made.filter(|_| object.actor == 0) else {
                continue;
            };
            if rules.is_holder_key(key.text(parsed.raw())) {
                let person = said.text(parsed.raw()).parse().ok();
                let holder = named.entry(made as u32).or_insert(person);
                *holder = holder.filter(|holder| person == Some(*holder));
            }
        }
        Self(named)
    }

    /// Who holds a map.
    pub(super) fn holder(&self, resolver: &Resolver<'_>, map: u32) -> Option<MemberId> {
        if let Some(made) = resolver.made_with(map) {
            return self.0.get(&made).copied().flatten();
        }
        let node = resolver.object(map)?.node?;
        let standing = resolver
            .index
            .standing_at(map, resolver.index.rules.holder(node)?);
        let (first, others) = standing.split_first()?;
        let Scalar::Member(first) = first.value else {
            return None;
        };
        let is_alone = others.iter().all(|it| it.value == Scalar::Member(first));
        is_alone.then_some(first)
    }
}
