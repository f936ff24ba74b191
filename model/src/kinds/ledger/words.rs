//! The closed lists of words of a ledger.

use crate::doc::word::words;

words! {
    /// What a contract is.
    ContractKind {
        /// Contrat d'appui au projet d'entreprise.
        Cape = "cape",
        /// Contrat d'entrepreneur salarié.
        Cesa = "cesa",
        /// A contract of before 2016.
        CdiEs = "cdi_es",
    }
}

words! {
    /// What the contribution to the cooperative is a part of.
    ContributionBasis {
        /// The margin: turnover less direct purchases and expenses.
        Margin = "margin",
        /// The turnover.
        Turnover = "turnover",
    }
}

words! {
    /// A stage of a member's path.
    PathStage {
        /// First contact.
        Prospect = "prospect",
        /// Diagnostic talks.
        Diagnosis = "diagnosis",
        /// Testing under a CAPE.
        Cape = "cape",
        /// Employed entrepreneur (CESA).
        Cesa = "cesa",
        /// With a contract of before 2016.
        CdiEs = "cdi_es",
        /// Associate of the cooperative.
        Associate = "associate",
        /// Left.
        Exited = "exited",
    }
}

words! {
    /// What an obligation is about.
    ObligationKind {
        /// The law.
        Legal = "legal",
        /// Taxes.
        Tax = "tax",
        /// Social charges and declarations.
        Social = "social",
        /// Insurance.
        Insurance = "insurance",
        /// Health and safety.
        HealthSafety = "health_safety",
        /// Training.
        Training = "training",
    }
}

words! {
    /// Who answers for an obligation.
    ObligationOwner {
        /// The member, who ticks it.
        Member = "member",
        /// The cooperative.
        Cooperative = "cooperative",
    }
}

words! {
    /// What was decided on an expense or a trip, the higher rank last.
    DecisionStatus {
        /// Nothing yet, or nothing any more.
        Received = "received",
        /// It is refused, for a reason.
        Invalid = "invalid",
        /// It is accepted.
        Valid = "valid",
        /// It is reimbursed.
        Paid = "paid",
    }
}

words! {
    /// How far an expense or a trip has come.
    LineState {
        /// Its member wrote it down.
        Recorded = "recorded",
        /// Its member handed it in.
        Submitted = "submitted",
        /// It is refused, for a reason.
        Refused = "refused",
        /// It is accepted.
        Accepted = "accepted",
        /// It is reimbursed.
        Paid = "paid",
    }
}
