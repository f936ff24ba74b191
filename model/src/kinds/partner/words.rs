//! The closed lists of words of a partner.

use crate::doc::word::words;

words! {
    /// What a partner is to the cooperative.
    PartnerKind otherwise Network {
        /// An enterprise, a chamber, a place of business.
        Economic = "economic",
        /// An association, a social centre.
        Social = "social",
        /// A commune, a region, the State.
        Institution = "institution",
        /// Who pays for what the cooperative does.
        Funder = "funder",
        /// Who sends people to the cooperative.
        Prescriber = "prescriber",
        /// A newspaper, a radio.
        Press = "press",
        /// Other cooperatives and those who bring them together.
        Network = "network",
    }
}

words! {
    /// What was done with a partner.
    PartnerAct otherwise Meeting {
        /// A meeting.
        Meeting = "meeting",
        /// An event held or attended together.
        Event = "event",
        /// Work on a convention.
        Convention = "convention",
        /// A request or a report of a subsidy.
        Subsidy = "subsidy",
        /// A visit, at theirs or at ours.
        Visit = "visit",
        /// A call.
        Call = "call",
    }
}
