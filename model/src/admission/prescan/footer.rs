//! What stands behind a change's operations: the author, on the first change of an actor.

use super::super::bytes::ByteReader;
use crate::error::ErrorCode;
use crate::ids::{ID_BYTES, MemberId};

const AUTHOR_FOOTER: u8 = 1;

/// Automerge keeps the author behind the columns of an actor's first change: a tag, a length, the bytes.
pub(super) fn read_author(
    mut input: ByteReader<'_>,
    seq: u64,
) -> Result<Option<MemberId>, ErrorCode> {
    if input.is_empty() {
        return if seq == 1 {
            Err(ErrorCode::BadAuthor)
        } else {
            Ok(None)
        };
    }
    if input.byte()? != AUTHOR_FOOTER {
        return Err(ErrorCode::BadChunk);
    }
    let len = input.length()?;
    if len > input.len() {
        return Err(ErrorCode::BadChunk);
    }
    if seq != 1 || len != ID_BYTES {
        return Err(ErrorCode::BadAuthor);
    }
    let author = MemberId::from_bytes(input.array()?);
    if input.is_empty() {
        Ok(Some(author))
    } else {
        Err(ErrorCode::BadChunk)
    }
}
