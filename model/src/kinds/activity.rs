//! A member's activity of one calendar year: journal, expenses, trips, leads, forecast. The owner writes.

use automerge::Automerge;

use super::change::{Place, Writer};
use super::tree::{Map, Tree, no_rank};
use super::{CENTS_MAX, LINE_BYTES_MAX, table, year_of};
use crate::access::{Readers, Who};
use crate::clean;
use crate::command::{Command, CommandError, EntryRef, ExpenseChanges, LeadChanges, TripChanges};
use crate::head::Named;
use crate::ids::Ulid;
use crate::kind::{Fetched, Said, Spec};
use crate::record::{
    Activity, Conflict, Expense, ExpenseCategory, ExpenseKind, JournalEntry, Lead, LeadStage, Trip,
    Vehicle,
};
use crate::rules::{Course, Table, Value, along, clearable, set};

/// What the kind says about itself.
pub const SPEC: Spec = Spec {
    named: Named::PerMemberYear,
    readers: Readers::Activity,
    is_relays: false,
    fetched: Fetched::ByOwner,
    is_one_entry: false,
    is_told: true,
    objects_max: u32::MAX,
};

/// A document's content.
pub type Content = Activity;

impl Said for Activity {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

/// Who may write what.
pub const TABLE: Table = table! {
    maps ["journal", "expenses", "mileage", "pipeline", "forecast"]
    entry "journal/{ulid}" Owner { "date": Value::Date, "text": Value::Text }
    entry "expenses/{ulid}" Owner {
        "date": Value::Date,
        "category": Value::Choice(ExpenseCategory::WORDS),
        "label": Value::Str(LINE_BYTES_MAX),
        "net_cents": Value::Int(-CENTS_MAX, CENTS_MAX),
        "vat_cents": Value::Int(-CENTS_MAX, CENTS_MAX),
        "kind": Value::Choice(ExpenseKind::WORDS),
    }
    entry "mileage/{ulid}" Owner {
        "date": Value::Date,
        "from": Value::Str(LINE_BYTES_MAX),
        "to": Value::Str(LINE_BYTES_MAX),
        "metres": Value::Int(1, 10_000_000),
        "vehicle": Value::Choice(Vehicle::WORDS),
        "purpose": Value::Str(LINE_BYTES_MAX),
    }
    entry "pipeline/{ulid}" Owner {
        "title": Value::Str(LINE_BYTES_MAX),
        "contact": Value::Str(LINE_BYTES_MAX),
        "amount_cents": Value::Int(0, CENTS_MAX),
        "stage": Value::Choice(LeadStage::WORDS),
        "next_step": Value::Str(LINE_BYTES_MAX),
    }
    rules {
        clearable("expenses/{ulid}/vat_rate_bp", Value::Int(0, 10_000), Who::Owner),
        clearable("pipeline/{ulid}/due", Value::Date, Who::Owner),
        clearable("forecast/{month}", Value::Int(0, CENTS_MAX), Who::Owner),
    }
};

/// What the document says.
#[must_use]
pub fn read(doc: &Automerge) -> Activity {
    let tree = Tree::read(doc, no_rank);
    let forecast = tree.map("forecast");
    Activity {
        journal: tree
            .map("journal")
            .entries()
            .map(|(id, map)| (id, journal_entry(map)))
            .collect(),
        expenses: tree
            .map("expenses")
            .entries()
            .map(|(id, map)| (id, expense(map)))
            .collect(),
        mileage: tree
            .map("mileage")
            .entries()
            .map(|(id, map)| (id, trip(map)))
            .collect(),
        pipeline: tree
            .map("pipeline")
            .entries()
            .map(|(id, map)| (id, lead(map)))
            .collect(),
        forecast: forecast
            .names()
            .map(|month| (month.to_owned(), forecast.number(month)))
            .collect(),
        conflicts: tree.conflicts(doc),
    }
}

fn journal_entry(map: Map<'_>) -> JournalEntry {
    JournalEntry {
        entry: map.entry(),
        date: map.string("date"),
        text: map.text("text"),
    }
}

fn expense(map: Map<'_>) -> Expense {
    Expense {
        entry: map.entry(),
        date: map.string("date"),
        category: ExpenseCategory::parse(map.word("category")).unwrap_or(ExpenseCategory::Other),
        label: map.string("label"),
        net_cents: map.number("net_cents"),
        vat_cents: map.number("vat_cents"),
        vat_rate_bp: map.some_number("vat_rate_bp"),
        kind: ExpenseKind::parse(map.word("kind")).unwrap_or(ExpenseKind::Cash),
    }
}

fn trip(map: Map<'_>) -> Trip {
    Trip {
        entry: map.entry(),
        date: map.string("date"),
        from: map.string("from"),
        to: map.string("to"),
        metres: map.number("metres"),
        vehicle: Vehicle::parse(map.word("vehicle")).unwrap_or(Vehicle::Car),
        purpose: map.string("purpose"),
    }
}

fn lead(map: Map<'_>) -> Lead {
    Lead {
        entry: map.entry(),
        title: map.string("title"),
        contact: map.string("contact"),
        amount_cents: map.number("amount_cents"),
        stage: LeadStage::parse(map.word("stage")).unwrap_or(LeadStage::Lead),
        next_step: map.string("next_step"),
        due: map.string("due"),
    }
}

/// Writes what a command says.
pub(super) fn apply(command: &Command, writer: &mut Writer<'_>) -> Result<(), CommandError> {
    match command {
        Command::AddJournalEntry { id, date, text } => {
            let place = writer.new_entry("journal", *id)?;
            put_journal(writer, &place, Some(date), Some(text))
        }
        Command::EditJournalEntry { id, date, text, .. } => {
            let place = writer.entry("journal", *id)?;
            put_journal(writer, &place, date.as_deref(), text.as_deref())?;
            writer.touch(&place)
        }
        Command::AddExpense { id, expense } => {
            let place = writer.new_entry("expenses", *id)?;
            put_expense(writer, &place, &expense.clone().into())
        }
        Command::EditExpense { id, changes, .. } => {
            let place = writer.entry("expenses", *id)?;
            put_expense(writer, &place, changes)?;
            writer.touch(&place)
        }
        Command::AddTrip { id, trip } => {
            let place = writer.new_entry("mileage", *id)?;
            put_trip(writer, &place, &trip.clone().into())
        }
        Command::EditTrip { id, changes, .. } => {
            let place = writer.entry("mileage", *id)?;
            put_trip(writer, &place, changes)?;
            writer.touch(&place)
        }
        Command::AddLead { id, lead, .. } => {
            let place = writer.new_entry("pipeline", *id)?;
            put_lead(writer, &place, &lead.clone().into())
        }
        Command::EditLead { id, changes, .. } => {
            let place = writer.entry("pipeline", *id)?;
            put_lead(writer, &place, changes)?;
            writer.touch(&place)
        }
        Command::SetForecast { month, cents } => {
            let forecast = writer.top("forecast")?;
            if format!("{:04}", year_of(month)) != writer.key() {
                return Err(forecast.invalid(month));
            }
            writer.put(&forecast, month, *cents)
        }
        Command::Remove { entry, removed } => {
            let (map, id) = collection(entry)?;
            writer.remove(map, id, *removed)
        }
        _ => Err(CommandError::NoSuchEntry),
    }
}

fn collection(entry: &EntryRef) -> Result<(&'static str, Ulid), CommandError> {
    match entry {
        EntryRef::Journal { id, .. } => Ok(("journal", *id)),
        EntryRef::Expense { id, .. } => Ok(("expenses", *id)),
        EntryRef::Trip { id, .. } => Ok(("mileage", *id)),
        EntryRef::Lead { id, .. } => Ok(("pipeline", *id)),
        _ => Err(CommandError::NoSuchEntry),
    }
}

/// A date of this document's year: what belongs to another year stands in another document.
fn put_date(
    writer: &mut Writer<'_>,
    place: &Place,
    date: Option<&str>,
) -> Result<(), CommandError> {
    let Some(date) = date else { return Ok(()) };
    if format!("{:04}", year_of(date)) != writer.key() {
        return Err(place.invalid("date"));
    }
    writer.put(place, "date", date)
}

fn put_journal(
    writer: &mut Writer<'_>,
    place: &Place,
    date: Option<&str>,
    text: Option<&str>,
) -> Result<(), CommandError> {
    put_date(writer, place, date)?;
    match text {
        Some(text) if clean::prose(text).is_empty() => Err(place.invalid("text")),
        Some(text) => writer.text(place, "text", text),
        None => Ok(()),
    }
}

fn put_expense(
    writer: &mut Writer<'_>,
    place: &Place,
    changes: &ExpenseChanges,
) -> Result<(), CommandError> {
    put_date(writer, place, changes.date.as_deref())?;
    writer.put_some(
        place,
        "category",
        changes.category.map(ExpenseCategory::as_str),
    )?;
    if let Some(label) = &changes.label {
        writer.put_name(place, "label", label)?;
    }
    writer.put_some(place, "net_cents", changes.net_cents)?;
    writer.put_some(place, "vat_cents", changes.vat_cents)?;
    if let Some(rate) = changes.vat_rate_bp {
        writer.put_or_clear(place, "vat_rate_bp", rate)?;
    }
    writer.put_some(place, "kind", changes.kind.map(ExpenseKind::as_str))
}

fn put_trip(
    writer: &mut Writer<'_>,
    place: &Place,
    changes: &TripChanges,
) -> Result<(), CommandError> {
    put_date(writer, place, changes.date.as_deref())?;
    for (key, line) in [("from", &changes.from), ("to", &changes.to)] {
        if let Some(line) = line {
            writer.put_name(place, key, line)?;
        }
    }
    writer.put_some(place, "metres", changes.metres)?;
    writer.put_some(place, "vehicle", changes.vehicle.map(Vehicle::as_str))?;
    match &changes.purpose {
        Some(purpose) => writer.put_line(place, "purpose", purpose),
        None => Ok(()),
    }
}

fn put_lead(
    writer: &mut Writer<'_>,
    place: &Place,
    changes: &LeadChanges,
) -> Result<(), CommandError> {
    if let Some(title) = &changes.title {
        writer.put_name(place, "title", title)?;
    }
    for (key, line) in [
        ("contact", &changes.contact),
        ("next_step", &changes.next_step),
    ] {
        if let Some(line) = line {
            writer.put_line(place, key, line)?;
        }
    }
    writer.put_some(place, "amount_cents", changes.amount_cents)?;
    writer.put_some(place, "stage", changes.stage.map(LeadStage::as_str))?;
    match &changes.due {
        Some(due) => writer.put_open_date(place, "due", due),
        None => Ok(()),
    }
}
