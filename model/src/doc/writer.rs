//! Writing: one command becomes exactly one Automerge change, which touches only what differs and only what the rule
//! table lets its author touch.

use std::str::FromStr;

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Author, Automerge, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};

use crate::access::Grants;
use crate::command::CommandError;
use crate::doc::rules::{NodeId, Rule, Rules, Scalar, Value};
use crate::head::DocHead;
use crate::ids::{CommitHash, MemberId, Ulid};
use crate::kind::Kind;
use crate::limits::{ACTOR_BYTES, CHANGE_BYTES_MAX, CHANGE_OPS_MAX};
use crate::sorted::SortedSet;
use crate::time::Timestamp;

mod meanwhile;
mod reading;
mod scalars;

/// Who makes a change, what they may do, and what time their device says it is.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The author and what the directory grants them.
    pub author: &'a Grants,
    /// The device's clock: shown to people, never evidence.
    pub now: Timestamp,
}

/// A change just made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The raw, uncompressed change chunk.
    pub change: Vec<u8>,
    /// Its hash.
    pub hash: CommitHash,
    /// Bytes of text it writes.
    pub text_bytes: usize,
    /// Bytes of text that one change does not hold: [`Command::rest`](crate::command::Command::rest) writes on.
    pub left_bytes: usize,
}

/// Makes one change with what `edit` writes.
///
/// # Errors
/// [`CommandError`]: the one of `edit`, or [`CommandError::NoChange`] when it wrote nothing.
pub(crate) fn write(
    doc: &mut Automerge,
    head: &DocHead,
    context: &Context<'_>,
    actor: [u8; ACTOR_BYTES],
    edit: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError>,
) -> Result<Made, CommandError> {
    write_beside(doc, None, head, context, actor, edit)
}

/// Makes one change, in an earlier state of a document that stands as `meanwhile` says.
pub(crate) fn write_beside<'d>(
    doc: &'d mut Automerge,
    meanwhile: Option<&'d Automerge>,
    head: &'d DocHead,
    context: &Context<'d>,
    actor: [u8; ACTOR_BYTES],
    edit: impl FnOnce(&mut ChangeWriter<'_>) -> Result<(), CommandError>,
) -> Result<Made, CommandError> {
    let now = context.now.in_calendar();
    doc.set_author(Some(Author::from(
        context.author.member.as_bytes().to_vec(),
    )));
    doc.set_actor(ActorId::from(actor));
    let mut writer = ChangeWriter {
        tx: doc.transaction(),
        head,
        author: context.author,
        rules: Rules::of(head.kind),
        creator: None,
        now: now.rfc3339(),
        writes: 0,
        meanwhile,
        text_bytes: 0,
        may_go_on: false,
        left_bytes: 0,
    };
    writer.creator = writer.find_creator();
    let outcome = edit(&mut writer).and_then(|()| writer.check_size());
    let (text_bytes, left_bytes) = (writer.text_bytes, writer.left_bytes);
    writer.close(outcome, now)?;
    let change = doc
        .get_last_local_change()
        .expect("the transaction held operations");
    Ok(Made {
        hash: CommitHash(change.hash().0),
        change: change.raw_bytes().to_vec(),
        text_bytes,
        left_bytes,
    })
}

/// Operations after which the relay ends a change of its own documents and begins the next: entries that it takes on may
/// still add some.
const STEP_OPS: usize = 1_024;
/// Bytes of text after which it does.
const STEP_TEXT_BYTES: usize = CHANGE_BYTES_MAX / 4;
/// Bytes of text in one change: what remains of [`CHANGE_BYTES_MAX`] is for the operations themselves.
pub(crate) const TEXT_IN_CHANGE_MAX: usize = CHANGE_BYTES_MAX / 4 * 3;

/// An open change: every write goes through the rule table.
pub(crate) struct ChangeWriter<'d> {
    pub(crate) tx: Transaction<'d>,
    head: &'d DocHead,
    author: &'d Grants,
    rules: &'static Rules,
    /// Who created what the document is about, before this change.
    creator: Option<MemberId>,
    now: String,
    pub(crate) writes: usize,
    /// The document as it stands, where the change is made at an earlier state of it.
    meanwhile: Option<&'d Automerge>,
    /// Bytes of text written, to stay within one change.
    pub(crate) text_bytes: usize,
    /// Whether what does not fit may be written by another change.
    pub(crate) may_go_on: bool,
    /// Bytes of text that did not fit, taken out or typed.
    pub(crate) left_bytes: usize,
}

/// A map that is being written to.
#[derive(Debug, Clone)]
pub(crate) struct MapPlace {
    pub(crate) object: ObjId,
    node: NodeId,
    path: String,
    named: Option<String>,
}

impl MapPlace {
    /// The path of this map.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The path of a key of this map.
    pub(crate) fn at(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}/{key}", self.path)
        }
    }

    /// The error of a value that does not fit at a key.
    pub(crate) fn invalid(&self, key: &str) -> CommandError {
        CommandError::Invalid(self.at(key))
    }
}

