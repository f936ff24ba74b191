//! Prose that people changed at once, in one paragraph: it is merged, and marked until somebody reads it.

use besace_model::command::{Command, EntryCommand, EntryRef};
use besace_model::error::ErrorCode;
use besace_model::ids::{DocId, Ulid};
use besace_model::time::Timestamp;

use super::Replica;
use crate::api::DispatchResult;
use crate::store::Batch;

impl Replica {
    /// A person says that they read a text as it stands: an ordinary command, which takes the mark away for everybody.
    /// Where the document has no place to say so (no stamp beside the text, or a closed session), this phone remembers it.
    pub(super) fn reread(&mut self, mark: &str, now: Timestamp) -> DispatchResult {
        let Some((id, path)) = self.marked(mark) else {
            return DispatchResult::rejected(ErrorCode::NotFound);
        };
        if let Some(command) = self.reading_of(id, path) {
            match self.command(command, None, None, now) {
                DispatchResult::Rejected { code, .. } if says_no_stamp(code) => {}
                result => return result,
            }
        }
        self.read_here(id, path)
    }

    /// The text that a mark names, if it is marked.
    fn marked<'m>(&self, mark: &'m str) -> Option<(DocId, &'m str)> {
        let (doc, path) = mark.split_once(':')?;
        let id = doc.parse::<DocId>().ok()?;
        let mut rows = self.docs.get(id)?.row.rereads.iter();
        rows.any(|row| row.path == path && !row.is_read)
            .then_some((id, path))
    }

    fn read_here(&mut self, id: DocId, path: &str) -> DispatchResult {
        let mut batch = Batch::default();
        let Some(doc) = self.docs.get_mut(id) else {
            return DispatchResult::rejected(ErrorCode::NotFound);
        };
        let mut rows = doc.row.rereads.iter_mut();
        if let Some(row) = rows.find(|row| row.path == path) {
            row.is_read = true;
        }
        doc.write_row(id, &mut batch);
        let kind = doc.row.head.kind;
        self.touch(kind);
        let token = self.save_strictly(batch);
        DispatchResult::Done { token, entry: None }
    }

    fn reading_of(&self, id: DocId, path: &str) -> Option<Command> {
        let head = self.docs.get(id)?.row.head.clone();
        let mut parts = path.split('/');
        let collection = parts.next()?;
        let id = if head.kind.is_one_entry() {
            head.key.parse::<Ulid>()
        } else {
            parts.next()?.parse()
        };
        Some(Command::Entry(EntryCommand::MarkRead {
            entry: EntryRef::new(head, collection, id.ok()?),
        }))
    }
}

/// Whether a refusal to mark an entry as read says that it has no stamp for that, or that nobody may write it any more.
fn says_no_stamp(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::InvalidCommand | ErrorCode::NotOnThisPhone | ErrorCode::Closed
    )
}
