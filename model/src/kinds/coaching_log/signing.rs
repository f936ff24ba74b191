//! Signatures on a session's report: drawn consent with a digest, simple evidence and no more (domain.md section 9.9).

use super::super::change::Writer;
use super::super::tree::Map;
use super::session;
use crate::command::CommandError;
use crate::ids::{MemberId, Ulid};
use crate::record::{SessionStatus, Signature};
use crate::sorted::SortedMap;

/// The signatures of a session.
pub(super) fn read(map: Map<'_>) -> SortedMap<MemberId, Signature> {
    map.entries()
        .filter_map(|(member, map)| Some((member, signature(map)?)))
        .collect()
}

fn signature(map: Map<'_>) -> Option<Signature> {
    Some(Signature {
        at: map.string("at"),
        captured_by: map.id("captured_by")?,
        content_sha256: map.string("content_sha256"),
        contested_at: map.string("contested_at"),
        changed_since: false,
    })
}

/// Signs the report as it stands on this phone. Only a session that was held is signed, and a statutory one only with
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
    writer.put(&place, "at", now.as_str())?;
    writer.put(&place, "captured_by", author.as_str())?;
    writer.put(&place, "content_sha256", digest.as_str())?;
    if contested && writer.author() == signer {
        writer.clear(&place, "contested_at")?;
    }
    Ok(())
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
