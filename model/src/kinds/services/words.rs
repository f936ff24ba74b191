//! The closed list of what an account of shared services is made of.

use crate::doc::word::words;

words! {
    /// What a line of the account belongs to: what pays for the services first, then what they cost.
    ServicePost otherwise OtherCost {
        /// What members contribute of their turnover or margin.
        Contributions = "contributions",
        /// What public partners give.
        Grants = "grants",
        /// Training that the cooperative sells or has paid for.
        TrainingIncome = "training_income",
        /// Any other income.
        OtherIncome = "other_income",
        /// Following members, one by one and together.
        Accompaniment = "accompaniment",
        /// Accounts, payroll, taxes and social charges of members.
        Accounting = "accounting",
        /// Rooms.
        Premises = "premises",
        /// Computers, software, telephone.
        Tools = "tools",
        /// Insurance.
        Insurance = "insurance",
        /// Making the cooperative and its members known.
        Outreach = "outreach",
        /// Assemblies, elected people, the life of the cooperative.
        Governance = "governance",
        /// What is put aside for members who cannot pay or are not paid.
        Solidarity = "solidarity",
        /// Any other cost.
        OtherCost = "other_cost",
    }
}

impl ServicePost {
    /// Whether it pays for the services; otherwise it is one.
    #[must_use]
    pub const fn is_income(self) -> bool {
        matches!(
            self,
            Self::Contributions | Self::Grants | Self::TrainingIncome | Self::OtherIncome
        )
    }
}
