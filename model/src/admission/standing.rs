//! Keys whose next value depends on those that stand (see [`Course`]): which values these are, as accepted in the
//! log's order, and whether a change keeps to the course. Nothing is kept of any other key.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::Span;
use super::prescan::{Literal, Op, OpAction, Parsed};
use super::resolve::{OpRef, Resolver};
use crate::doc::rules::{self, Course, Rule, Scalar};
use crate::error::Refusal;

/// An accepted value that nothing replaces, and the operation that wrote it.
#[derive(Debug)]
pub(super) struct Stands {
    pub(super) actor: u32,
    pub(super) counter: u32,
    pub(super) value: Scalar<'static>,
}

/// The values that stand at such keys, by object and key.
pub(super) type Standing = BTreeMap<(u32, u32), Vec<Stands>>;

/// A value that a change writes at such a key.
#[derive(Debug)]
pub(super) struct Write {
    pub(super) object: u32,
    pub(super) key: Span,
    /// Which operation of the change.
    pub(super) number: u32,
    pub(super) course: Course,
    pub(super) value: Scalar<'static>,
}

/// The scalar of an operation.
pub(super) fn scalar<'a>(op: &Op, parsed: &'a Parsed) -> Scalar<'a> {
    match op.action {
        OpAction::Set(Literal::Str(span)) => Scalar::Str(span.text(parsed.raw())),
        OpAction::Set(Literal::Int(number)) => Scalar::Int(number),
        OpAction::Set(Literal::Bool(value)) => Scalar::Bool(value),
        _ => Scalar::Other,
    }
}

/// Whether what stands at the key of an object is kept. What is written once, with a map that a member makes, needs
/// no memory, unless it says who holds that map.
pub(super) fn is_kept(rule: &Rule, is_of_genesis: bool) -> bool {
    match rule.course {
        _ if rule.holds => true,
        Course::Free => false,
        Course::Once => is_of_genesis,
        Course::Steps(_) | Course::StepsFrom(..) | Course::Rising => true,
    }
}

/// Judges what a change writes against what stands now, seen by its author or not. A value that the change itself
/// replaces counts for nothing.
pub(super) fn check(resolver: &Resolver<'_>, mut writes: Vec<Write>) -> Result<(), Refusal> {
    let text = |write: &Write| resolver.text(write.key);
    writes.sort_by(|a, b| (a.object, text(a), a.number).cmp(&(b.object, text(b), b.number)));
    for at_one_key in writes.chunk_by(|a, b| a.object == b.object && text(a) == text(b)) {
        let replaced: BTreeSet<OpRef> = at_one_key
            .iter()
            .flat_map(|write| resolver.values_replaced(write.number as usize))
            .collect();
        let lasting = at_one_key
            .iter()
            .filter(|write| !replaced.contains(&OpRef::Fresh(write.number)));
        for write in lasting {
            let standing = resolver.index.standing_at(write.object, text(write));
            let standing = standing.iter().map(|stands| rules::Standing {
                value: stands.value,
                replaced: replaced.contains(&OpRef::Known {
                    actor: stands.actor,
                    counter: stands.counter,
                }),
            });
            if !write.course.allows(standing, write.value) {
                let code = write.course.refusal();
                return Err(resolver.refuse(code, write.object, Some(text(write))));
            }
        }
    }
    Ok(())
}
