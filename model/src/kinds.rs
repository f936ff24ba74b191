//! The kinds of document, one module each: its rule table, its commands' effect on it, and its content as plain data.
//! The only place that knows Automerge keys.

use automerge::Automerge;

use crate::command::{Command, CommandError, EntryRef};
use crate::doc::genesis::Genesis;
use crate::doc::writer::{Made, Writer};
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kind::{Kind, Record};
use crate::kinds::event::EventChanges;
use crate::limits::ACTOR_BYTES;
use crate::time::{Timestamp, year_of};

mod commit;

pub mod activity;
pub mod coach_notes;
pub mod coaching_log;
pub mod directory;
pub mod event;
pub mod profile;
pub mod roster;
pub mod rsvp;

use coaching_log::{ActionChanges, Before};

#[cfg(test)]
pub(crate) mod tests;

pub use commit::{commit, commit_in, has_entry, is_touched};

impl Command {
    /// The document that the command of `author` changes. A date that cannot be read names the year 0, whose document
    /// is not well formed: [`commit`] refuses the command for its date before anything is named after it.
    #[must_use]
    pub fn target(&self, author: MemberId) -> DocHead {
        match self {
            Self::AddJournalEntry { date, .. } => DocHead::activity(author, year_of(date)),
            Self::AddExpense { expense, .. } => DocHead::activity(author, year_of(&expense.date)),
            Self::AddTrip { trip, .. } => DocHead::activity(author, year_of(&trip.date)),
            Self::SetForecast { month, .. } => DocHead::activity(author, year_of(month)),
            Self::EditJournalEntry { year, .. }
            | Self::EditExpense { year, .. }
            | Self::EditTrip { year, .. }
            | Self::AddLead { year, .. }
            | Self::EditLead { year, .. } => DocHead::activity(author, *year),
            Self::LogSession { member, .. }
            | Self::EditSession { member, .. }
            | Self::SignSession { member, .. }
            | Self::ContestSignature { member, .. }
            | Self::ConfirmSignature { member, .. }
            | Self::AddGoal { member, .. }
            | Self::EditGoal { member, .. }
            | Self::AddAction { member, .. }
            | Self::EditAction { member, .. }
            | Self::AnswerAsk { member, .. } => DocHead::coaching_log(*member),
            Self::PrepareSession { .. }
            | Self::RateSession { .. }
            | Self::AskSupport { .. }
            | Self::EditAsk { .. } => DocHead::coaching_log(author),
            Self::AddNote { member, .. }
            | Self::EditNote { member, .. }
            | Self::SetNextTime { member, .. } => DocHead::coach_notes(author, *member),
            Self::CreateEvent { id, .. } | Self::EditEvent { id, .. } => DocHead::event(*id),
            Self::AnswerEvent { .. } => DocHead::rsvp(author),
            Self::EditProfile { .. } | Self::SetProfileTag { .. } => DocHead::profile(author),
            Self::MarkRead {
                kind, owner, key, ..
            } => DocHead {
                kind: *kind,
                owner: *owner,
                key: key.clone(),
                generation: 0,
            },
            Self::Remove { entry, .. } => entry.target(author),
        }
    }
}

impl Command {
    /// What writes on where this command said more than one change holds; `None` where nothing can.
    #[must_use]
    pub fn rest(&self) -> Option<Self> {
        match self {
            Self::AddJournalEntry { id, date, text } => Some(Self::EditJournalEntry {
                year: year_of(date),
                id: *id,
                date: None,
                text: Some(text.clone()),
            }),
            Self::LogSession {
                member,
                id,
                session,
            } => Some(Self::EditSession {
                member: *member,
                id: *id,
                changes: session.clone().into(),
            }),
            Self::AddAction { member, id, action } => Some(Self::EditAction {
                member: *member,
                id: *id,
                changes: ActionChanges {
                    text: Some(action.text.clone()),
                    ..ActionChanges::default()
                },
            }),
            Self::AskSupport { id, text, .. } => Some(Self::EditAsk {
                id: *id,
                text: text.clone(),
            }),
            Self::AddNote { member, id, text } => Some(Self::EditNote {
                member: *member,
                id: *id,
                text: text.clone(),
            }),
            Self::CreateEvent { id, event } => Some(Self::EditEvent {
                id: *id,
                changes: EventChanges {
                    description: Some(event.description.clone()),
                    ..EventChanges::default()
                },
            }),
            Self::EditJournalEntry { .. }
            | Self::EditSession { .. }
            | Self::PrepareSession { .. }
            | Self::RateSession { .. }
            | Self::EditAction { .. }
            | Self::EditAsk { .. }
            | Self::AnswerAsk { .. }
            | Self::EditNote { .. }
            | Self::SetNextTime { .. }
            | Self::EditEvent { .. }
            | Self::EditProfile { .. } => Some(self.clone()),
            _ => None,
        }
    }
}

