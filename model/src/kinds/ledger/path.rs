//! The path of a member: each stage from a day on. It goes forward; a step back says why.

use super::{Ledger, Milestone, PathStage};
use crate::ids::Ulid;

impl PathStage {
    /// How far along the path it is.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::Prospect => 0,
            Self::Diagnosis => 1,
            Self::Cape => 2,
            Self::Cesa | Self::CdiEs => 3,
            Self::Associate => 4,
            Self::Exited => 5,
        }
    }

    /// Whether somebody at this stage runs an activity in the cooperative.
    #[must_use]
    pub const fn is_member(self) -> bool {
        !matches!(self, Self::Prospect | Self::Diagnosis | Self::Exited)
    }

    /// Whether the cooperative employs them, and owes them interviews.
    #[must_use]
    pub const fn is_employed(self) -> bool {
        matches!(self, Self::Cesa | Self::CdiEs | Self::Associate)
    }
}

impl Ledger {
    /// The milestones that stand, the first first.
    #[must_use]
    pub fn milestones(&self) -> Vec<(Ulid, &Milestone)> {
        let all = self.path.iter();
        let standing = all.filter(|(_, one)| one.entry.removed_at.is_empty());
        let mut standing: Vec<_> = standing.map(|(id, one)| (*id, one)).collect();
        standing.sort_by(|(a, x), (b, y)| (&x.on, a).cmp(&(&y.on, b)));
        standing
    }

    /// When the member came: the first stage at which they run an activity here.
    #[must_use]
    pub fn entry(&self) -> Option<&Milestone> {
        let all = self.milestones().into_iter().map(|it| it.1);
        all.into_iter().find(|one| one.stage.is_member())
    }

    /// Where the member stands on a day (`YYYY-MM-DD`); `None` when nobody said.
    #[must_use]
    pub fn stage(&self, today: &str) -> Option<&Milestone> {
        let all = self.milestones().into_iter();
        all.filter(|(_, one)| *one.on <= *today)
            .map(|it| it.1)
            .next_back()
    }

    /// Whether a stage from a day on leads forward from the one before it.
    pub(super) fn is_forward(&self, stage: PathStage, on: &str) -> bool {
        self.stage(on)
            .is_none_or(|before| before.stage.rank() < stage.rank())
    }
}
