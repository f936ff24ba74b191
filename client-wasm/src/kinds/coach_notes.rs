//! A coach's private notes.

use super::{Checked, Shown};
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::coach_notes::{CoachNotes, NotesCommand};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use crate::requests::requests;
use crate::view::{Info, Page, RecordState, RereadView, Window};
use crate::views::{ViewReader, live, page};

requests! {
    /// What screens ask of private notes.
    NotesRequest, NotesAnswer, NotesViews by reader {
        /// Those about a member.
        Notes {
            /// About whom.
            member: MemberId,
            /// Which rows.
            window: Window,
        } -> NotesView = reader.notes(*member, *window),
    }
}

/// A coach's private notes about a member.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NotesView {
    /// About whom.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Whether the reader may write.
    pub may_edit: bool,
    /// To think of next time.
    pub next_time: String,
    /// How far that has travelled.
    pub next_time_state: RecordState,
    /// Names the state of the document that it was read from, for [`crate::api::Intent::Do`].
    pub base: String,
    /// What is to be thought of next time, where its author wrote it in two places at once.
    pub rereads: Vec<RereadView>,
    /// The notes, the latest first.
    pub notes: Page<NoteRow>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NoteRow {
    /// The entry.
    pub info: Info,
    /// The text.
    pub text: String,
}

impl Shown for CoachNotes {}

impl Checked for NotesCommand {}

impl ViewReader<'_> {
    fn notes(&self, member: MemberId, window: Window) -> NotesView {
        let head = DocHead::coach_notes(self.me_id(), member);
        let found = self.coach_notes(member);
        let mut notes = found
            .map(|found| live(&found.notes, |note| &note.entry))
            .unwrap_or_default();
        notes.reverse();
        let conflicts = found.map_or(&[][..], |found| &found.conflicts);
        NotesView {
            member,
            name: self.name(member),
            may_edit: self.may_write(&head, &["sheet", "next_time"]),
            next_time: found
                .map(|found| found.next_time.clone())
                .unwrap_or_default(),
            next_time_state: self.state(self.doc_id(&head), ""),
            base: self.base(&head),
            rereads: self.rereads(&head, "sheet/"),
            notes: page(&notes, window, |(id, note)| NoteRow {
                info: self.info(&head, ("notes", "text"), *id, &note.entry, conflicts),
                text: note.text.clone(),
            }),
        }
    }
}
