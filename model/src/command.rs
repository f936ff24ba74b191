//! What a person does, as typed data. One command is one Automerge change is one commit. Screens send commands; the
//! model checks and applies them; a phone keeps them until the relay has spoken, to replay them when need be.
//!
//! Whoever makes an entry names it with a ULID, so sending the same command twice makes one entry.

use ts_rs::TS;

use crate::ids::{MemberId, Ulid};
use crate::kind::Kind;
use crate::kinds::activity::{
    ExpenseChanges, ExpenseFields, LeadChanges, LeadFields, TripChanges, TripFields,
};
use crate::kinds::coaching_log::{
    ActionChanges, ActionFields, GoalChanges, GoalFields, SessionChanges, SessionFields,
    SignedHand, Urgency,
};
use crate::kinds::event::{EventChanges, EventFields};
use crate::kinds::profile::{ProfileChanges, ProfileSet};
use crate::kinds::rsvp::AnswerFields;
use crate::plain::{FromPlain, ToPlain};

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
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
    /// Signs a session's report as it was read, or captures the member's signature on the coach's phone.
    SignSession {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
        /// Who signs.
        signer: MemberId,
        /// What was read, and how it was signed. Commands of before this was asked for have none, and are refused.
        hand: Option<SignedHand>,
    },
    /// Contests one's signature captured on another phone.
    ContestSignature {
        /// Whose log.
        member: MemberId,
        /// The session.
        id: Ulid,
    },
    /// Says that one's signature captured on another phone is one's own.
    ConfirmSignature {
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
    /// Changes the words of an ask of one's own.
    EditAsk {
        /// The ask.
        id: Ulid,
        /// The whole new text.
        text: String,
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
    /// Says that an entry was read as it stands, after prose in it was merged: it counts as changed, and nothing in it
    /// changes.
    MarkRead {
        /// The document's kind.
        kind: Kind,
        /// Its owner.
        owner: MemberId,
        /// Its key.
        key: String,
        /// The map that the entry stands in.
        collection: String,
        /// The entry.
        id: Ulid,
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
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain, TS)]
#[ts(
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

/// Why a command does not apply.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A value is missing, too long or not of the right form; the field's path.
    #[error("{0} is not valid")]
    Invalid(String),
    /// The member may not do that.
    #[error("not allowed at {0}")]
    Forbidden(String),
    /// Both sides signed it: it is only amended. The entry's path.
    #[error("{0} is closed")]
    Closed(String),
    /// What was read before signing is not what stands. The entry's path.
    #[error("{0} is not as it was read")]
    NotAsRead(String),
    /// What stands at the field's path cannot become that any more.
    #[error("{0} cannot become that any more")]
    Transition(String),
    /// The entry the command changes is not in the document.
    #[error("no such entry")]
    NoSuchEntry,
    /// Somebody made it meanwhile, unseen, where there can be only one: the text's path.
    #[error("{0} was made meanwhile")]
    MadeMeanwhile(String),
    /// Nothing would change.
    #[error("nothing changes")]
    NoChange,
    /// Too much was typed for one change; saving more often helps.
    #[error("too much for one change")]
    TooBig,
}
