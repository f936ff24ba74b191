//! The entries of a ledger: contracts, milestones, obligations.

use ts_rs::TS;

use super::words::*;
use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, BasisPoints, CentsUp, Day, Field, Kept, Line, Name, OpenDay, Reference, Text, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::plain::{FromPlain, ToPlain};
use crate::record::Entry;

entry! {
    /// A contract between a member and the cooperative. An amendment is another one, from its day on.
    Contract in "contracts" by Direction, as ContractFields / ContractChanges {
        /// What it is.
        kind: Word<ContractKind>,
        /// Its first day.
        start: Day,
        /// Its last day; empty when open.
        end: OpenDay,
        /// The last day of the trial period; empty when there is none.
        trial_end: OpenDay,
        /// Goals agreed upon.
        goals: Text,
        /// The least activity agreed upon.
        minimum_activity: Line,
        /// The fixed part of the pay, gross, a month.
        fixed_pay_cents: CentsUp,
        /// How the variable part is reckoned.
        variable_rule: Text,
        /// What the contribution is a part of.
        contribution_basis: Word<ContributionBasis>,
        /// That part.
        contribution_rate_bp: BasisPoints,
        /// What is added to it, a month.
        contribution_fixed_cents: CentsUp,
        /// The last day without contribution; empty when there is none.
        contribution_exempt_until: OpenDay,
        /// Which statutes are in force.
        statutes_version: Line,
        /// Rights on clients and on what was made.
        clients_clause: Text,
    }
}

entry! {
    /// A stage of a member's path, from a day on.
    Milestone in "path" by Direction, as MilestoneFields / MilestoneChanges {
        /// The stage.
        stage: Word<PathStage>,
        /// Its first day.
        on: Day,
        /// Why; said of every step back.
        reason: Line,
        /// The partner who sent the member, if one did.
        prescriber: Reference,
    }
}

entry! {
    /// Something that the law, taxes or safety ask for by a day.
    Obligation in "obligations" by Direction, as ObligationFields / ObligationChanges {
        /// What it is about.
        kind: Word<ObligationKind>,
        /// What is to be done.
        label: Name,
        /// By when.
        due: Day,
        /// Who answers for it.
        owner: Word<ObligationOwner>,
        /// What helps.
        note: Line,
    }
}
