//! Who changed what of an entry, and when, as the history of its document says.
//!
//! The order is that in which the document holds the changes; the times are those of the clocks of devices, which are
//! evidence of nothing. What one person does within [`TOGETHER_S`] is one step: a long text is several changes.
//!
//! **Cost**: a look at the entry for each change of its document, from the last one back to the one that made the entry.

use automerge::{Automerge, ChangeHash, ChangeMetadata, ObjId, ObjType, Patch, PatchAction};
use automerge::{Prop, ReadDoc, Value};

use crate::doc::tree::{BOOKKEEPING, plain};
use crate::ids::MemberId;
use crate::record::FieldValue;
use crate::reread::find;

/// Steps told of one entry; the oldest are left out.
pub const STEPS_MAX: usize = 100;
/// What one person does within so many seconds is one step.
pub const TOGETHER_S: i64 = 60;

/// What somebody did to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// They made it.
    Made,
    /// They changed it.
    Changed,
    /// They removed it.
    Removed,
    /// They brought it back.
    BroughtBack,
}

/// Something that somebody did to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub how: How,
    /// Who.
    pub by: Option<MemberId>,
    /// When, by their device's clock, in seconds since 1970; 0 where it did not say.
    pub at: i64,
    /// The fields that they wrote.
    pub fields: Vec<Field>,
}

/// What somebody made of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its path below the entry, `/` between keys.
    pub path: String,
    /// What stood there; `None` for nothing, and for what is no single value.
    pub was: Option<FieldValue>,
    /// What they wrote; `None` as before.
    pub now: Option<FieldValue>,
}

/// What was done to the entry at a path (`/` between keys), the last first; nothing where there is none.
#[must_use]
pub fn of(doc: &Automerge, path: &str) -> Vec<Step> {
    let Some(entry) = find(doc, path.split('/')) else {
        return Vec::new();
    };
    let mut steps: Vec<Step> = Vec::new();
    for change in doc.get_changes_meta(&[]).iter().rev() {
        let Some(step) = step(doc, &entry, change) else {
            continue;
        };
        let is_first = step.how == How::Made;
        let is_full = steps.len() == STEPS_MAX;
        match steps.last_mut() {
            Some(later) if later.continues(&step) => later.begin_with(step),
            _ if is_full => break,
            _ => steps.push(step),
        }
        if is_first {
            break;
        }
    }
    // Whoever writes a value and takes it back has done nothing.
    for step in &mut steps {
        step.fields
            .retain(|field| field.was != field.now || field.now.is_none());
    }
    steps.retain(|step| step.how != How::Changed || !step.fields.is_empty());
    steps
}

impl Step {
    /// Whether it belongs to what was done just before.
    fn continues(&self, before: &Self) -> bool {
        let pause = self.at - before.at;
        self.how == How::Changed
            && matches!(before.how, How::Made | How::Changed)
            && self.by == before.by
            && (0..=TOGETHER_S).contains(&pause)
    }

    fn begin_with(&mut self, before: Self) {
        self.how = before.how;
        let later = std::mem::replace(&mut self.fields, before.fields);
        for field in later {
            match self.fields.iter_mut().find(|it| it.path == field.path) {
                Some(known) => known.now = field.now,
                None => self.fields.push(field),
            }
        }
    }
}

/// What a change did to an entry, if anything that is told.
fn step(doc: &Automerge, entry: &ObjId, change: &ChangeMetadata<'_>) -> Option<Step> {
    let after = [change.hash];
    let patches = doc.diff_obj(entry, &change.deps, &after, true).ok()?;
    let mut how = How::Changed;
    let mut fields: Vec<Field> = Vec::new();
    for patch in &patches {
        let keys = keys(patch, entry);
        let Some((holder, key)) = keys.last() else {
            continue;
        };
        match (keys.len(), *key) {
            (1, "created_at") => how = How::Made,
            (1, "removed_at") if how != How::Made => {
                how = match value_at(doc, holder, key, &after) {
                    Some(FieldValue::Text(at)) if !at.is_empty() => How::Removed,
                    _ => How::BroughtBack,
                };
            }
            _ => {}
        }
        let path = keys.iter().map(|(_, key)| *key).collect::<Vec<_>>();
        let path = path.join("/");
        if BOOKKEEPING.contains(key) || fields.iter().any(|field| field.path == path) {
            continue;
        }
        fields.push(Field {
            path,
            was: value_at(doc, holder, key, &change.deps),
            now: value_at(doc, holder, key, &after),
        });
    }
    if how == How::Changed && fields.is_empty() {
        return None;
    }
    let author = doc.get_author_for_actor(&change.actor);
    let author = author.and_then(|author| author.as_bytes().try_into().ok());
    Some(Step {
        how,
        by: author.map(MemberId::from_bytes),
        at: change.timestamp,
        fields,
    })
}

/// The keys from an entry down to what a patch changes, each with the map that it stands in; a list is as deep as it goes.
fn keys<'p>(patch: &'p Patch, entry: &ObjId) -> Vec<(&'p ObjId, &'p str)> {
    let below = patch.path.iter().skip_while(|(object, _)| object != entry);
    let mut keys = Vec::new();
    for (object, prop) in below {
        match prop {
            Prop::Map(key) => keys.push((object, key.as_str())),
            Prop::Seq(_) => return keys,
        }
    }
    match &patch.action {
        PatchAction::PutMap { key, .. } | PatchAction::DeleteMap { key } => {
            keys.push((&patch.obj, key.as_str()));
        }
        _ => {}
    }
    keys
}

/// A value as it was at a state, where it is a single one.
fn value_at(doc: &Automerge, map: &ObjId, key: &str, heads: &[ChangeHash]) -> Option<FieldValue> {
    match doc.get_at(map, key, heads).ok()?? {
        (Value::Object(ObjType::Text), text) => {
            let text = doc.text_at(&text, heads).ok()?;
            Some(FieldValue::Text(text))
        }
        (value, _) => plain(&value.into_scalar().ok()?.into()),
    }
}
