//! Signing: what may be signed, as it was read, by whose hand.

use automerge::Automerge;

use super::{UNSAID_SHA256, open_session};
use crate::clean;
use crate::command::CommandError;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kinds::coaching_log::session::{self, SESSIONS};
use crate::kinds::coaching_log::{Session, SessionStatus, SessionType, SignedHand};

/// A session that somebody signs, as it stands: nothing changes if both sides signed it, this person among them.
pub(in crate::kinds::coaching_log) fn to_sign(
    doc: &Automerge,
    head: &DocHead,
    id: Ulid,
    signer: MemberId,
) -> Result<Option<Session>, CommandError> {
    let session = crate::kinds::coaching_log::read(doc).sessions.remove(&id);
    match session {
        Some(session) if session.is_closed(head.owner) && session.binds(signer) => {
            Err(CommandError::NoChange)
        }
        _ => open_session(doc, head, id),
    }
}

/// Signs the report as the person read it: what was changed meanwhile is read first. What somebody signed on a phone of
/// their own, nobody captures anew for them, and what somebody contests is not signed by others as it is. Only a session
/// that was held is signed, and a statutory one only with its eight points filled (domain.md section 1.1, "completeness
/// check before signing").
pub(in crate::kinds::coaching_log) fn sign(
    writer: &mut ChangeWriter<'_>,
    before: Option<Session>,
    id: Ulid,
    signer: MemberId,
    hand: &Option<SignedHand>,
) -> Result<(), CommandError> {
    let place = writer.entry(SESSIONS, id)?;
    let session = before.ok_or(CommandError::NoSuchEntry)?;
    if session.status != SessionStatus::Done {
        return Err(place.invalid("status"));
    }
    let points = session.eight_points.iter();
    if session.statutory {
        let said: Vec<bool> = points.map(|text| !text.trim().is_empty()).collect();
        for (index, key) in session::EIGHT.iter().enumerate() {
            if said.get(index) != Some(&true) {
                return Err(place.invalid(&format!("eight/{key}")));
            }
        }
    }
    if session.session_type == SessionType::Annulment && session.objectives.trim().is_empty() {
        return Err(place.invalid("objectives"));
    }
    let signatures = writer.open_or_make(&place, "signatures")?;
    let entry = place;
    let place = writer.open_or_make(&signatures, &signer.to_string())?;
    let hand = hand.as_ref().ok_or_else(|| place.invalid("strokes"))?;
    let digest = session.content_sha256.as_str();
    if hand.content_sha256 != digest {
        return Err(CommandError::NotAsRead(entry.path().to_owned()));
    }
    let mut others = session.signatures.iter().filter(|(who, _)| **who != signer);
    if let Some((who, _)) =
        others.find(|(_, other)| !other.contested_at.is_empty() && !other.changed_since)
    {
        let path = format!("signatures/{who}/contested_at");
        return Err(CommandError::Transition(entry.at(&path)));
    }
    let contested = !writer.string(&place, "contested_at").is_empty();
    let (now, author) = (writer.now(), writer.author().to_string());
    if writer.string(&place, "content_sha256") == digest
        && writer.string(&place, "captured_by") == author
        && !contested
    {
        return Err(CommandError::NoChange);
    }
    if writer.author() != signer && is_in_person(writer, &place, signer) {
        return Err(CommandError::Forbidden(place.at("captured_by")));
    }
    writer.put(&place, "at", now.as_str())?;
    writer.put(&place, "captured_by", author.as_str())?;
    if writer.string(&place, "content_sha256") == digest {
        // Said anew, or what stands would not be the signer's own word.
        writer.put(&place, "content_sha256", UNSAID_SHA256)?;
    }
    writer.put(&place, "content_sha256", digest)?;
    put_hand(writer, &place, hand)?;
    if contested && writer.author() == signer {
        writer.clear(&place, "contested_at")?;
    }
    Ok(())
}

/// How it was signed: drawn, or typed.
fn put_hand(
    writer: &mut ChangeWriter<'_>,
    place: &MapPlace,
    hand: &SignedHand,
) -> Result<(), CommandError> {
    let typed = clean::line(&hand.typed);
    if hand.strokes.is_empty() == typed.is_empty() {
        return Err(place.invalid("strokes"));
    }
    for (key, text) in [("strokes", &hand.strokes), ("typed", &typed)] {
        writer.put_or_clear(place, key, (!text.is_empty()).then_some(text.as_str()))?;
    }
    Ok(())
}

/// Whether the signer signed on a phone of their own, or said that what was captured is theirs.
pub(super) fn is_in_person(writer: &ChangeWriter<'_>, place: &MapPlace, signer: MemberId) -> bool {
    if !writer.string(place, "confirmed_at").is_empty() {
        return true;
    }
    let captured_by = writer.standing(place, "captured_by");
    captured_by
        .iter()
        .any(|(value, _)| value.as_str() == Some(signer.to_string().as_str()))
}
