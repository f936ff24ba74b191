//! The figures of a month.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::rules::{Rule, Value, clearable, set};
use crate::doc::tree::Map;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::plain::{FromPlain, ToPlain};

/// Declares the figures of a month once: their record, their rules, their reader, their writer and their sum.
macro_rules! figures {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// The figures of one month, over all members. Amounts are in cents.
        #[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain, TS)]
        #[ts(rename_all = "camelCase")]
        pub struct MonthFigures {
            $($(#[$doc])* pub $field: i64,)+
        }

        impl MonthFigures {
            pub(super) const RULES: &'static [Rule] = &[
                clearable("months/{month}", Value::Map, Who::Relay),
                $(set(
                    concat!("months/{month}/", stringify!($field)),
                    Value::Int(i64::MIN, i64::MAX),
                    Who::Relay,
                ),)+
            ];

            /// The figure of a name; 0 of one that there is not.
            #[must_use]
            pub fn named(&self, name: &str) -> i64 {
                match name {
                    $(stringify!($field) => self.$field,)+
                    _ => 0,
                }
            }

            pub(super) fn read(map: Map<'_>) -> Self {
                Self { $($field: map.number(stringify!($field)),)+ }
            }

            pub(super) fn put(
                &self,
                writer: &mut ChangeWriter<'_>,
                place: &MapPlace,
            ) -> Result<(), CommandError> {
                $(writer.put(place, stringify!($field), self.$field)?;)+
                Ok(())
            }

            pub(super) fn add(&mut self, other: &Self) {
                $(self.$field = self.$field.saturating_add(other.$field);)+
            }
        }
    };
}

figures! {
    /// Sessions held.
    sessions,
    /// Their length, in minutes.
    session_minutes,
    /// Members who had at least one.
    members_seen,
    /// Members at the month's end who had none for 90 days; of a month that is over.
    members_unseen,
    /// Of these, those without exchange on the board or event either.
    members_isolated,
    /// Interviews that the year owes to those who are employed at the month's end.
    interviews_due,
    /// Interviews that both sides signed, and that count.
    interviews_signed,
    /// Asks for support.
    asks,
    /// Asks that were answered.
    asks_answered,
    /// Asks that nobody answered for seven days or longer, at the month's end; of the month that goes on, now.
    asks_open_7,
    /// Of these, those of thirty days or longer.
    asks_open_30,
    /// The median time between an ask and its answer, in minutes, of those answered in the month.
    answer_minutes,
    /// Statements of account.
    statements,
    /// Turnover.
    turnover_cents,
    /// Margin.
    margin_cents,
    /// Contribution to the cooperative.
    contribution_cents,
    /// Result.
    result_cents,
    /// Treasury once everything due is paid.
    treasury_cents,
    /// Activities whose treasury is below zero.
    treasuries_below_zero,
    /// Expenses and trips accepted or paid.
    lines_accepted,
    /// Expenses and trips refused.
    lines_refused,
    /// The median time between handing in an expense or a trip and what was decided on it, in minutes, as the relay had both,
    /// of those decided in the month.
    decision_minutes,
    /// Expenses that were handed in without their receipt, as their members say, by the day of the expense.
    receipts_missing,
    /// Members under a CAPE at the month's end.
    members_cape,
    /// Employed entrepreneurs at the month's end, associates aside.
    members_employed,
    /// Associates at the month's end.
    members_associate,
    /// Members who came.
    entries,
    /// Members who left.
    exits,
    /// Members who went from a CAPE to a contract of employment.
    cape_to_employed,
    /// Members who came 36 months before.
    cohort_36,
    /// Of these, those who are still there.
    retained_36,
    /// Of these, those who are associates.
    associates_36,
    /// Events that begin.
    events,
    /// Seats that these have; those without a limit have none.
    event_seats,
    /// Seats that were taken.
    seats_taken,
    /// Half-days at which somebody took part.
    places_attended,
    /// Half-days at which somebody was expected, did not come and said nothing.
    no_shows,
    /// Half-days at which somebody was expected, did not come and had said so.
    excused,
    /// How long those who took part were there, in minutes.
    attended_minutes,
    /// How long those who held events were there, in minutes.
    trainer_minutes,
    /// Posts on the board.
    posts,
    /// Needs among them.
    needs,
    /// Needs among them for which somebody was found.
    needs_met,
    /// Answers on the board.
    replies,
    /// Mandates that stand at the month's end.
    mandates,
    /// Of these, those that somebody holds.
    mandates_held,
    /// How many could answer the consultations that closed in the month.
    voices_asked,
    /// How many did, proxies included.
    voices,
    /// Things done with partners.
    partner_acts,
    /// Their length, in minutes.
    partner_minutes,
    /// Agreements that begin.
    agreements,
    /// What these are worth.
    agreement_cents,
    /// Opportunities that somebody saw.
    opportunities,
    /// Opportunities decided to be seized.
    opportunities_go,
    /// Opportunities decided to be left.
    opportunities_no_go,
    /// Experiments that were adopted.
    experiments_adopted,
}
