//! Frames in fewer bytes, between ends that both read them: DEFLATE (RFC 1951) without a header, by zlib-rs, which
//! Automerge brings along. Both ends begin with the same dictionary, so that a frame of one small commit gains too.
//!
//! A squeezed frame begins with the number of its dictionary, a byte with which no message begins.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::WireError;
use crate::limits::FRAME_BYTES_MAX;

/// The first byte of a squeezed frame. A message is a CBOR array of two, or a number above this one.
const SQUEEZED: u8 = 1;
/// What frames are likely to hold: one change of each sort of command as phones write them, names and beginnings of
/// columns. Never to be changed: another dictionary takes another number here, and another version in
/// [`crate::segment`], whose segments lie in the files of relays for as long as these do.
const DICTIONARY: &[u8] = include_bytes!("dictionary.bin");
/// Frames below so many bytes stay as they are.
const SQUEEZE_FROM_BYTES: usize = 96;
/// The effort: beyond it, frames of changes get no smaller.
const LEVEL: Compression = Compression::new(3);
/// Bytes that room is made for at first, as a frame expands.
const STEP_BYTES: usize = 16 * 1024;

/// A frame in fewer bytes; as it is where that does not pay.
#[must_use]
pub fn squeeze(frame: Vec<u8>) -> Vec<u8> {
    if frame.len() < SQUEEZE_FROM_BYTES {
        return frame;
    }
    squeezed(&frame).unwrap_or(frame)
}

/// `None` where it would not be smaller.
fn squeezed(frame: &[u8]) -> Option<Vec<u8>> {
    // No room beyond the frame's own length: what does not fit does not pay.
    deflated(SQUEEZED, frame, LEVEL, frame.len())
}

/// A byte of the caller's, then these bytes by DEFLATE with the dictionary; `None` where all of it takes more than so many
/// bytes.
pub(crate) fn deflated(
    first: u8,
    bytes: &[u8],
    level: Compression,
    bytes_max: usize,
) -> Option<Vec<u8>> {
    let mut deflate = Compress::new(level, false);
    deflate.set_dictionary(DICTIONARY).ok()?;
    let mut out = Vec::with_capacity(bytes_max);
    out.push(first);
    let status = deflate.compress_vec(bytes, &mut out, FlushCompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(out)
}

/// The frame that was squeezed, or any other as it is. Never more than [`FRAME_BYTES_MAX`] bytes are made of it,
/// whatever it says.
///
/// # Errors
/// [`WireError`] when it expands to more than a frame, ends early or goes on after its end.
pub fn expand(bytes: &[u8]) -> Result<Cow<'_, [u8]>, WireError> {
    match bytes.strip_prefix(&[SQUEEZED]) {
        Some(rest) => inflated(rest, FRAME_BYTES_MAX).map(Cow::Owned),
        None => Ok(Cow::Borrowed(bytes)),
    }
}

/// What [`deflated`] was given, from behind the first byte; never more than so many bytes.
pub(crate) fn inflated(mut rest: &[u8], bytes_max: usize) -> Result<Vec<u8>, WireError> {
    let mut inflate = Decompress::new(false);
    let primed = inflate.set_dictionary(DICTIONARY);
    primed.map_err(|_| WireError::Malformed)?;
    let mut whole = Vec::new();
    loop {
        if whole.len() > bytes_max {
            return Err(WireError::TooLong(whole.len()));
        }
        let room = bytes_max + 1 - whole.len();
        whole.reserve_exact(whole.len().max(STEP_BYTES).min(room));
        let (read, made) = (inflate.total_in(), whole.len());
        let status = inflate.decompress_vec(rest, &mut whole, FlushDecompress::None);
        rest = &rest[(inflate.total_in() - read) as usize..];
        match status {
            Ok(Status::StreamEnd) if rest.is_empty() => break,
            Ok(Status::StreamEnd) => return Err(WireError::Trailing),
            Ok(_) if whole.len() > made => {}
            _ => return Err(WireError::Malformed),
        }
    }
    if whole.len() > bytes_max {
        return Err(WireError::TooLong(whole.len()));
    }
    Ok(whole)
}
