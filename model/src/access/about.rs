//! Who reads and who writes what about a member: asked of every kind and of every row of its table, so that nobody
//! keeps a second list.

#[cfg(test)]
mod tests;

use ts_rs::TS;

use super::{Readers, Who};
use crate::doc::rules::{Table, Value};
use crate::head::Named;
use crate::kind::{Kind, Spec};
use crate::plain::ToPlain;

/// Whose the documents are in which something about a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Whose {
    /// The member's own.
    Own,
    /// Somebody else's, who has one about the member.
    Others,
    /// The cooperative's.
    Shared,
}

impl Whose {
    /// Whose documents are that are named so.
    const fn named(named: Named) -> Self {
        match named {
            Named::PerMember | Named::PerMemberYear | Named::PerMemberUlid => Self::Own,
            Named::PerMemberAbout => Self::Others,
            Named::Once | Named::ByUlid | Named::PerYear => Self::Shared,
        }
    }
}

/// A part of the documents of a kind, one of their top maps, in which something about a member may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The kind.
    pub kind: Kind,
    /// Whose the documents are.
    pub whose: Whose,
    /// The map.
    pub map: &'static str,
    /// Who reads it.
    pub readers: Readers,
    /// Who may write in it, in the order of the table.
    pub writers: Vec<Who>,
}

/// Every part of every kind in which something about a member may stand.
#[must_use]
pub fn about_members() -> Vec<Part> {
    let known = Kind::ALL.iter();
    known
        .filter_map(|kind| Some(parts(*kind, kind.spec()?, &kind.table())))
        .flatten()
        .collect()
}

/// The parts of one kind: all of a document that is named after a member, and what names members in one that all share.
fn parts(kind: Kind, spec: &Spec, table: &Table) -> Vec<Part> {
    let whose = Whose::named(spec.named);
    let mut parts = Vec::new();
    for map in table.maps {
        let within = || {
            let rules = table.rules();
            rules.filter(|rule| rule.path.split('/').next() == Some(*map))
        };
        let names_members = || {
            within().any(|rule| {
                rule.path.contains("{member}")
                    || matches!(rule.value, Value::Member | Value::Author)
            })
        };
        if whose == Whose::Shared && !names_members() {
            continue;
        }
        let mut writers = Vec::new();
        for rule in within() {
            if !writers.contains(&rule.who) {
                writers.push(rule.who);
            }
        }
        parts.push(Part {
            kind,
            whose,
            map,
            readers: spec.readers,
            writers,
        });
    }
    parts
}
