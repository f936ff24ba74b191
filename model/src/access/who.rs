//! The words of the rule tables for who may write.

use ts_rs::TS;

use super::{Grants, Role};
use crate::head::DocHead;
use crate::ids::MemberId;
use crate::plain::ToPlain;

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
    /// Who created what the document is about, in the entry that is named as the document is; and who holds the role of
    /// director. While nobody created it: every active member.
    Creator,
    /// Who created what the document is about, and the team.
    CreatorOrTeam,
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
    /// Communication, finance or direction.
    Guides,
    /// A coach, communication or direction.
    Drafters,
    /// Whoever holds a role beside that of an entrepreneur.
    Team,
    /// Finance or direction.
    Direction,
    /// Who holds the role of director.
    Director,
    /// Whom the entry names as its holder, where they belong to the team, and who holds the role of director.
    HolderOrDirector,
    /// Whom the entry names as its holder, who created what the document is about, and the team.
    HolderCreatorOrTeam,
    /// The document's owner, as long as they accompany the member whom it is about.
    CoachAbout,
    /// Who holds a group: its founder, its facilitators and direction. While nobody founded it: any member.
    Facilitators,
    /// The same, but for whoever the nearest key of the path names: nobody gives themselves a mandate.
    Appointers,
    /// Who asks the cooperative: the author of a consultation, and direction. While it has no author: direction, or
    /// whoever facilitates a group.
    Convenors,
    /// Who facilitates the group that the nearest key of the path names, and direction.
    GroupHolders,
    /// Direction, and the secretary, whom direction made a facilitator of the assembly.
    Secretaries,
    /// The team, and who facilitates what the document is about: an event whose guests they see, a partner for which they
    /// have a mandate.
    Keepers,
}

/// Whose something is, as its document says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Belongs {
    /// Who created what the document is about, as the first accepted word on it says.
    pub creator: Option<MemberId>,
    /// Whom the entry names that the path leads into (see [`Rule::holds`](crate::doc::rules::Rule::holds)); nobody where
    /// two stand there at once.
    pub holder: Option<MemberId>,
}

impl Who {
    /// Whether `grants` fit, of something that belongs so; `key` is the nearest wildcard key of the path.
    #[must_use]
    pub fn allows(
        self,
        grants: &Grants,
        head: &DocHead,
        belongs: Belongs,
        key: Option<&str>,
    ) -> bool {
        let Belongs { creator, holder } = belongs;
        let named = || key.and_then(|key| key.parse::<MemberId>().ok());
        let takes_part = grants.member == head.owner || grants.coaches(head.owner);
        let facilitates = |key: &str| key.parse().is_ok_and(|it| grants.facilitates.contains(&it));
        // What somebody created is theirs; while nobody did, it is of those who may begin it.
        let holds = |may_begin: bool| {
            let began = creator.map_or(may_begin, |creator| creator == grants.member);
            grants.has(Role::Director) || began
        };
        let is_member = grants.member != MemberId::RELAY;
        match self {
            Self::Owner => grants.member == head.owner,
            Self::Coach => grants.coaches(head.owner),
            Self::OwnerOrCoach => takes_part,
            Self::Organisers => holds(grants.may_create_events()) || facilitates(&head.key),
            Self::Facilitators => holds(is_member) || facilitates(&head.key),
            Self::Appointers => {
                let holds = holds(is_member) || facilitates(&head.key);
                holds && named() != Some(grants.member)
            }
            Self::Creator => {
                let is_creator = || creator.is_none_or(|creator| creator == grants.member);
                key.is_none_or(|key| key == head.key)
                    && grants.member != MemberId::RELAY
                    && (grants.has(Role::Director) || is_creator())
            }
            Self::CreatorOrTeam => creator == Some(grants.member) || grants.in_team(),
            Self::Convenors => holds(!grants.facilitates.is_empty()),
            Self::GroupHolders => grants.has(Role::Director) || key.is_some_and(facilitates),
            Self::Secretaries => grants.has(Role::Director) || facilitates(&head.key),
            Self::Relay => grants.member == MemberId::RELAY,
            Self::Signer => {
                takes_part && named() == Some(grants.member)
                    || grants.coaches(head.owner) && named() == Some(head.owner)
            }
            Self::Named => takes_part && named() == Some(grants.member),
            Self::Oneself => named() == Some(grants.member),
            Self::Editors => grants.may_edit_board(),
            Self::Guides => grants.may_edit_board() || grants.reads_far(),
            Self::Drafters => grants.may_draft(),
            Self::Team => grants.in_team(),
            Self::Keepers => grants.in_team() || facilitates(&head.key),
            Self::Direction => grants.reads_far(),
            Self::Director => grants.has(Role::Director),
            Self::HolderOrDirector => {
                holder == Some(grants.member) && grants.in_team() || grants.has(Role::Director)
            }
            Self::HolderCreatorOrTeam => {
                let is_own = [holder, creator].contains(&Some(grants.member));
                is_own || grants.in_team()
            }
            Self::CoachAbout => {
                let about = head.about();
                grants.member == head.owner && about.is_some_and(|about| grants.coaches(about))
            }
        }
    }
}
