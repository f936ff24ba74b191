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
//!   event's sequence goes up by one at a time (see [`Course`](crate::doc::rules::Course)): the second of two who wrote
//!   at once is judged against what the first one left.
//! - Who created an event, and so who may change it: whoever said so first.
//! - That a signature which its signer wrote in person is rewritten by nobody else.
//! - That nothing changes in a session once both sides have signed it ([`ErrorCode::Closed`], see [`super::closing`]).
//! - How many values stand at a key ([`ErrorCode::AlreadyMade`]), and how many changes stand beside each other or how
//!   far back a change builds ([`ErrorCode::BadDeps`]): whoever comes next must be able to name them all. Both are
//!   answered by doing the command again on top of everything.

mod header;
mod held;
mod operation;
mod rule;
mod signature;
mod verdict;

use super::index::DocIndex;
use super::prescan::{Parsed, commit_hash};
use super::resolve::Resolver;
use super::slots::Slots;
use super::standing;
use crate::access::Grants;
use crate::commit::{Commit, PublicKey};
use crate::doc::rules::Rules;
use crate::error::{ErrorCode, Refusal};
use crate::ids::{DeviceId, DocId};
use header::check_header;
use held::Named;
use operation::OpJudge;
pub(crate) use signature::proven_by_later;
pub use signature::{read_signed, read_signed_all};
pub use verdict::{Accepted, Judgement};

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

/// The part of the check that needs the document (steps 3 to 5), for a change that [`read_signed`] returned.
#[must_use]
pub fn judge_parsed(index: &DocIndex, author: &Author<'_>, parsed: Parsed) -> Judgement {
    admit(
        index,
        index.rules,
        author.grants,
        Some(author.device),
        parsed,
    )
}

/// The same where nobody knows which device wrote what stands: on a phone that was handed the change by another one. Whether
/// it goes on in a session of its own device is the relay's to say.
#[must_use]
pub fn judge_anywhere(index: &DocIndex, grants: &Grants, parsed: Parsed) -> Judgement {
    admit(index, index.rules, grants, None, parsed)
}

/// The phone's own check before it signs: the same rules, without device and signature.
#[must_use]
pub fn check_rules(index: &DocIndex, grants: &Grants, raw: &[u8]) -> Judgement {
    check_rules_of(index.rules, index, grants, raw)
}

/// The same by a table of the caller's own, with the places of the document's.
pub(super) fn check_rules_of(
    rules: &Rules,
    index: &DocIndex,
    grants: &Grants,
    raw: &[u8],
) -> Judgement {
    match Parsed::scan(raw.to_vec()) {
        Ok(parsed) if parsed.author().is_some_and(|named| named != grants.member) => {
            Judgement::Refuse(Refusal::whole(ErrorCode::BadAuthor))
        }
        Ok(parsed) => admit(index, rules, grants, None, parsed),
        Err(code) => Judgement::Refuse(Refusal::whole(code)),
    }
}

fn admit(
    index: &DocIndex,
    rules: &Rules,
    grants: &Grants,
    device: Option<DeviceId>,
    parsed: Parsed,
) -> Judgement {
    let (deps, horizon) = match check_header(index, device, &parsed) {
        Ok(found) => found,
        Err(judgement) => return judgement,
    };
    let mut resolver = Resolver::new(index, &parsed, deps, horizon);
    let mut writes = Vec::new();
    let named = Named::by(&parsed, index.rules);
    let judged = resolver.run(|resolver, op, place| {
        let judge = OpJudge {
            resolver,
            rules,
            grants,
            named: &named,
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
