//! What a person types: the fields of each entry, all of them for a new one, some of them for a change.

use ts_rs::TS;

use crate::ids::{MemberId, Ulid};
pub use crate::kinds::activity::{
    ExpenseChanges, ExpenseFields, LeadChanges, LeadFields, TripChanges, TripFields,
};
pub use crate::kinds::coaching_log::{ActionChanges, ActionFields, GoalChanges, GoalFields};
use crate::plain::{FromPlain, ToPlain};
use crate::record::{
    AnswerStatus, EventKind, EventStatus, SessionMode, SessionStatus, SessionType,
};

/// Declares the fields of an entry twice: all of them for a new one, each optional for a change (`None`: as it was;
/// empty text clears). Fields after the `;` may be unsaid: in a change, `null` clears them. Those after the `=>` are
/// lists of which each part changes by itself: in a change, `null` leaves a part as it was.
macro_rules! fields {
    ($(#[$doc:meta])* $all:ident / $changes:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)?
        $(; $($(#[$open_doc:meta])* $open:ident: $open_type:ty),+ $(,)?)?
        $(=> $($(#[$part_doc:meta])* $part:ident: [$part_type:ty]),+ $(,)?)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase")]
        pub struct $all {
            $($(#[$field_doc])* pub $field: $type,)+
            $($($(#[$open_doc])* pub $open: Option<$open_type>,)+)?
            $($($(#[$part_doc])* pub $part: Vec<$part_type>,)+)?
        }

        $(#[$doc])*
        /// Only what changes is set.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase", optional_fields)]
        pub struct $changes {
            $($(#[$field_doc])* pub $field: Option<$type>,)+
            $($($(#[$open_doc])* pub $open: Option<Option<$open_type>>,)+)?
            $($($(#[$part_doc])* pub $part: Option<Vec<Option<$part_type>>>,)+)?
        }

        impl From<$all> for $changes {
            fn from(all: $all) -> Self {
                Self {
                    $($field: Some(all.$field),)+
                    $($($open: Some(all.$open),)+)?
                    $($($part: Some(all.$part.into_iter().map(Some).collect()),)+)?
                }
            }
        }
    };
}

fields! {
    /// The fields of a coaching session.
    SessionFields / SessionChanges {
        /// When it starts (RFC 3339).
        starts_at: String,
        /// How long, in minutes.
        minutes: i64,
        /// How it takes place.
        mode: SessionMode,
        /// Where, in words.
        place: String,
        /// What kind of talk.
        session_type: SessionType,
        /// Whether it counts as one of the two interviews a year.
        statutory: bool,
        /// Topics, all of them.
        topics: Vec<String>,
        /// Where it stands.
        status: SessionStatus,
        /// The coaches present, all of them.
        coaches: Vec<MemberId>,
        /// What it is for.
        objectives: String,
        /// What was said.
        points: String,
        /// What was agreed.
        plan: String;
        /// Whether the member was there; unsaid before it is known.
        member_present: bool,
        /// The report this one amends.
        amends: Ulid
        => /// The eight statutory points, all of them; empty when the session is not statutory.
        eight_points: [String],
    }
}

fields! {
    /// The fields of an event.
    EventFields / EventChanges {
        /// Its name.
        title: String,
        /// What it is.
        kind: EventKind,
        /// In words.
        description: String,
        /// When and where, all slots; one taken out is left out.
        slots: Vec<SlotFields>,
        /// The branch that holds it; empty for all.
        branch: String,
        /// Seats; 0 for no limit.
        capacity: i64,
        /// Whether answers are taken.
        signup_open: bool,
        /// Whether it takes place.
        status: EventStatus,
    }
}

/// What somebody read, and how they signed it: drawn, or typed by who cannot draw.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SignedHand {
    /// The digest of what was read (see `coaching_log::content_sha256`).
    pub content_sha256: String,
    /// The signature as it was drawn (see `rules::are_strokes`); empty when it was typed.
    pub strokes: String,
    /// The name as it was typed in place of drawing; empty when it was drawn.
    pub typed: String,
}

/// A slot of an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SlotFields {
    /// Its name.
    pub id: Ulid,
    /// Start (RFC 3339).
    pub start: String,
    /// End (RFC 3339).
    pub end: String,
    /// Where.
    pub place: String,
}

/// A member's answer to an event.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct AnswerFields {
    /// The answer.
    pub status: AnswerStatus,
    /// A word to the organisers.
    pub comment: String,
    /// Seats offered in a car.
    pub carpool_seats: i64,
    /// From where.
    pub carpool_from: String,
    /// What they cannot eat.
    pub diet: String,
    /// The sequence of the event as the person saw it.
    pub for_sequence: i64,
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
        looking_for_partners: bool,
    }
}
