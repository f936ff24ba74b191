//! The documents that views are made from, as far as they are here.

use besace_model::head::DocHead;
use besace_model::ids::{DocId, MemberId, Ulid};
use besace_model::kind::{ContentOf, Record};
use besace_model::kinds::activity::Activity;
use besace_model::kinds::coach_notes::CoachNotes;
use besace_model::kinds::coaching_log::CoachingLog;
use besace_model::kinds::directory::Directory;
use besace_model::kinds::event::Event;
use besace_model::kinds::profile::Profile;
use besace_model::kinds::roster::Roster;
use besace_model::kinds::rsvp::Rsvp;

use super::ViewReader;

impl<'a> ViewReader<'a> {
    pub(crate) fn doc_id(&self, head: &DocHead) -> DocId {
        self.replica.docs.last(head).id(self.replica.coop)
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
