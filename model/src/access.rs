//! Who reads and who writes: audiences, roles, what a member may do, and the words of the rule tables for it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedSet;

pub mod about;

/// Declares the table of audiences: a number that is kept in files, a name, what there is one of for each, and who is in it.
/// An audience more is a row more.
macro_rules! readers {
    ($($(#[$doc:meta])* $number:literal $name:ident $scope:ident |$grants:ident, $about:ident| $who:expr;)+) => {
        /// Who reads the documents of a kind: a row of the table of audiences.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToPlain, TS)]
        #[ts(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Readers {
            $($(#[$doc])* $name = $number,)+
        }

        impl Readers {
            /// Every row.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What there is one of for each.
            #[must_use]
            pub const fn scope(self) -> Scope {
                match self { $(Self::$name => Scope::$scope,)+ }
            }

            fn include(self, grants: &Grants, about: Ulid) -> bool {
                match self {
                    $(Self::$name => {
                        let who = |$grants: &Grants, $about: subject::$scope| -> bool { $who };
                        who(grants, about.into())
                    })+
                }
            }
        }
    };
}

/// What there is one audience of a row for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The cooperative.
    Coop,
    /// Each member.
    Member,
    /// Each event.
    Event,
}

/// What an audience of each scope is about.
mod subject {
    pub(super) type Coop = crate::ids::Ulid;
    pub(super) type Member = crate::ids::MemberId;
    pub(super) type Event = crate::ids::Ulid;
}

readers! {
    /// Every active member.
    0 Everyone Coop |_grants, _coop| true;
    /// The member, their coaches, finance and direction.
    1 Activity Member |grants, owner| {
        owner == grants.member || grants.coaches(owner) || grants.reads_far()
    };
    /// The member and their coaches.
    2 Coaching Member |grants, owner| owner == grants.member || grants.coaches(owner);
    /// That member alone.
    3 Own Member |grants, owner| owner == grants.member;
    /// Whoever holds a role beside that of an entrepreneur.
    4 Team Coop |grants, _coop| grants.in_team();
    /// Finance and direction.
    5 Direction Coop |grants, _coop| grants.reads_far();
    /// The team, and the event's facilitators.
    6 Guests Event |grants, event| grants.in_team() || grants.facilitates.contains(&event);
    /// The member and the team.
    8 Contact Member |grants, owner| owner == grants.member || grants.in_team();
}

impl Readers {
    /// The row of a number.
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|row| *row as u8 == number)
    }

    /// The audience of a row that is about a member or an event; the cooperative's is about nothing else.
    #[must_use]
    pub const fn about(self, about: Ulid) -> Audience {
        let about = match self.scope() {
            Scope::Coop => MemberId::RELAY.0,
            Scope::Member | Scope::Event => about,
        };
        Audience {
            readers: self,
            about,
        }
    }

    /// The rows of a scope.
    pub fn of(scope: Scope) -> impl Iterator<Item = Self> {
        let rows = Self::ALL.iter().copied();
        rows.filter(move |row| row.scope() == scope)
    }
}

/// A set of readers. Grants are given and taken per audience, never per document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Audience {
    /// Its row of the table.
    pub readers: Readers,
    /// The member or the event that it is about; all zeros for the cooperative's own.
    pub about: Ulid,
}

impl Audience {
    /// Those of the cooperative.
    pub fn shared() -> impl Iterator<Item = Self> {
        Readers::of(Scope::Coop).map(|row| row.about(MemberId::RELAY.0))
    }

    /// Those that are about a member.
    pub fn of_member(member: MemberId) -> impl Iterator<Item = Self> {
        Readers::of(Scope::Member).map(move |row| row.about(member.0))
    }

    /// Those that are about an event.
    pub fn of_event(event: Ulid) -> impl Iterator<Item = Self> {
        Readers::of(Scope::Event).map(move |row| row.about(event))
    }
}

/// What a person does in the cooperative. A member holds a set of them.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    Serialize,
    Deserialize,
    ToPlain,
    FromPlain,
    TS,
)]
#[cbor(index_only)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs an activity inside the cooperative.
    #[n(0)]
    Entrepreneur,
    /// Accompanies assigned members.
    #[n(1)]
    Coach,
    /// Administration and accounts.
    #[n(2)]
    Finance,
    /// Communication.
    #[n(3)]
    Comms,
    /// Directs the cooperative.
    #[n(4)]
    Director,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::Entrepreneur,
        Self::Coach,
        Self::Finance,
        Self::Comms,
        Self::Director,
    ];

    /// The word used in SQL, documents and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entrepreneur => "entrepreneur",
            Self::Coach => "coach",
            Self::Finance => "finance",
            Self::Comms => "comms",
            Self::Director => "director",
        }
    }

    /// Reads [`Role::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
}

