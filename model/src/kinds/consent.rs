//! What a member agrees to be shown by: in general, and in each story that shows them. The member writes it; communication
//! and direction put before them what they are to agree to, word for word; the team reads it.

use automerge::Automerge;

use crate::access::{Readers, Who};
use crate::doc::entry::table;
use crate::doc::rules::{Table, Value, set};
use crate::doc::tree::{Map, Tree};
use crate::head::{DocHead, Named};
use crate::ids::MemberId;
use crate::kind::{Kind, Spec};
use crate::record::FieldValue;

mod command;
mod record;
mod standing;

pub use command::ConsentCommand;
pub use record::{
    Consent, ConsentAnswer, ConsentChanges, ConsentFields, ConsentSort, Consents, Request,
    RequestChanges, RequestFields,
};
pub use standing::Agreed;

/// What the kind says about itself.
pub const SPEC: Spec = Spec::of_members(Named::PerMember, Readers::Contact);

impl DocHead {
    /// What a member agrees to be shown by.
    #[must_use]
    pub fn consent(member: MemberId) -> Self {
        Self::new(Kind::Consent, member, String::new())
    }
}

/// A document's content.
pub type Content = Consents;
/// What people do to it.
pub type Command = ConsentCommand;

/// Who may write what. Requests and answers are named after the story that they are about.
pub const TABLE: Table = table! {
    maps ["consents", "requests", "answers"]
    entries [Consent, Request]
    rules {
        set("answers/{ulid}", Value::Map, Who::Owner),
        set("answers/{ulid}/agrees", Value::Bool, Who::Owner),
        set("answers/{ulid}/shown", Value::Digest, Who::Owner),
        set("answers/{ulid}/at", Value::Instant, Who::Owner),
    }
};

/// Whoever said no on one device and yes on another said no.
fn rank(_: &str, field: &str, value: &FieldValue) -> i64 {
    let is_no = matches!(
        (field, value),
        ("revoked", FieldValue::Flag(true)) | ("agrees", FieldValue::Flag(false))
    );
    i64::from(is_no)
}

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Consents {
    let tree = Tree::read(doc, rank);
    let mut conflicts = tree.conflicts(doc);
    // An answer is one whole, and no is the one that stands.
    conflicts.retain(|conflict| !conflict.path.starts_with("answers/"));
    Consents {
        consents: tree.map("consents").read(Consent::read),
        requests: tree.map("requests").read(Request::read),
        answers: tree.map("answers").read(answer),
        conflicts,
    }
}

fn answer(map: Map<'_>) -> ConsentAnswer {
    ConsentAnswer {
        agrees: map.flag("agrees").unwrap_or(false),
        shown: map.string("shown"),
        at: map.string("at"),
    }
}
