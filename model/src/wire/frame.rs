//! Writing and reading frames.

use minicbor::{Decode, Encode};

use super::expand;
use crate::error::ErrorCode;
use crate::limits::FRAME_BYTES_MAX;

/// The bytes are not a frame of this protocol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Longer than [`FRAME_BYTES_MAX`].
    #[error("a frame of {0} bytes is too long")]
    TooLong(usize),
    /// Not CBOR of the expected form.
    #[error("not a message of this protocol")]
    Malformed,
    /// Bytes after the end.
    #[error("bytes after the end of the message")]
    Trailing,
}

impl WireError {
    /// The code that crosses the wire.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::TooLong(_) => ErrorCode::TooBig,
            Self::Malformed | Self::Trailing => ErrorCode::BadMessage,
        }
    }
}

/// Writes a frame.
#[must_use]
pub fn encode<T: Encode<()>>(message: &T) -> Vec<u8> {
    minicbor::to_vec(message)
        .expect("writing to memory cannot fail, and no message refuses to be written")
}

/// Reads a frame, squeezed or not. Lengths are checked against the input before anything is reserved; nesting is bounded by the types.
///
/// # Errors
/// [`WireError`] when the bytes are too long, are not a message, or go on after it.
pub fn decode<T: for<'b> Decode<'b, ()>>(bytes: &[u8]) -> Result<T, WireError> {
    if bytes.len() > FRAME_BYTES_MAX {
        return Err(WireError::TooLong(bytes.len()));
    }
    let bytes = &*expand(bytes)?;
    let mut decoder = minicbor::Decoder::new(bytes);
    let message = decoder.decode().map_err(|_| WireError::Malformed)?;
    if decoder.position() != bytes.len() {
        return Err(WireError::Trailing);
    }
    Ok(message)
}
