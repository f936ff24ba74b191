//! What this member may do, as the directory says.

use besace_model::access::Grants;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kind::ContentOf;
use besace_model::kinds::directory::{self, Directory};

use super::Replica;

impl Replica {
    /// What the last generation of a document says, if it is here.
    pub(crate) fn content<C: ContentOf>(&self, head: &DocHead) -> Option<&C> {
        let id = self.docs.last(head).id(self.coop);
        C::of(self.docs.get(id)?.record()?)
    }

    /// Reads what this member may do from the directory.
    pub(super) fn refresh_grants(&mut self) {
        self.grants = match self.content::<Directory>(&DocHead::directory()) {
            Some(found) => directory::grants_of(found, self.member),
            None => no_grants(self.member),
        };
    }
}

/// A member of whom the directory says nothing yet: what is their own is theirs.
pub(super) fn no_grants(member: MemberId) -> Grants {
    Grants {
        member,
        ..Grants::relay()
    }
}
