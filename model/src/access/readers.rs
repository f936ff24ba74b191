//! The table of audiences: who reads the documents of a kind.

use ts_rs::TS;

use super::{Audience, Grants};
use crate::ids::{MemberId, Ulid};
use crate::plain::ToPlain;

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

            pub(super) fn include(self, grants: &Grants, about: Ulid) -> bool {
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
    pub(crate) type Coop = crate::ids::Ulid;
    pub(crate) type Member = crate::ids::MemberId;
    pub(crate) type Event = crate::ids::Ulid;
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
    /// The team, and who facilitates the event, or has a mandate for the partner.
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
