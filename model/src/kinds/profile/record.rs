//! A profile as plain data, and what its member types of it.

use ts_rs::TS;

use crate::doc::typed::fields;
use crate::doc::word::words;
use crate::kind::Said;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Conflict;
use crate::sorted::SortedSet;

words! {
    /// A set of words in a profile.
    ProfileSet {
        /// Trades.
        Trades = "trades",
        /// Skills.
        Skills = "skills",
        /// Languages spoken.
        Languages = "languages",
    }
}

words! {
    /// The sector that an activity belongs to: what it has to see to depends on it.
    Sector otherwise Other {
        /// Advice.
        Advice = "advice",
        /// Training.
        Training = "training",
        /// Crafts and building.
        Building = "building",
        /// Services to people at home.
        Care = "care",
        /// Digital work.
        Digital = "digital",
        /// Arts and culture.
        Arts = "arts",
        /// Farming.
        Farming = "farming",
        /// Any other.
        Other = "other",
    }
}

/// What a member shows to all.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Profile {
    /// The name they wish to be shown with.
    pub display_name: String,
    /// Commercial name.
    pub trade_name: String,
    /// Trades.
    pub trades: SortedSet<String>,
    /// Skills.
    pub skills: SortedSet<String>,
    /// Languages spoken.
    pub languages: SortedSet<String>,
    /// What they offer to others.
    pub offers: String,
    /// What they look for.
    pub needs: String,
    /// Branch of the cooperative.
    pub branch: String,
    /// The sector of their activity, if they said it.
    pub sector: Option<Sector>,
    /// Telephone, until the relay has carried it to the contact.
    pub phone: String,
    /// E-mail, until then.
    pub email: String,
    /// Whether both are shown to other members, until then.
    pub contact_visible: bool,
    /// Whether they look for partners on a job.
    pub looking_for_partners: bool,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

fields! {
    /// The fields of a profile.
    ProfileFields / ProfileChanges {
        /// The name they wish to be shown with.
        display_name: String,
        /// Commercial name.
        trade_name: String,
        /// What they offer to others.
        offers: String,
        /// What they look for.
        needs: String,
        /// Branch of the cooperative.
        branch: String,
        /// Telephone.
        phone: String,
        /// E-mail.
        email: String,
        /// Whether telephone and e-mail are shown to other members.
        contact_visible: bool,
        /// Whether they look for partners on a job.
        looking_for_partners: bool;
        /// The sector of their activity.
        sector: Sector
    }
}

impl Said for Profile {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}
