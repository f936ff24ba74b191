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
/// columns. Never to be changed: another dictionary takes another number.
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
    let mut deflate = Compress::new(LEVEL, false);
    deflate.set_dictionary(DICTIONARY).ok()?;
    let mut out = Vec::with_capacity(frame.len());
    out.push(SQUEEZED);
    // No room beyond the frame's own length: what does not fit does not pay.
    let status = deflate.compress_vec(frame, &mut out, FlushCompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(out)
}

/// The frame that was squeezed, or any other as it is. Never more than [`FRAME_BYTES_MAX`] bytes are made of it,
/// whatever it says.
///
/// # Errors
/// [`WireError`] when it expands to more than a frame, ends early or goes on after its end.
pub fn expand(bytes: &[u8]) -> Result<Cow<'_, [u8]>, WireError> {
    let Some(mut rest) = bytes.strip_prefix(&[SQUEEZED]) else {
        return Ok(Cow::Borrowed(bytes));
    };
    let mut inflate = Decompress::new(false);
    let primed = inflate.set_dictionary(DICTIONARY);
    primed.map_err(|_| WireError::Malformed)?;
    let mut frame = Vec::new();
    loop {
        if frame.len() > FRAME_BYTES_MAX {
            return Err(WireError::TooLong(frame.len()));
        }
        let room = FRAME_BYTES_MAX + 1 - frame.len();
        frame.reserve_exact(frame.len().max(STEP_BYTES).min(room));
        let (read, made) = (inflate.total_in(), frame.len());
        let status = inflate.decompress_vec(rest, &mut frame, FlushDecompress::None);
        rest = &rest[(inflate.total_in() - read) as usize..];
        match status {
            Ok(Status::StreamEnd) if rest.is_empty() => break,
            Ok(Status::StreamEnd) => return Err(WireError::Trailing),
            Ok(_) if frame.len() > made => {}
            _ => return Err(WireError::Malformed),
        }
    }
    if frame.len() > FRAME_BYTES_MAX {
        return Err(WireError::TooLong(frame.len()));
    }
    Ok(Cow::Owned(frame))
}
