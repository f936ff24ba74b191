//! The verdict on one change: admission's steps 1 to 5 in their order. A pure function of the bytes, the accepted
//! changes before it and the author's grants now; device clocks play no part.
//!
//! Dependencies are taken as Automerge writes them: sorted, all known, and the author's own previous change always
//! among them, so a session's changes are one line and no walk is needed to see that it did not fork. A dependency
//! that another one already covers is harmless and Automerge writes such ones itself (the own previous change).
//!
//! Some things depend on what was accepted before rather than on ancestors alone, and so on the log's order:
//! - The document's size, and how many sessions write in it.
//! - That a key holds one object at most. Two phones that make the same map offline would otherwise end with one of
//!   the two hidden, and anyone could hide another's map by claiming not to have seen it; the second gets
//!   [`ErrorCode::AlreadyMade`] and its command is done again on the first one's map.
//! - That what is written once is not written again, that statuses only take the steps of their machine, and that an
//!   event's sequence goes up by one at a time (see [`Course`]): the second of two who wrote at once is judged against
//!   what the first one left.
//! - Who created an event, and so who may change it: whoever said so first.
//! - That a signature which its signer wrote in person is rewritten by nobody else.
//! - That nothing changes in a session once both sides have signed it ([`ErrorCode::Closed`], see [`super::closing`]).
//! - How many values stand at a key ([`ErrorCode::AlreadyMade`]), and how many changes stand beside each other or how
//!   far back a change builds ([`ErrorCode::BadDeps`]): whoever comes next must be able to name them all. Both are
//!   answered by doing the command again on top of everything.

use std::collections::BTreeSet;

use super::bytes::Span;
use super::graph::{Horizon, Reach};
use super::index::DocIndex;
use super::prescan::{Head, Literal, Op, OpAction, Parsed, commit_hash};
use super::resolve::{Placed, Resolved, Resolver};
use super::slots::Slots;
use super::standing::{self, Write};
use super::watch;
use crate::access::Grants;
use crate::commit::{Commit, PublicKey, signing_bytes};
use crate::doc::rules::{Course, Rule, Rules, Value, is_clean};
use crate::error::{ErrorCode, Refusal};
use crate::ids::{CommitHash, DeviceId, DocId, Ulid};
use crate::limits::{
    DEVICE_SESSIONS_MAX, DOC_BYTES_MAX, DOC_CHANGES_BY_SESSIONS_MAX, DOC_CHANGES_MAX, DOC_OPS_MAX,
    HEADS_MAX, TEXT_BYTES_MAX,
};

/// Who signed, as the relay's tables say at this moment: looked up by the commit's device, never taken from it.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    /// The device.
    pub device: DeviceId,
    /// Its public key.
    pub public_key: &'a PublicKey,
    /// Whether it is enrolled and not revoked.
    pub alive: bool,
    /// What its member may do now.
    pub grants: &'a Grants,
}

/// What admission says of a commit.
#[derive(Debug)]
pub enum Judgement {
    /// Every check passed: [`DocIndex::record`] it before judging the next one.
    Accept(Box<Accepted>),
    /// Accepted before.
    Duplicate,
    /// Builds on changes that are not known; at most as many as a change may name.
    Need(Vec<CommitHash>),
    /// Never.
    Refuse(Refusal),
}

/// A change that may be stored.
#[derive(Debug)]
pub struct Accepted {
    pub(super) parsed: Parsed,
    pub(super) resolved: Resolved,
    pub(super) device: Option<DeviceId>,
}

impl Accepted {
    /// The change.
    #[must_use]
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// The entries in which it writes this word at a field, whatever else their document says.
    #[must_use]
    pub fn entries_given(&self, index: &DocIndex, field: &str, word: &str) -> Vec<Ulid> {
        watch::entries_given(index, (&self.parsed, &self.resolved), (field, word))
    }

    /// Gives the change up for storing.
    #[must_use]
    pub fn into_parsed(self) -> Parsed {
        self.parsed
    }
}

