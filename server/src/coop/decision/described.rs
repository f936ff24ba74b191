//! What is said of a member, and what of it a decision changes.

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::clean;
use besace_model::doc::rules::is_clean;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;
use serde::{Deserialize, Serialize};

use crate::coop::CoopError;
use crate::coop::people::{Member, People};
use crate::limits::NAME_BYTES_MAX;
use crate::store::people::Status;

/// What is said of a member besides their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// The name shown.
    pub name: String,
    /// The branch; empty for none.
    #[serde(default)]
    pub branch: String,
    /// Where they stand on their path; `None` for staff who run no activity.
    #[serde(default)]
    pub stage: Option<Stage>,
    /// Whether they are associates.
    #[serde(default)]
    pub associate: bool,
}

/// What a decision makes of a member. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// What is said of them.
    pub described: Option<Described>,
    /// Their roles, and no others.
    pub roles: Option<BTreeSet<Role>>,
    /// Who accompanies them, and nobody else.
    pub coaches: Option<BTreeSet<MemberId>>,
    /// Whether they take part.
    pub status: Option<Status>,
}

impl Described {
    /// The same with its lines cleaned.
    ///
    /// # Errors
    /// [`CoopError::Invalid`] when they cannot be shown.
    pub(in crate::coop) fn cleaned(&self) -> Result<Self, CoopError> {
        let (name, branch) = (clean::line(&self.name), clean::line(&self.branch));
        if name.is_empty() || !fits(&name) || !fits(&branch) {
            return Err(CoopError::Invalid);
        }
        Ok(Self {
            name,
            branch,
            ..*self
        })
    }

    /// What is said of a member now.
    fn of(member: &Member) -> Self {
        let row = &member.row;
        Self {
            name: row.name.clone(),
            branch: row.branch.clone(),
            stage: row.stage,
            associate: row.associate,
        }
    }
}

impl Changes {
    /// What they really change of a member, who must be able to become that.
    ///
    /// # Errors
    /// [`CoopError`] says what of it cannot be.
    pub(in crate::coop) fn of(&self, before: &Member, people: &People) -> Result<Self, CoopError> {
        let described = self
            .described
            .as_ref()
            .map(Described::cleaned)
            .transpose()?;
        if let Some(coaches) = &self.coaches {
            can_coach(coaches, before.row.member, people)?;
        }
        if self.status == Some(Status::Relay) {
            return Err(CoopError::Invalid);
        }
        let had = before.roles();
        let roles = self.roles.as_ref().unwrap_or(&had);
        let status = self.status.unwrap_or(before.row.status);
        let directs = status == Status::Active && roles.contains(&Role::Director);
        let is_other = |member: &Member| member.row.member != before.row.member;
        if before.directs() && !directs && !people.members().any(|it| is_other(it) && it.directs())
        {
            return Err(CoopError::LastDirector);
        }
        let (roles, coaches) = (self.roles.as_ref(), self.coaches.as_ref());
        Ok(Self {
            described: described.filter(|said| *said != Described::of(before)),
            roles: roles.filter(|it| **it != had).cloned(),
            coaches: coaches.filter(|it| **it != before.coaches).cloned(),
            status: self.status.filter(|it| *it != before.row.status),
        })
    }
}

/// Whether these may accompany a member: others, whom there are.
///
/// # Errors
/// [`CoopError::Invalid`] or [`CoopError::NotFound`].
pub(in crate::coop) fn can_coach(
    coaches: &BTreeSet<MemberId>,
    member: MemberId,
    people: &People,
) -> Result<(), CoopError> {
    if coaches.contains(&member) {
        return Err(CoopError::Invalid);
    }
    if coaches.iter().any(|coach| people.member(*coach).is_none()) {
        return Err(CoopError::NotFound);
    }
    Ok(())
}

/// Whether a name is short and plain enough to be shown.
pub(in crate::coop) fn fits(text: &str) -> bool {
    text.len() <= NAME_BYTES_MAX && is_clean(text, false)
}
