//! The kinds of document, what names one, and who may read it.
//!
//! One document = one audience: whoever may read any of it gets all of it, history included.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CoopId, DocId, MemberId, Ulid};
use crate::limits::{RSVP_ANSWERS_MAX, YEARS};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedSet;

/// A kind of document. The numbers are part of the wire format and of every document's name: never reuse one.
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
#[repr(u8)]
pub enum Kind {
    /// Names, roles and assignments of the cooperative; written by the relay. Owner: relay; key: empty.
    #[n(1)]
    Directory = 1,
    /// What a member shows to all. Owner: the member; key: empty.
    #[n(2)]
    Profile = 2,
    /// A member's activity of one calendar year: journal, expenses, mileage, pipeline, forecast. Key: the year.
    #[n(3)]
    Activity = 3,
    /// Goals, sessions, actions and asks between a member and their coaches. Owner: the member; key: empty.
    #[n(4)]
    CoachingLog = 4,
    /// A coach's private notes about one member. Owner: the coach; key: the member.
    #[n(5)]
    CoachNotes = 5,
    /// One event of the cooperative. Owner: relay; key: the event's ULID.
    #[n(6)]
    Event = 6,
    /// A member's answers to events. Owner: the member; key: empty.
    #[n(7)]
    Rsvp = 7,
    /// Seats and waiting list of one event; written by the relay. Owner: relay; key: the event's ULID.
    #[n(8)]
    Roster = 8,
}

impl Kind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Directory,
        Self::Profile,
        Self::Activity,
        Self::CoachingLog,
        Self::CoachNotes,
        Self::Event,
        Self::Rsvp,
        Self::Roster,
    ];

    /// Whether the relay alone writes documents of this kind.
    #[must_use]
    pub fn is_relays(self) -> bool {
        matches!(self, Self::Directory | Self::Roster)
    }

    /// Maps and texts that members may make in one document. What the relay itself reads stays short.
    #[must_use]
    pub fn objects_max(self) -> u32 {
        match self {
            Self::Rsvp => RSVP_ANSWERS_MAX,
            _ => u32::MAX,
        }
    }
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
    fn new(kind: Kind, owner: MemberId, key: String) -> Self {
        Self {
            kind,
            owner,
            key,
            generation: 0,
        }
    }

    /// The directory of a cooperative.
    #[must_use]
    pub fn directory() -> Self {
        Self::new(Kind::Directory, MemberId::RELAY, String::new())
    }
    /// The profile of a member.
    #[must_use]
    pub fn profile(member: MemberId) -> Self {
        Self::new(Kind::Profile, member, String::new())
    }
    /// A member's activity in a calendar year.
    #[must_use]
    pub fn activity(member: MemberId, year: u16) -> Self {
        Self::new(Kind::Activity, member, format!("{year:04}"))
    }
    /// The coaching log of a member.
    #[must_use]
    pub fn coaching_log(member: MemberId) -> Self {
        Self::new(Kind::CoachingLog, member, String::new())
    }
    /// A coach's private notes about a member.
    #[must_use]
    pub fn coach_notes(coach: MemberId, member: MemberId) -> Self {
        Self::new(Kind::CoachNotes, coach, member.to_string())
    }
    /// An event.
    #[must_use]
    pub fn event(event: Ulid) -> Self {
        Self::new(Kind::Event, MemberId::RELAY, event.to_string())
    }
    /// A member's answers.
    #[must_use]
    pub fn rsvp(member: MemberId) -> Self {
        Self::new(Kind::Rsvp, member, String::new())
    }
    /// The seats of an event.
    #[must_use]
    pub fn roster(event: Ulid) -> Self {
        Self::new(Kind::Roster, MemberId::RELAY, event.to_string())
    }

    /// The document's name within a cooperative.
    #[must_use]
    pub fn id(&self, coop: CoopId) -> DocId {
        DocId::of(coop, self)
    }

    /// Whether owner and key have the form their kind asks for. Hostile heads stop here: a key never reaches a file
    /// name or SQL text, and is at most 26 characters.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let shared = self.owner == MemberId::RELAY;
        match self.kind {
            Kind::Directory => shared && self.key.is_empty(),
            Kind::Profile | Kind::CoachingLog | Kind::Rsvp => !shared && self.key.is_empty(),
            Kind::Activity => {
                !shared
                    && self.key.len() == 4
                    && self.key.parse().is_ok_and(|year| YEARS.contains(&year))
            }
            Kind::CoachNotes => {
                !shared
                    && self
                        .key
                        .parse::<MemberId>()
                        .is_ok_and(|member| member != MemberId::RELAY)
            }
            Kind::Event | Kind::Roster => shared && self.key.parse::<Ulid>().is_ok(),
        }
    }

    /// Who may read the document.
    #[must_use]
    pub fn audience(&self) -> Audience {
        match self.kind {
            Kind::Directory | Kind::Profile | Kind::Event | Kind::Roster => Audience::Everyone,
            Kind::Activity => Audience::Activity(self.owner),
            Kind::CoachingLog => Audience::Coaching(self.owner),
            Kind::CoachNotes | Kind::Rsvp => Audience::Own(self.owner),
        }
    }
}

/// A set of readers. Grants are given and taken per audience, never per document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub enum Audience {
    /// Every active member.
    #[n(0)]
    Everyone,
    /// The member, their coaches, finance and direction.
    #[n(1)]
    Activity(#[n(0)] MemberId),
    /// The member and their coaches.
    #[n(2)]
    Coaching(#[n(0)] MemberId),
    /// That member alone.
    #[n(3)]
    Own(#[n(0)] MemberId),
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
        if self.member == MemberId::RELAY {
            return true;
        }
        match audience {
            Audience::Everyone => true,
            Audience::Activity(owner) => {
                owner == self.member
                    || self.coaches(owner)
                    || self.has(Role::Finance)
                    || self.has(Role::Director)
            }
            Audience::Coaching(owner) => owner == self.member || self.coaches(owner),
            Audience::Own(owner) => owner == self.member,
        }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
        }
    }
}