/// The whole check of one commit for one document.
#[must_use]
pub fn judge(index: &DocIndex, doc: DocId, author: &Author<'_>, commit: &Commit) -> Judgement {
    if index.knows(&commit_hash(&commit.change)) {
        return Judgement::Duplicate;
    }
    match read_signed(doc, author, commit) {
        Ok(parsed) => judge_parsed(index, author, parsed),
        Err(refusal) => Judgement::Refuse(refusal),
    }
}

/// The part of the check that needs no document (steps 1 and 2, the costly ones): may run on any thread, in any order.
///
/// # Errors
/// The refusal, always of the whole change.
pub fn read_signed(doc: DocId, author: &Author<'_>, commit: &Commit) -> Result<Parsed, Refusal> {
    let mut read = read_signed_all(doc, author, std::slice::from_ref(commit));
    read.pop()
        .unwrap_or_else(|| Err(Refusal::whole(ErrorCode::BadChunk)))
}

/// [`read_signed`] for the commits that one device pushes for one document, in their order. A session's changes are a
/// chain of hashes, each over the one before, so the signature of the last proves all of them: only the last is
/// verified, unless a link is missing. 40 changes written offline then cost one verification instead of 40.
///
/// No operation is read before a signature holds for it: a few signed bytes may declare thousands of them.
#[must_use]
pub fn read_signed_all(
    doc: DocId,
    author: &Author<'_>,
    commits: &[Commit],
) -> Vec<Result<Parsed, Refusal>> {
    // What the verified changes after the one at hand build on, by session.
    let mut proven = BTreeSet::new();
    let mut read: Vec<_> = commits
        .iter()
        .rev()
        .map(|commit| {
            let head = Head::scan(&commit.change).map_err(Refusal::whole)?;
            let is_proven =
                commit.device == author.device && proven.contains(&(head.actor, head.hash));
            if is_proven {
                check_alive(author)?;
            } else {
                check_signature(doc, author, commit, head.hash)?;
            }
            let parsed = Parsed::scan_hashed(commit.change.clone(), head.hash);
            let mut parsed = parsed.map_err(Refusal::whole)?;
            check_named(author, &parsed)?;
            parsed.rests_on_next = is_proven;
            // Only what can be read again proves anything to whoever asks later.
            proven.extend(head.deps.iter().map(|dep| (head.actor, *dep)));
            Ok(parsed)
        })
        .collect();
    read.reverse();
    read
}

fn check_signature(
    doc: DocId,
    author: &Author<'_>,
    commit: &Commit,
    hash: CommitHash,
) -> Result<(), Refusal> {
    let message = signing_bytes(doc, hash);
    if author.device != commit.device || !author.public_key.verifies(&message, &commit.signature) {
        return Err(Refusal::whole(ErrorCode::BadSignature));
    }
    check_alive(author)
}

fn check_alive(author: &Author<'_>) -> Result<(), Refusal> {
    if author.alive {
        Ok(())
    } else {
        Err(Refusal::whole(ErrorCode::DeviceRevoked))
    }
}

fn check_named(author: &Author<'_>, parsed: &Parsed) -> Result<(), Refusal> {
    if parsed
        .author()
        .is_some_and(|named| named != author.grants.member)
    {
        return Err(Refusal::whole(ErrorCode::BadAuthor));
    }
    Ok(())
}

/// The part of the check that needs the document (steps 3 to 5), for a change that [`read_signed`] returned.
#[must_use]
pub fn judge_parsed(index: &DocIndex, author: &Author<'_>, parsed: Parsed) -> Judgement {
    admit(index, author.grants, Some(author.device), parsed)
}

/// The phone's own check before it signs: the same rules, without device and signature.
#[must_use]
pub fn check_rules(index: &DocIndex, grants: &Grants, raw: &[u8]) -> Judgement {
    match Parsed::scan(raw.to_vec()) {
        Ok(parsed) if parsed.author().is_some_and(|named| named != grants.member) => {
            Judgement::Refuse(Refusal::whole(ErrorCode::BadAuthor))
        }
        Ok(parsed) => admit(index, grants, None, parsed),
        Err(code) => Judgement::Refuse(Refusal::whole(code)),
    }
}

