//! The entries of an activity: expenses, trips, leads.

use ts_rs::TS;

use super::words::*;
use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Cents, CentsUp, DayOfYear, Field, Files, Kept, Line, Name, Number, OpenBasisPoints,
    OpenDay, OpenWord, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::limits::TRIP_METRES_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::record::Entry;

entry! {
    /// An expense.
    Expense in "expenses" by Owner, as ExpenseFields / ExpenseChanges {
        /// The day of the receipt.
        date: DayOfYear,
        /// What for.
        category: Word<ExpenseCategory>,
        /// In words.
        label: Name,
        /// Before tax, in cents.
        net_cents: Cents,
        /// Tax, in cents.
        vat_cents: Cents,
        /// The tax rate in basis points that its author chose; none when they do not know it.
        vat_rate_bp: OpenBasisPoints,
        /// How it was paid.
        kind: Word<ExpenseKind>,
        /// Where its receipt is; none where nobody said.
        receipt: OpenWord<ReceiptState>,
        /// Pictures of its receipt, or the receipt itself.
        files: Files,
    }
}

entry! {
    /// A trip.
    Trip in "mileage" by Owner, as TripFields / TripChanges {
        /// The day.
        date: DayOfYear,
        /// From.
        from: Name,
        /// To.
        to: Name,
        /// Distance in metres.
        metres: Number<1, TRIP_METRES_MAX>,
        /// The vehicle.
        vehicle: Word<Vehicle>,
        /// What for.
        purpose: Line,
    }
}

entry! {
    /// A business lead.
    Lead in "pipeline" by Owner, as LeadFields / LeadChanges {
        /// What it is.
        title: Name,
        /// With whom.
        contact: Line,
        /// What to do next.
        next_step: Line,
        /// Expected amount in cents.
        amount_cents: CentsUp,
        /// How far it has come.
        stage: Word<LeadStage>,
        /// By when; empty when open.
        due: OpenDay,
    }
}
