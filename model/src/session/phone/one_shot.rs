//! Bodies of one-shot exchanges: frames, each behind its length as four big-endian bytes.

use crate::limits::FRAME_BYTES_MAX;

/// Bytes of the length before each frame.
const PREFIX_BYTES: usize = 4;
/// Frames of one body, at most: what follows is asked for again.
const FRAMES_MAX: usize = 1_000;

/// Puts a frame's length before it.
#[must_use]
pub fn with_length(frame: &[u8]) -> Vec<u8> {
    [&(frame.len() as u32).to_be_bytes(), frame].concat()
}

/// Cuts a one-shot body into frames, and whether it ended where a frame does.
#[must_use]
pub fn split(body: &[u8]) -> (Vec<&[u8]>, bool) {
    let mut frames = Vec::new();
    let mut rest = body;
    while frames.len() < FRAMES_MAX {
        let Some((prefix, after)) = rest.split_first_chunk::<PREFIX_BYTES>() else {
            return (frames, rest.is_empty());
        };
        let length = u32::from_be_bytes(*prefix) as usize;
        if length > FRAME_BYTES_MAX || length > after.len() {
            return (frames, false);
        }
        let (frame, after) = after.split_at(length);
        frames.push(frame);
        rest = after;
    }
    (frames, true)
}
