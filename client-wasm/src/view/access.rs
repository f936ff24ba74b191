//! Who reads and who writes what about the reader.

use besace_model::access::about::Whose;
use besace_model::access::{Readers, Role, Who};
use besace_model::ids::MemberId;
use besace_model::kind::Kind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

/// Who reads and who writes the documents of a kind, as far as something about the reader stands in them.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct KindAccess {
    /// The kind.
    pub kind: Kind,
    /// Whose the documents are.
    pub whose: Whose,
    /// Who reads them.
    pub readers: Readers,
    /// Who that is beside oneself, by name, as far as the directory on this phone says so; nobody where everybody reads.
    pub people: Vec<ReaderAccess>,
    /// What stands in them.
    pub parts: Vec<PartAccess>,
}

/// Somebody who reads what stands about the reader.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ReaderAccess {
    /// Who.
    pub member: MemberId,
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// The last day on which they do, where they stand in for a coach who is away; empty where nothing ends it.
    pub until: String,
}

/// Who writes a part of them.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct PartAccess {
    /// The part: a top-level map.
    pub part: String,
    /// Who may write in it.
    pub writers: Vec<Who>,
}
