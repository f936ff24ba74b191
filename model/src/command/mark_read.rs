//! Saying that an entry was read as it stands.

use super::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::ids::Ulid;

/// The stamps that a change of an entry leaves, of which a person who only read it may renew one: the first that they
/// may write.
pub const READ_STAMPS: [&str; 2] = ["updated_at", "answered_at"];

/// Renews a stamp of an entry, and nothing else of it.
pub(super) fn mark_read(
    writer: &mut ChangeWriter<'_>,
    collection: &str,
    id: Ulid,
) -> Result<(), CommandError> {
    let place = if writer.kind().is_one_entry() {
        writer.top(collection)?
    } else {
        writer.entry(collection, id)?
    };
    let now = writer.now();
    let [first, second] = READ_STAMPS;
    match writer.put(&place, first, now.as_str()) {
        Err(CommandError::Forbidden(_)) => writer.put(&place, second, now.as_str()),
        result => result,
    }
}