/// What one member may do right now, as the relay's table says (the phone's copy comes from the directory).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grants {
    /// The member.
    pub member: MemberId,
    /// Their roles.
    pub roles: SortedSet<Role>,
    /// The members assigned to them as coach.
    pub coached: SortedSet<MemberId>,
    /// Events they facilitate without being in the team.
    pub facilitates: SortedSet<Ulid>,
}

impl Grants {
    /// The relay's own grants.
    #[must_use]
    pub fn relay() -> Self {
        Self {
            member: MemberId::RELAY,
            roles: SortedSet::new(),
            coached: SortedSet::new(),
            facilitates: SortedSet::new(),
        }
    }

    /// Whether the member holds the role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the member belongs to the support team: any role but entrepreneur.
    #[must_use]
    pub fn in_team(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Entrepreneur)
    }

    /// Whether the member reads documents of this audience.
    #[must_use]
    pub fn reads(&self, audience: Audience) -> bool {
        self.member == MemberId::RELAY || audience.readers.include(self, audience.about)
    }

    /// Whether the member belongs to finance or direction, who read documents about people that are not theirs.
    #[must_use]
    pub fn reads_far(&self) -> bool {
        self.has(Role::Finance) || self.has(Role::Director)
    }

    /// Whether they may pin and hide what members put on the board.
    #[must_use]
    pub fn may_edit_board(&self) -> bool {
        self.has(Role::Comms) || self.has(Role::Director)
    }

    /// Whether the member may create events.
    #[must_use]
    pub fn may_create_events(&self) -> bool {
        [Role::Coach, Role::Comms, Role::Director]
            .into_iter()
            .any(|role| self.has(role))
    }

    /// Whether the member is an assigned coach of `member`.
    #[must_use]
    pub fn coaches(&self, member: MemberId) -> bool {
        self.has(Role::Coach) && self.coached.contains(&member)
    }
}

/// Who may perform an operation, in terms of the document and the path. The variants are the whole vocabulary of the
/// rule tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum Who {
    /// The document's owner.
    Owner,
    /// A coach assigned to the owner.
    Coach,
    /// Either of these two.
    OwnerOrCoach,
    /// Who holds an event: its creator, its facilitators and direction. While nobody created it: coach,
    /// communication, direction or one of its facilitators.
    Organisers,
    /// The relay alone.
    Relay,
    /// The owner or a coach, named by the nearest key of the path; or a coach capturing for the owner on their own
    /// phone.
    Signer,
    /// The owner or a coach, named by the nearest key of the path.
    Named,
    /// Whoever the nearest key of the path names.
    Oneself,
    /// Communication or direction.
    Editors,
    /// The document's owner, as long as they accompany the member whom it is about.
    CoachAbout,
}

impl Who {
    /// Whether `grants` fit. `creator` is who created what the document is about, as the first accepted word on it
    /// says; `key` is the nearest wildcard key of the path.
    #[must_use]
    pub fn allows(
        self,
        grants: &Grants,
        head: &DocHead,
        creator: Option<MemberId>,
        key: Option<&str>,
    ) -> bool {
        let named = || key.and_then(|key| key.parse::<MemberId>().ok());
        let takes_part = grants.member == head.owner || grants.coaches(head.owner);
        match self {
            Self::Owner => grants.member == head.owner,
            Self::Coach => grants.coaches(head.owner),
            Self::OwnerOrCoach => takes_part,
            Self::Organisers => {
                let is_facilitator = || {
                    let event = head.key.parse();
                    event.is_ok_and(|event| grants.facilitates.contains(&event))
                };
                let is_creator = || match creator {
                    Some(creator) => creator == grants.member,
                    None => grants.may_create_events(),
                };
                grants.has(Role::Director) || is_creator() || is_facilitator()
            }
            Self::Relay => grants.member == MemberId::RELAY,
            Self::Signer => {
                takes_part && named() == Some(grants.member)
                    || grants.coaches(head.owner) && named() == Some(head.owner)
            }
            Self::Named => takes_part && named() == Some(grants.member),
            Self::Oneself => named() == Some(grants.member),
            Self::Editors => grants.may_edit_board(),
            Self::CoachAbout => {
                let about = head.about();
                grants.member == head.owner && about.is_some_and(|about| grants.coaches(about))
            }
        }
    }
}
