//! The documents that views are made from, as far as they are here.

use std::collections::BTreeSet;

use besace_model::files::FileSet;
use besace_model::head::DocHead;
use besace_model::ids::{DocId, FileHash, MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind, Record};
use besace_model::kinds::activity::Activity;
use besace_model::kinds::coach_notes::CoachNotes;
use besace_model::kinds::coaching_log::CoachingLog;
use besace_model::kinds::directory::Directory;
use besace_model::kinds::event::Event;
use besace_model::kinds::profile::Profile;
use besace_model::kinds::roster::Roster;
use besace_model::kinds::rsvp::Rsvp;

use super::ViewReader;
use crate::view::FileRef;

impl<'a> ViewReader<'a> {
    pub(crate) fn doc_id(&self, head: &DocHead) -> DocId {
        self.replica.docs.last(head).id(self.replica.coop)
    }

    /// The files of an entry of a document, as the relay is asked for them.
    pub(crate) fn files(&self, head: &DocHead, files: &FileSet) -> Vec<FileRef> {
        let doc = self.doc_id(head).to_string();
        let files = files.iter().map(|file| FileRef {
            doc: doc.clone(),
            hash: file.hash,
            bytes: file.bytes,
        });
        files.collect()
    }

    /// Each document on this phone that names one of some files, with it.
    pub(crate) fn where_named(&self, wanted: &[FileHash]) -> Vec<FileRef> {
        let wanted: BTreeSet<&FileHash> = wanted.iter().collect();
        let docs = self.replica.docs.iter();
        let mut found = BTreeSet::new();
        // Records are read when they are first asked for: those that can name none are left alone.
        for (id, doc) in docs.filter(|(_, doc)| may_name_files(doc.row.head.kind)) {
            let files = doc.record().map(|record| record.said().files());
            let files = files.into_iter().flatten();
            let files = files.filter(|file| wanted.contains(&file.hash));
            found.extend(files.map(|file| (id, file)));
        }
        let refs = found.into_iter().map(|(doc, file)| FileRef {
            doc: doc.to_string(),
            hash: file.hash,
            bytes: file.bytes,
        });
        refs.collect()
    }

    pub(crate) fn record(&self, head: &DocHead) -> Option<&'a Record> {
        self.replica.docs.get(self.doc_id(head))?.record()
    }

    /// A document's content, if it is here.
    pub(crate) fn doc<C: ContentOf>(&self, head: &DocHead) -> Option<&'a C> {
        C::of(self.record(head)?)
    }

    pub(crate) fn directory(&self) -> Option<&'a Directory> {
        self.doc(&DocHead::directory())
    }

    pub(crate) fn profile(&self, member: MemberId) -> Option<&'a Profile> {
        self.doc(&DocHead::profile(member))
    }

    pub(crate) fn activity(&self, member: MemberId, year: u16) -> Option<&'a Activity> {
        self.doc(&DocHead::activity(member, year))
    }

    pub(crate) fn log(&self, member: MemberId) -> Option<&'a CoachingLog> {
        self.doc(&DocHead::coaching_log(member))
    }

    pub(crate) fn coach_notes(&self, member: MemberId) -> Option<&'a CoachNotes> {
        self.doc(&DocHead::coach_notes(self.me_id(), member))
    }

    pub(crate) fn event(&self, id: Ulid) -> Option<&'a Event> {
        self.doc::<Option<Box<Event>>>(&DocHead::event(id))?
            .as_deref()
    }

    pub(crate) fn roster(&self, id: Ulid) -> Option<&'a Roster> {
        self.doc(&DocHead::roster(id))
    }

    pub(crate) fn my_answers(&self) -> Option<&'a Rsvp> {
        self.doc(&DocHead::rsvp(self.me_id()))
    }
}

/// Whether documents of a kind may name files.
fn may_name_files(kind: Kind) -> bool {
    let mut rules = kind.table().rules();
    rules.any(|rule| rule.path.ends_with("/{sha256}"))
}