/// What the table says of a key.
pub(crate) struct KeyRule {
    rule: Option<Rule>,
    node: NodeId,
    pub(crate) path: String,
    named: Option<String>,
}

impl ChangeWriter<'_> {
    /// Who writes.
    pub(crate) fn author(&self) -> MemberId {
        self.author.member
    }

    /// The kind of document.
    pub(crate) fn kind(&self) -> Kind {
        self.head.kind
    }

    /// The document's key.
    pub(crate) fn key(&self) -> &str {
        &self.head.key
    }

    /// The time of the change (RFC 3339).
    pub(crate) fn now(&self) -> String {
        self.now.clone()
    }

    /// Whether anything was written so far.
    pub(crate) fn has_written(&self) -> bool {
        self.writes > 0
    }

    fn find_creator(&self) -> Option<MemberId> {
        let (map, key) = self.rules.creator_path()?.split_once('/')?;
        self.string(&self.top(map).ok()?, key).parse().ok()
    }

    /// Whether the relay had better go on in another change.
    pub(crate) fn is_full(&self) -> bool {
        self.tx.pending_ops() >= STEP_OPS || self.text_bytes >= STEP_TEXT_BYTES
    }

    /// A map that the genesis makes.
    pub(crate) fn top(&self, key: &str) -> Result<MapPlace, CommandError> {
        let root = MapPlace {
            object: ROOT,
            node: Rules::ROOT,
            path: String::new(),
            named: None,
        };
        self.open(&root, key)?.ok_or(CommandError::NoSuchEntry)
    }

    fn target(&self, place: &MapPlace, key: &str) -> Result<KeyRule, CommandError> {
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

    pub(crate) fn standing(
        &self,
        place: &MapPlace,
        key: &str,
    ) -> Vec<(automerge::Value<'_>, ObjId)> {
        self.tx.get_all(&place.object, key).unwrap_or_default()
    }

    /// The map at a key, if it stands.
    pub(crate) fn open(
        &self,
        place: &MapPlace,
        key: &str,
    ) -> Result<Option<MapPlace>, CommandError> {
        let target = self.target(place, key)?;
        let found = self.tx.get(&place.object, key).ok().flatten();
        Ok(found
            .filter(|(value, _)| value.to_objtype() == Some(ObjType::Map))
            .map(|(_, object)| MapPlace {
                object,
                node: target.node,
                path: target.path,
                named: target.named,
            }))
    }

    /// The map at a key, made when missing.
    pub(crate) fn open_or_make(
        &mut self,
        place: &MapPlace,
        key: &str,
    ) -> Result<MapPlace, CommandError> {
        if let Some(found) = self.open(place, key)? {
            return Ok(found);
        }
        let (target, _) = self.allowed(place, key)?;
        self.check_not_made(place, key)?;
        let object = self
            .tx
            .put_object(&place.object, key, ObjType::Map)
            .map_err(|_| CommandError::Invalid(target.path.clone()))?;
        self.writes += 1;
        Ok(MapPlace {
            object,
            node: target.node,
            path: target.path,
            named: target.named,
        })
    }

    /// An entry that stands.
    pub(crate) fn entry(&self, map: &str, id: Ulid) -> Result<MapPlace, CommandError> {
        let map = self.top(map)?;
        self.open(&map, &id.to_string())?
            .ok_or(CommandError::NoSuchEntry)
    }

    /// A new entry with its stamps; the same command twice makes one entry.
    pub(crate) fn new_entry(&mut self, map: &str, id: Ulid) -> Result<MapPlace, CommandError> {
        let map = self.top(map)?;
        let key = id.to_string();
        if self.open(&map, &key)?.is_some() || self.is_made_meanwhile(&map, &key) {
            return Err(CommandError::NoChange);
        }
        let place = self.open_or_make(&map, &key)?;
        self.stamp(&place)?;
        Ok(place)
    }

    /// Writes who made an entry and when.
    pub(crate) fn stamp(&mut self, place: &MapPlace) -> Result<(), CommandError> {
        let (author, now) = (self.author().to_string(), self.now());
        self.put(place, "created_by", author.as_str())?;
        self.put(place, "created_at", now.as_str())
    }

    /// Writes when an entry was changed, if this change wrote anything.
    pub(crate) fn touch(&mut self, place: &MapPlace) -> Result<(), CommandError> {
        let now = self.now();
        if self.has_written() {
            self.put(place, "updated_at", now.as_str())?;
        }
        Ok(())
    }

    /// Writes a scalar, unless it stands there alone already. Over concurrent values it writes even the one shown:
    /// that is how a conflict is settled.
    pub(crate) fn put<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: impl Into<Scalar<'v>>,
    ) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        let value = value.into();
        let owned = match value {
            _ if !rule.value.accepts(value, self.author.member) => {
                return Err(CommandError::Invalid(target.path));
            }
            Scalar::Str(date)
                if rule.value == Value::Date && !crate::time::is_of_our_time(date) =>
            {
                return Err(CommandError::Invalid(target.path));
            }
            Scalar::Str(text) => ScalarValue::Str(text.into()),
            Scalar::Int(number) => ScalarValue::Int(number),
            Scalar::Bool(flag) => ScalarValue::Boolean(flag),
            Scalar::Other => return Err(CommandError::Invalid(target.path)),
        };
        let others = self.others_than(place, key, &owned);
        // Whose id it is, nobody but the author writes: another's beside it is left alone.
        let is_own = rule.value == Value::Author;
        if others
            .as_ref()
            .is_some_and(|others| is_own || others.is_empty())
        {
            return Ok(());
        }
        self.check_course(place, key, &rule, value)?;
        // Writing the value shown over a conflict, Automerge would delete the others instead, which no rule of a
        // field that always holds something allows: one of them is written first.
        let values = others.into_iter().flatten().take(1).chain([owned]);
        for value in values {
            self.writes += 1;
            self.text_bytes += value.as_str().map_or(0, str::len);
            self.tx
                .put(&place.object, key, value)
                .map_err(|_| CommandError::Invalid(target.path.clone()))?;
        }
        Ok(())
    }

    /// The concurrent values beside this one, when it is the one shown; `None` when another is shown, or none.
    fn others_than(
        &self,
        place: &MapPlace,
        key: &str,
        value: &ScalarValue,
    ) -> Option<Vec<ScalarValue>> {
        let shown = self.tx.get(&place.object, key).ok().flatten()?;
        (shown.0.as_scalar() == Some(value)).then(|| {
            let standing = self.standing(place, key).into_iter();
            let scalars = standing.filter_map(|(value, _)| value.as_scalar().cloned());
            scalars.filter(|other| other != value).collect()
        })
    }

    /// Writes a scalar if the command says one.
    pub(crate) fn put_some<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: Option<impl Into<Scalar<'v>>>,
    ) -> Result<(), CommandError> {
        value.map_or(Ok(()), |value| self.put(place, key, value))
    }

    /// Writes a scalar, or deletes the key when there is none.
    pub(crate) fn put_or_clear<'v>(
        &mut self,
        place: &MapPlace,
        key: &str,
        value: Option<impl Into<Scalar<'v>>>,
    ) -> Result<(), CommandError> {
        match value {
            Some(value) => self.put(place, key, value),
            None => self.clear(place, key),
        }
    }

    /// Deletes a key that may be cleared.
    pub(crate) fn clear(&mut self, place: &MapPlace, key: &str) -> Result<(), CommandError> {
        let (target, rule) = self.allowed(place, key)?;
        if self.standing(place, key).is_empty() {
            return Ok(());
        }
        if !rule.clear {
            return Err(CommandError::Invalid(target.path));
        }
        self.writes += 1;
        self.tx
            .delete(&place.object, key)
            .map_err(|_| CommandError::Invalid(target.path))
    }

    /// Deletes those entries of a map that are not to stand any more.
    pub(crate) fn clear_others<K: FromStr>(
        &mut self,
        place: &MapPlace,
        stands: impl Fn(&K) -> bool,
    ) -> Result<(), CommandError> {
        for key in self.keys(place) {
            if !key.parse().is_ok_and(|key| stands(&key)) {
                self.clear(place, &key)?;
            }
        }
        Ok(())
    }

    /// Brings a set (a map of words to `true`) to exactly these words.
    pub(crate) fn set(
        &mut self,
        place: &MapPlace,
        key: &str,
        words: &SortedSet<String>,
    ) -> Result<(), CommandError> {
        let set = self.open_or_make(place, key)?;
        let old: Vec<String> = self.tx.keys(&set.object).collect();
        for word in old.iter().filter(|word| !words.contains(*word)) {
            self.clear(&set, word)?;
        }
        for word in words {
            self.put(&set, word, true)?;
        }
        Ok(())
    }

    /// Removes an entry, or brings it back.
    pub(crate) fn remove(
        &mut self,
        map: &str,
        id: Ulid,
        removed: bool,
    ) -> Result<(), CommandError> {
        let place = self.entry(map, id)?;
        let stands = self.string(&place, "removed_at").is_empty();
        if stands != removed {
            return Err(CommandError::NoChange);
        }
        let now = self.now();
        self.put_or_clear(&place, "removed_at", removed.then_some(now.as_str()))
    }

    /// Ends the change: kept when all went well, otherwise as if never begun.
    fn close(self, outcome: Result<(), CommandError>, now: Timestamp) -> Result<(), CommandError> {
        if outcome.is_ok() {
            let seconds = now.0.div_euclid(1000);
            self.tx
                .commit_with(CommitOptions::default().with_time(seconds));
        } else {
            self.tx.rollback();
        }
        outcome
    }

    /// Nothing written is no change; and a change stays within what the relay takes.
    fn check_size(&self) -> Result<(), CommandError> {
        if self.writes == 0 || self.tx.pending_ops() == 0 {
            return Err(CommandError::NoChange);
        }
        if self.tx.pending_ops() > CHANGE_OPS_MAX || self.text_bytes > TEXT_IN_CHANGE_MAX {
            return Err(CommandError::TooBig);
        }
        Ok(())
    }
}
