//! A directory as plain data.

use crate::access::Role;
use crate::doc::word::words;
use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

words! {
    /// Where a member stands on their path through the cooperative.
    Stage {
        /// First contact.
        Prospect = "prospect",
        /// Diagnostic talks.
        Diagnosis = "diagnosis",
        /// Testing under a CAPE.
        Cape = "cape",
        /// Employed entrepreneur (CESA).
        Cesa = "cesa",
        /// Pre-2016 contract.
        CdiEs = "cdi_es",
        /// Left.
        Exited = "exited",
    }
}

impl Stage {
    /// Whether the member is employed by the cooperative, which then owes them two interviews a year.
    #[must_use]
    pub const fn is_under_contract(self) -> bool {
        matches!(self, Self::Cesa | Self::CdiEs)
    }
}

/// The directory: names, roles and assignments, written by the relay.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Directory {
    /// The cooperative's name.
    pub coop_name: String,
    /// Its members.
    pub members: SortedMap<MemberId, DirectoryMember>,
}

/// A member in the directory.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct DirectoryMember {
    /// The name shown.
    pub name: String,
    /// Their roles.
    pub roles: SortedSet<Role>,
    /// Their coaches.
    pub coaches: SortedSet<MemberId>,
    /// The branch.
    pub branch: String,
    /// Where they stand, as relays of before told everyone.
    pub stage: Option<Stage>,
    /// Whether they are associates, as they told everyone.
    pub associate: bool,
    /// Whether they are still here: relays of before kept those who left.
    pub active: bool,
    /// Events they facilitate without being in the team.
    pub facilitates: SortedSet<Ulid>,
    /// Who accompanies, while they are away, whom they accompany; and the last day of that.
    pub stand_ins: SortedMap<MemberId, String>,
}

impl Said for Directory {}
