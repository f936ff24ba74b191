//! What names a document.

use minicbor::{Decode, Encode};

use crate::access::{Audience, Readers, Scope};
use crate::ids::{CoopId, DocId, MemberId, Ulid};
use crate::kind::Kind;
use crate::limits::YEARS;

/// What the documents of a kind are named after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The cooperative has one.
    Once,
    /// The cooperative has one for each ULID.
    ByUlid,
    /// The cooperative has one for each calendar year.
    PerYear,
    /// Each member has one.
    PerMember,
    /// Each member has one for each calendar year.
    PerMemberYear,
    /// Each member may have one about each other member.
    PerMemberAbout,
    /// Each member has one for each ULID.
    PerMemberUlid,
}

/// What a document is: enough to name it, to find its rules and to decide who reads it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct DocHead {
    /// The kind.
    #[n(0)]
    pub kind: Kind,
    /// Whose document it is; [`MemberId::RELAY`] for the shared ones.
    #[n(1)]
    pub owner: MemberId,
    /// What tells apart documents of one kind and owner (see [`Kind`]).
    #[n(2)]
    pub key: String,
    /// Raised when a document is rebuilt without its history.
    #[n(3)]
    pub generation: u32,
}

impl DocHead {
    /// A document in its first generation. Each kind has its own constructor.
    pub(crate) fn new(kind: Kind, owner: MemberId, key: String) -> Self {
        Self {
            kind,
            owner,
            key,
            generation: 0,
        }
    }

    /// The document's name within a cooperative.
    #[must_use]
    pub fn id(&self, coop: CoopId) -> DocId {
        DocId::of(coop, self)
    }

    /// Whether owner and key have the form their kind asks for. Hostile heads stop here: a key never reaches a file
    /// name or SQL text, and is at most 26 characters. One of a kind that this version does not know has none.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let Some(spec) = self.kind.spec() else {
            return false;
        };
        let shared = self.owner == MemberId::RELAY;
        match spec.named {
            Named::Once => shared && self.key.is_empty(),
            Named::ByUlid => shared && self.key.parse::<Ulid>().is_ok(),
            Named::PerYear => shared && self.is_of_year(),
            Named::PerMember => !shared && self.key.is_empty(),
            Named::PerMemberYear => !shared && self.is_of_year(),
            Named::PerMemberUlid => !shared && self.key.parse::<Ulid>().is_ok(),
            Named::PerMemberAbout => {
                let about = self.key.parse::<MemberId>();
                !shared && about.is_ok_and(|member| member != MemberId::RELAY)
            }
        }
    }

    fn is_of_year(&self) -> bool {
        self.key.len() == 4 && self.key.parse().is_ok_and(|year| YEARS.contains(&year))
    }

    /// The member a document is about beside its owner.
    #[must_use]
    pub fn about(&self) -> Option<MemberId> {
        let is_about = self.kind.spec()?.named == Named::PerMemberAbout;
        self.key.parse().ok().filter(|_| is_about)
    }

    /// Who may read the document: its owner alone, if it is of a kind that this version does not know.
    #[must_use]
    pub fn audience(&self) -> Audience {
        let readers = self.kind.spec().map_or(Readers::Own, |spec| spec.readers);
        readers.about(match readers.scope() {
            Scope::Event => self.key.parse().unwrap_or(self.owner.0),
            Scope::Coop | Scope::Member => self.owner.0,
        })
    }
}