fn admit(index: &DocIndex, grants: &Grants, device: Option<DeviceId>, parsed: Parsed) -> Judgement {
    let (deps, horizon) = match check_header(index, device, &parsed) {
        Ok(found) => found,
        Err(judgement) => return judgement,
    };
    let mut resolver = Resolver::new(index, &parsed, deps, horizon);
    let mut writes = Vec::new();
    let judged = resolver.run(|resolver, op, place| {
        let judge = OpJudge {
            resolver,
            rules: index.rules,
            grants,
        };
        writes.extend(judge.check(op, place)?);
        Ok(())
    });
    if let Err(refusal) = judged {
        return Judgement::Refuse(refusal);
    }
    let slots = Slots::of(&resolver);
    let checked = slots.check(&resolver);
    if let Err(refusal) = checked.and_then(|()| standing::check(&resolver, writes)) {
        return Judgement::Refuse(refusal);
    }
    let resolved = resolver.into_resolved(slots);
    Judgement::Accept(Box::new(Accepted {
        parsed,
        resolved,
        device,
    }))
}

/// Actor, sequence, dependencies and first operation; gives the numbers of the dependencies, and what they cannot see.
fn check_header(
    index: &DocIndex,
    device: Option<DeviceId>,
    parsed: &Parsed,
) -> Result<(Vec<u32>, Horizon), Judgement> {
    let refuse = |code| Err(Judgement::Refuse(Refusal::whole(code)));
    if index.knows(&parsed.hash()) {
        return Err(Judgement::Duplicate);
    }
    let session = index
        .actor_number(parsed.actor())
        .and_then(|number| index.actor(number));
    if let Some(session) = session {
        if device.is_some() && session.device != device {
            return refuse(ErrorCode::BadActor);
        }
        if parsed.seq() <= session.last_seq {
            return refuse(ErrorCode::Fork);
        }
    }
    let sessions = index.sessions_count() + u64::from(session.is_none());
    if index.changes_bytes() + parsed.raw().len() as u64 > DOC_BYTES_MAX
        || index.changes_count() >= DOC_CHANGES_MAX
        || (index.ops_count() + parsed.ops_count()) as u64 > DOC_OPS_MAX
        || (index.changes_count() + 1).saturating_mul(sessions) > DOC_CHANGES_BY_SESSIONS_MAX
    {
        return refuse(ErrorCode::DocFull);
    }
    let missing: Vec<_> = parsed
        .deps()
        .iter()
        .filter(|dep| !index.knows(dep))
        .copied()
        .collect();
    if !missing.is_empty() {
        return Err(Judgement::Need(missing));
    }
    if parsed.seq() != session.map_or(1, |session| session.last_seq + 1) {
        return refuse(ErrorCode::BadSeq);
    }
    let deps: Vec<u32> = parsed
        .deps()
        .iter()
        .filter_map(|dep| index.graph.number(dep))
        .collect();
    if session.is_none()
        && device.is_some_and(|device| index.sessions_of(device) >= DEVICE_SESSIONS_MAX)
    {
        return refuse(ErrorCode::Quota);
    }
    if session.is_some_and(|session| !deps.contains(&session.last_change)) {
        return refuse(ErrorCode::BadDeps);
    }
    let before = deps.iter().map(|dep| index.graph.max_op(*dep)).max();
    if parsed.start_op() != u64::from(before.unwrap_or_default()) + 1 {
        return refuse(ErrorCode::BadStartOp);
    }
    if index.graph.heads_after(&deps) > HEADS_MAX {
        return refuse(ErrorCode::BadDeps);
    }
    match index.graph.horizon(&deps, &mut { Reach::OF_A_CHANGE }) {
        Some(horizon) => Ok((deps, horizon)),
        None => refuse(ErrorCode::BadDeps),
    }
}

/// The rules, applied to one resolved operation.
struct OpJudge<'a> {
    resolver: &'a Resolver<'a>,
    rules: &'static Rules,
    grants: &'a Grants,
}

