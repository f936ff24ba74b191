//! Signatures on a session's report: drawn consent with a digest, simple evidence and no more (domain.md section 9.9).

use automerge::Automerge;

use super::super::change::{Place, Writer};
use super::super::tree::Map;
use super::session;
use crate::command::CommandError;
use crate::ids::{MemberId, Ulid};
use crate::record::{FieldValue, SessionStatus, Signature};
use crate::sorted::SortedMap;

/// The digest of no content.
const UNSAID_SHA256: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The signatures of a session.
pub(super) fn read(doc: &Automerge, map: Map<'_>) -> SortedMap<MemberId, Signature> {
    map.entries()
        .filter_map(|(member, map)| Some((member, signature(doc, member, map)?)))
        .collect()
}

/// Written apart by the signer and by somebody who captured it, it is what the signer wrote.
fn signature(doc: &Automerge, signer: MemberId, map: Map<'_>) -> Option<Signature> {
    let part = |key| {
        let apart = map.concurrent(key).iter();
        let own = apart.filter(|written| written.author(doc) == Some(signer));
        let mut own = own.filter_map(|written| match &written.value {
            FieldValue::Text(text) => Some(text.clone()),
            _ => None,
        });
        own.next().unwrap_or_else(|| map.string(key))
    };
    Some(Signature {
        at: part("at"),
        captured_by: part("captured_by").parse().ok()?,
        content_sha256: part("content_sha256"),
        contested_at: map.string("contested_at"),
        changed_since: false,
    })
}

/// Signs the report as it stands on this phone. What somebody signed on a phone of their own, nobody captures anew for
/// them. Only a session that was held is signed, and a statutory one only with
/// its eight points filled (domain.md section 1.1, "completeness check before signing").
pub(super) fn sign(
    writer: &mut Writer<'_>,
    id: Ulid,
    signer: MemberId,
) -> Result<(), CommandError> {
    let place = writer.entry("sessions", id)?;
    let session = writer.signed.take().ok_or(CommandError::NoSuchEntry)?;
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
    let signatures = writer.open_or_make(&place, "signatures")?;
    let place = writer.open_or_make(&signatures, &signer.to_string())?;
    let digest = session::content_sha256(id, &session);
    let contested = !writer.string(&place, "contested_at").is_empty();
    if writer.string(&place, "content_sha256") == digest && !contested {
        return Err(CommandError::NoChange);
    }
    let (now, author) = (writer.now(), writer.author().to_string());
    if writer.author() != signer && is_in_person(writer, &place, signer) {
        return Err(CommandError::Forbidden(place.at("captured_by")));
    }
    writer.put(&place, "at", now.as_str())?;
    writer.put(&place, "captured_by", author.as_str())?;
    if writer.string(&place, "content_sha256") == digest {
        // Said anew, or what stands would not be the signer's own word.
        writer.put(&place, "content_sha256", UNSAID_SHA256)?;
    }
    writer.put(&place, "content_sha256", digest.as_str())?;
    if contested && writer.author() == signer {
        writer.clear(&place, "contested_at")?;
    }
    Ok(())
}

/// Whether the signer signed on a phone of their own.
fn is_in_person(writer: &Writer<'_>, place: &Place, signer: MemberId) -> bool {
    let captured_by = writer.standing(place, "captured_by");
    captured_by
        .iter()
        .any(|(value, _)| value.as_str() == Some(signer.to_string().as_str()))
}

/// The author says that a signature in their name is not theirs.
pub(super) fn contest(writer: &mut Writer<'_>, id: Ulid) -> Result<(), CommandError> {
    let place = writer.entry("sessions", id)?;
    let signatures = writer
        .open(&place, "signatures")?
        .ok_or(CommandError::NoSuchEntry)?;
    let author = writer.author().to_string();
    let place = writer
        .open(&signatures, &author)?
        .ok_or(CommandError::NoSuchEntry)?;
    if !writer.string(&place, "contested_at").is_empty() {
        return Err(CommandError::NoChange);
    }
    let now = writer.now();
    writer.put(&place, "contested_at", now.as_str())
}
