//! A month's statement of accounts: the six lines of the treasury, and the month from turnover to result.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::rules::{Rule, Value, set};
use crate::doc::tree::Map;
use crate::doc::writer::ChangeWriter;
use crate::limits::CENTS_MAX;
use crate::plain::{FromPlain, ToPlain};

/// Declares the figures of a statement once: its record, what is typed of it, its rules, its reader and its writer.
macro_rules! figures {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// A month's statement, in cents.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
        #[ts(rename_all = "camelCase")]
        pub struct Statement {
            /// The day that the accounts were read on.
            pub as_of: String,
            $($(#[$doc])* pub $field: i64,)+
            /// When it was written here (RFC 3339).
            pub updated_at: String,
        }

        /// What is typed of a statement. Only what changes is set; a new one has all.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase", optional_fields)]
        pub struct StatementChanges {
            /// The day that the accounts were read on.
            pub as_of: Option<String>,
            $($(#[$doc])* pub $field: Option<i64>,)+
        }

        impl Statement {
            pub(super) const RULES: &'static [Rule] = &[
                set("statements/{month}", Value::Map, Who::Direction),
                set("statements/{month}/as_of", Value::Date, Who::Direction),
                set("statements/{month}/updated_at", Value::Instant, Who::Direction),
                $(set(
                    concat!("statements/{month}/", stringify!($field)),
                    Value::Int(-CENTS_MAX, CENTS_MAX),
                    Who::Direction,
                ),)+
            ];

            pub(super) fn read(map: Map<'_>) -> Self {
                Self {
                    as_of: map.string("as_of"),
                    updated_at: map.string("updated_at"),
                    $($field: map.number(stringify!($field)),)+
                }
            }
        }

        impl StatementChanges {
            fn is_whole(&self) -> bool {
                self.as_of.is_some() $(&& self.$field.is_some())+
            }

            fn put(&self, writer: &mut ChangeWriter<'_>, month: &str) -> Result<(), CommandError> {
                let all = writer.top("statements")?;
                let place = writer.open_or_make(&all, month)?;
                writer.put_some(&place, "as_of", self.as_of.as_deref())?;
                $(writer.put_some(&place, stringify!($field), self.$field)?;)+
                writer.touch(&place)
            }
        }
    };
}

figures! {
    /// Cash of the day.
    cash_cents,
    /// Taxes and social charges due.
    charges_cents,
    /// Suppliers to pay.
    suppliers_cents,
    /// Salaries to pay.
    salaries_cents,
    /// What customers are to pay.
    customers_cents,
    /// Expense notes to reimburse.
    notes_cents,
    /// Turnover.
    turnover_cents,
    /// Direct purchases.
    purchases_cents,
    /// Other direct expenses.
    expenses_cents,
    /// Contribution to the cooperative.
    contribution_cents,
    /// What the pay costs.
    payroll_cents,
}

impl Statement {
    /// What is left once everything due is paid.
    #[must_use]
    pub fn reference_cents(&self) -> i64 {
        self.cash_cents - self.charges_cents - self.suppliers_cents - self.salaries_cents
    }

    /// The same once customers have paid and expenses are reimbursed.
    #[must_use]
    pub fn future_cents(&self) -> i64 {
        self.reference_cents() + self.customers_cents - self.notes_cents
    }

    /// Turnover less direct purchases and expenses.
    #[must_use]
    pub fn margin_cents(&self) -> i64 {
        self.turnover_cents - self.purchases_cents - self.expenses_cents
    }

    /// Margin less contribution and pay.
    #[must_use]
    pub fn result_cents(&self) -> i64 {
        self.margin_cents() - self.contribution_cents - self.payroll_cents
    }
}

/// Writes a month's statement; a new one is written whole.
pub(super) fn put(
    writer: &mut ChangeWriter<'_>,
    month: &str,
    changes: &StatementChanges,
) -> Result<(), CommandError> {
    let all = writer.top("statements")?;
    if !changes.is_whole() && writer.open(&all, month)?.is_none() {
        return Err(CommandError::NoSuchEntry);
    }
    changes.put(writer, month)
}