impl OpJudge<'_> {
    /// Checks an operation on its own; gives what is to be judged with the others of its change at the same key.
    fn check(&self, op: &Op, place: &Placed) -> Result<Option<Write>, Refusal> {
        match *place {
            Placed::Value { object, key } => self.check_value(op, object, key),
            Placed::Made(number) => self.check_make(op, number).map(|()| None),
            Placed::Cleared { object, key, .. } => {
                let key = self.resolver.text(key);
                if self.rule_at(object, key)?.clear {
                    Ok(None)
                } else {
                    Err(self
                        .resolver
                        .refuse(ErrorCode::Forbidden, object, Some(key)))
                }
            }
            Placed::Element { text, .. } => self.check_insert(op, text).map(|()| None),
            Placed::Erased { text, .. } => self.rule_of(text).map(|_| None),
        }
    }

    /// The rule for a key of a map, if it lets this author write there.
    fn rule_at(&self, object: u32, key: &str) -> Result<&'static Rule, Refusal> {
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
                !is_anothers
                    && rule
                        .who
                        .allows(self.grants, index.head(), index.creator(), named)
            })
            .ok_or_else(|| refuse(ErrorCode::Forbidden))?;
        if index.is_closed(object) && !index.is_word_on_signature(rule, object) {
            return Err(refuse(ErrorCode::Closed));
        }
        Ok(rule)
    }

    /// The rule of a text itself, which its characters follow.
    fn rule_of(&self, text: u32) -> Result<&'static Rule, Refusal> {
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

    fn check_value(&self, op: &Op, object: u32, key: Span) -> Result<Option<Write>, Refusal> {
        let text = self.resolver.text(key);
        let rule = self.rule_at(object, text)?;
        let refuse = |code| Err(self.resolver.refuse(code, object, Some(text)));
        let scalar = standing::scalar(op, self.resolver.parsed);
        if !rule.value.accepts(scalar, self.grants.member) {
            return refuse(ErrorCode::BadValue);
        }
        let is_of_genesis = self.resolver.index.is_of_genesis(object);
        if standing::is_kept(rule, is_of_genesis) {
            return Ok(Some(Write {
                object,
                key,
                number: self.resolver.op_number(),
                course: rule.course,
                value: rule.value.settled(scalar),
            }));
        }
        if rule.course == Course::Once && !self.resolver.is_fresh(object) {
            return refuse(rule.course.refusal());
        }
        Ok(None)
    }

    fn check_make(&self, op: &Op, number: u32) -> Result<(), Refusal> {
        let object = self
            .resolver
            .object(number)
            .ok_or_else(|| Refusal::whole(ErrorCode::BadShape))?;
        let rule = self.rule_at(object.parent, object.key)?;
        let fits = match rule.value {
            Value::Map => op.action == OpAction::MakeMap,
            Value::Text => op.action == OpAction::MakeText,
            _ => false,
        };
        let refuse = |code| Err(self.resolver.refuse(code, number, None));
        if !fits {
            return refuse(ErrorCode::BadValue);
        }
        if !op.preds.is_empty() || self.resolver.is_made_before(number) {
            return refuse(ErrorCode::AlreadyMade);
        }
        let index = self.resolver.index;
        if index.objects_made_with(number) > index.head().kind.objects_max() {
            return refuse(ErrorCode::DocFull);
        }
        Ok(())
    }

    fn check_insert(&self, op: &Op, text: u32) -> Result<(), Refusal> {
        let rule = self.rule_of(text)?;
        let length = self
            .resolver
            .index
            .object(text)
            .map_or(0, |object| i64::from(object.text_bytes))
            + self.resolver.growth(text);
        let fits = match op.action {
            OpAction::Set(Literal::Str(span)) => {
                let character = self.resolver.text(span);
                !character.is_empty() && is_clean(character, true)
            }
            _ => false,
        };
        if rule.value == Value::Text && fits && length <= TEXT_BYTES_MAX as i64 {
            Ok(())
        } else {
            Err(self.resolver.refuse(ErrorCode::BadValue, text, None))
        }
    }
}
