//! A profile, as its page shows it.

use besace_model::access::Role;
use besace_model::ids::MemberId;
use besace_model::kinds::directory::Stage;
use besace_model::kinds::profile::Sector;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::{ConflictView, Person, RecordState, RereadView};

/// A profile.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ProfileView {
    /// Whose.
    pub member: MemberId,
    /// The name shown: the one they wish, or the directory's.
    pub name: String,
    /// The name they wish to be shown with, as typed.
    pub display_name: String,
    /// Whether this is the reader's own.
    pub mine: bool,
    /// Whether the reader may change it.
    pub may_edit: bool,
    /// How far it has travelled.
    pub state: RecordState,
    /// Conflicting fields.
    pub conflicts: Vec<ConflictView>,
    /// Texts that the member wrote in two places at once, until they read them.
    pub rereads: Vec<RereadView>,
    /// Names the state of the document that these fields were read from, for [`crate::api::Intent::Do`].
    pub base: String,
    /// Commercial name.
    pub trade_name: String,
    /// Trades.
    pub trades: Vec<String>,
    /// Skills.
    pub skills: Vec<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// What they offer to others.
    pub offers: String,
    /// What they look for.
    pub needs: String,
    /// Branch of the cooperative.
    pub branch: String,
    /// The sector of their activity, if they said it.
    pub sector: Option<Sector>,
    /// Telephone; empty when not shown to the reader.
    pub phone: String,
    /// E-mail; empty when not shown to the reader.
    pub email: String,
    /// Whom to call when something happened; empty when not shown to the reader.
    pub emergency: String,
    /// Whether they look for partners on a job.
    pub looking_for_partners: bool,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Where they stand.
    pub stage: Option<Stage>,
    /// Whether they are associates.
    pub associate: bool,
    /// Whether they are still here.
    pub active: bool,
    /// Their coaches.
    pub coaches: Vec<Person>,
}