impl EntryRef {
    /// The document the entry stands in.
    #[must_use]
    pub fn target(&self, author: MemberId) -> DocHead {
        match self {
            Self::Journal { year, .. }
            | Self::Expense { year, .. }
            | Self::Trip { year, .. }
            | Self::Lead { year, .. } => DocHead::activity(author, *year),
            Self::Session { member, .. }
            | Self::Goal { member, .. }
            | Self::Action { member, .. } => DocHead::coaching_log(*member),
            Self::Ask { .. } => DocHead::coaching_log(author),
            Self::Note { member, .. } => DocHead::coach_notes(author, *member),
        }
    }
}

/// What one of the relay's own documents says, in a new one without its history, with the changes that make it.
///
/// # Errors
/// [`CommandError::Forbidden`] for a kind that others write too; what writing says when an entry does not fit.
pub fn rebuild(
    kind: Kind,
    key: &str,
    old: &Automerge,
    now: Timestamp,
    actor: [u8; ACTOR_BYTES],
) -> Result<(Automerge, Vec<Made>), CommandError> {
    let mut doc = Genesis::document(kind);
    let mut changes = Vec::new();
    match Record::read(kind, old) {
        Some(Record::Directory(said)) => {
            let mut members = said.members.iter().map(|(id, member)| (*id, member));
            all_of(&mut changes, || {
                directory::write(&mut doc, &said.coop_name, &mut members, now, actor)
            })?;
        }
        Some(Record::Roster(said)) => {
            let event: Ulid = key
                .parse()
                .map_err(|_| CommandError::Invalid(String::new()))?;
            let mut seats = said.seats.iter().map(|(id, seat)| (*id, Some(seat)));
            all_of(&mut changes, || {
                roster::write(&mut doc, event, &mut seats, (&said).into(), now, actor)
            })?;
        }
        _ => return Err(CommandError::Forbidden(String::new())),
    }
    Ok((doc, changes))
}

/// Makes changes until there is nothing more to say.
fn all_of(
    changes: &mut Vec<Made>,
    mut write: impl FnMut() -> Result<Made, CommandError>,
) -> Result<(), CommandError> {
    loop {
        match write() {
            Ok(made) => changes.push(made),
            Err(CommandError::NoChange) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// The stamps that a change of an entry leaves, of which a person who only read it may renew one: the first that they
/// may write.
pub const READ_STAMPS: [&str; 2] = ["updated_at", "answered_at"];

/// Renews a stamp of an entry, and nothing else of it.
fn mark_read(writer: &mut Writer<'_>, collection: &str, id: Ulid) -> Result<(), CommandError> {
    let place = match writer.kind() {
        Kind::Event => writer.top("event")?,
        _ => writer.entry(collection, id)?,
    };
    let now = writer.now();
    let [first, second] = READ_STAMPS;
    match writer.put(&place, first, now.as_str()) {
        Err(CommandError::Forbidden(_)) => writer.put(&place, second, now.as_str()),
        result => result,
    }
}

/// Writes what a command says into its document, of which `before` says what it read.
fn apply(command: &Command, before: Before, writer: &mut Writer<'_>) -> Result<(), CommandError> {
    if let Command::MarkRead { collection, id, .. } = command {
        return mark_read(writer, collection, *id);
    }
    match writer.kind() {
        Kind::Activity => activity::apply(command, writer),
        Kind::CoachingLog => coaching_log::apply(command, before, writer),
        Kind::CoachNotes => coach_notes::apply(command, writer),
        Kind::Event => event::apply(command, writer),
        Kind::Rsvp => rsvp::apply(command, writer),
        Kind::Profile => profile::apply(command, writer),
        Kind::Directory | Kind::Roster | Kind::Other(_) => {
            Err(CommandError::Forbidden(String::new()))
        }
    }
}
