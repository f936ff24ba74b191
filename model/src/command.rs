//! What a person does, as typed data. One command is one Automerge change is one commit. Screens send commands; the
//! model checks and applies them; a phone keeps them until the relay has spoken, to replay them when need be.
//!
//! Whoever makes an entry names it with a ULID, so sending the same command twice makes one entry.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{MemberId, Ulid};
use crate::record::{
    ActionStatus, AnswerStatus, EventKind, EventStatus, ExpenseCategory, ExpenseKind, GoalKind,
    GoalStatus, LeadStage, ProfileSet, SessionMode, SessionStatus, SessionType, Urgency, Vehicle,
};

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Command {
    /// Writes a line in one's journal; the year is that of the date.
    AddJournalEntry {
        /// The new entry.
        id: Ulid,
        /// The day.
        date: String,
        /// The text.
        text: String,
    },
    /// Changes a journal line; the text merges character by character.
    EditJournalEntry {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The new day.
        date: Option<String>,
        /// The whole new text.
        text: Option<String>,
    },
    /// Records an expense of one's own.
    AddExpense {
        /// The new entry.
        id: Ulid,
        /// All its fields, `date` included.
        expense: ExpenseFields,
    },
    /// Changes fields of an expense; also how a conflict is settled.
    EditExpense {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: ExpenseChanges,
    },
    /// Records a trip of one's own.
    AddTrip {
        /// The new entry.
        id: Ulid,
        /// All its fields.
        trip: TripFields,
    },
    /// Changes fields of a trip.
    EditTrip {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: TripChanges,
    },
    /// Opens a business lead in a year's pipeline.
    AddLead {
        /// The activity's year.
        year: u16,
        /// The new entry.
        id: Ulid,
        /// All its fields.
        lead: LeadFields,
    },
    /// Changes fields of a lead.
    EditLead {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
        /// The fields that change.
        changes: LeadChanges,
    },
    /// Says what turnover one expects in a month (`YYYY-MM`).
    SetForecast {
        /// The month.
        month: String,
        /// In cents.
        cents: i64,
    },
    /// Logs or plans a coaching session with a member.
    LogSession {
        /// Whose log.
        member: MemberId,
        /// The new session.
        id: Ulid,
        /// All its fields.
        session: SessionFields,
    },
    /// Changes fields of a session; texts merge character by character.
    EditSession {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
        /// The fields that change.
        changes: SessionChanges,
    },
    /// The member prepares a session.
    PrepareSession {
        /// The session.
        id: Ulid,
        /// The whole text.
        text: String,
    },
    /// Signs a session's report as it stands, or captures the member's signature on the coach's phone.
    SignSession {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
        /// Who signs.
        signer: MemberId,
    },
    /// Contests one's signature captured on another phone.
    ContestSignature {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
    },
    /// The member says how the session was for them.
    RateSession {
        /// The session.
        id: Ulid,
        /// 1 to 5.
        score: i64,
        /// In words.
        text: String,
    },
    /// Sets a goal.
    AddGoal {
        /// Whose log.
        member: MemberId,
        /// The new goal.
        id: Ulid,
        /// All its fields.
        goal: GoalFields,
    },
    /// Changes fields of a goal.
    EditGoal {
        /// Whose log.
        member: MemberId,
        /// The goal.
        id: Ulid,
        /// The fields that change.
        changes: GoalChanges,
    },
    /// Agrees an action.
    AddAction {
        /// Whose log.
        member: MemberId,
        /// The new action.
        id: Ulid,
        /// All its fields.
        action: ActionFields,
    },
    /// Changes fields of an action.
    EditAction {
        /// Whose log.
        member: MemberId,
        /// The action.
        id: Ulid,
        /// The fields that change.
        changes: ActionChanges,
    },
    /// The member asks for support.
    AskSupport {
        /// The new ask.
        id: Ulid,
        /// What.
        text: String,
        /// How soon.
        urgency: Urgency,
    },
    /// A coach answers an ask.
    AnswerAsk {
        /// Whose log.
        member: MemberId,
        /// The ask.
        id: Ulid,
        /// The whole answer.
        answer: String,
    },
    /// A coach writes a private note about a member.
    AddNote {
        /// About whom.
        member: MemberId,
        /// The new note.
        id: Ulid,
        /// The text.
        text: String,
    },
    /// Changes a private note.
    EditNote {
        /// About whom.
        member: MemberId,
        /// The note.
        id: Ulid,
        /// The whole new text.
        text: String,
    },
    /// What a coach wants to think of next time.
    SetNextTime {
        /// About whom.
        member: MemberId,
        /// The whole text.
        text: String,
    },
    /// Creates an event.
    CreateEvent {
        /// The new event.
        id: Ulid,
        /// All its fields.
        event: EventFields,
    },
    /// Changes fields of an event; a change of slot raises its sequence.
    EditEvent {
        /// The event.
        id: Ulid,
        /// The fields that change.
        changes: EventChanges,
    },
    /// Answers an event for oneself.
    AnswerEvent {
        /// The event.
        event: Ulid,
        /// The answer.
        answer: AnswerFields,
    },
    /// Changes one's profile; texts merge character by character.
    EditProfile {
        /// The fields that change.
        changes: ProfileChanges,
    },
    /// Puts a word into a set of one's profile, or takes it out.
    SetProfileTag {
        /// Which set.
        set: ProfileSet,
        /// The word.
        tag: String,
        /// Whether it is in.
        present: bool,
    },
    /// Removes an entry, or brings it back.
    Remove {
        /// Which one.
        entry: EntryRef,
        /// Whether it is removed.
        removed: bool,
    },
}

/// An entry that can be removed and brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum EntryRef {
    /// A journal line of one's own.
    Journal {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
    },
    /// An expense of one's own.
    Expense {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
    },
    /// A trip of one's own.
    Trip {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
    },
    /// A lead of one's own.
    Lead {
        /// The activity's year.
        year: u16,
        /// The entry.
        id: Ulid,
    },
    /// A session.
    Session {
        /// Whose log.
        member: MemberId,
        /// The entry.
        id: Ulid,
    },
    /// A goal.
    Goal {
        /// Whose log.
        member: MemberId,
        /// The entry.
        id: Ulid,
    },
    /// An action.
    Action {
        /// Whose log.
        member: MemberId,
        /// The entry.
        id: Ulid,
    },
    /// An ask of one's own.
    Ask {
        /// The entry.
        id: Ulid,
    },
    /// A private note.
    Note {
        /// About whom.
        member: MemberId,
        /// The entry.
        id: Ulid,
    },
}

/// Declares the fields of an entry twice: all of them for a new one, each optional for a change (`None`: as it was;
/// empty text clears). Fields after the `;` may be unsaid: in a change, `null` clears them.
macro_rules! fields {
    ($(#[$doc:meta])* $all:ident / $changes:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)?
        $(; $($(#[$open_doc:meta])* $open:ident: $open_type:ty),+ $(,)?)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $all {
            $($(#[$field_doc])* pub $field: $type,)+
            $($($(#[$open_doc])* pub $open: Option<$open_type>,)+)?
        }

        $(#[$doc])*
        /// Only what changes is set.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(rename_all = "camelCase", default)]
        #[ts(optional_fields)]
        pub struct $changes {
            $($(#[$field_doc])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$type>,)+
            $($(
                $(#[$open_doc])*
                #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "said")]
                pub $open: Option<Option<$open_type>>,
            )+)?
        }

        impl From<$all> for $changes {
            fn from(all: $all) -> Self {
                Self {
                    $($field: Some(all.$field),)+
                    $($($open: Some(all.$open),)+)?
                }
            }
        }
    };
}

/// Tells a field that is cleared (`null`) from one that is left as it was (missing).
fn said<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

fields! {
    /// The fields of an expense.
    ExpenseFields / ExpenseChanges {
        /// The day of the receipt.
        date: String,
        /// What for.
        category: ExpenseCategory,
        /// In words.
        label: String,
        /// Before tax, in cents.
        net_cents: i64,
        /// Tax, in cents.
        vat_cents: i64,
        /// Tax rate in basis points.
        vat_rate_bp: i64,
        /// How it was paid.
        kind: ExpenseKind,
    }
}

fields! {
    /// The fields of a trip.
    TripFields / TripChanges {
        /// The day.
        date: String,
        /// From.
        from: String,
        /// To.
        to: String,
        /// Distance in metres.
        metres: i64,
        /// The vehicle.
        vehicle: Vehicle,
        /// What for.
        purpose: String,
    }
}

fields! {
    /// The fields of a business lead.
    LeadFields / LeadChanges {
        /// What it is.
        title: String,
        /// With whom.
        contact: String,
        /// Expected amount in cents.
        amount_cents: i64,
        /// How far it has come.
        stage: LeadStage,
        /// What to do next.
        next_step: String,
        /// By when; empty when open.
        due: String,
    }
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
        plan: String,
        /// The eight statutory points, all of them; empty when the session is not statutory.
        eight_points: Vec<String>;
        /// Whether the member was there; unsaid before it is known.
        member_present: bool,
        /// The report this one amends.
        amends: Ulid,
    }
}

fields! {
    /// The fields of a goal.
    GoalFields / GoalChanges {
        /// What.
        title: String,
        /// About what.
        kind: GoalKind,
        /// The figure aimed at; 0 when there is none.
        target_value: i64,
        /// The unit of the figure.
        unit: String,
        /// By when; empty when open.
        due: String,
        /// Where it stands.
        status: GoalStatus,
        /// Progress in basis points.
        progress_bp: i64,
    }
}

fields! {
    /// The fields of an action.
    ActionFields / ActionChanges {
        /// What.
        text: String,
        /// By when; empty when open.
        due: String,
        /// Where it stands.
        status: ActionStatus;
        /// Who does it.
        owner: MemberId,
        /// The session it came from.
        session: Ulid,
        /// The goal it serves.
        goal: Ulid,
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

/// A slot of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
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

/// Why a command does not apply.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A value is missing, too long or not of the right form; the field's path.
    #[error("{0} is not valid")]
    Invalid(String),
    /// The member may not do that.
    #[error("not allowed at {0}")]
    Forbidden(String),
    /// The entry the command changes is not in the document.
    #[error("no such entry")]
    NoSuchEntry,
    /// Nothing would change.
    #[error("nothing changes")]
    NoChange,
    /// Too much was typed for one change; saving more often helps.
    #[error("too much for one change")]
    TooBig,
}
