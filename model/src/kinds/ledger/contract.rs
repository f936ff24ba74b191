//! What the law says of contracts, and what the contribution comes to (domain.md sections 1.1 and 1.3).

use super::{Contract, ContractKind, ContributionBasis, Ledger, Statement};
use crate::ids::Ulid;
use crate::limits::WHOLE_BP;
use crate::time::{DAY_MS, Timestamp, civil_from_days, days_from_civil, days_from_date};

/// The longest term of a CAPE, which is renewed twice at most.
pub const CAPE_MONTHS: i64 = 12;
/// The longest trial of a CESA, renewals included, less the time under a CAPE.
pub const TRIAL_MONTHS: i64 = 8;
/// By when an employed entrepreneur becomes an associate, less the time under a CAPE.
pub const ASSOCIATE_MONTHS: i64 = 36;

/// The day so many months after another: the last of its month where that has no such day.
pub(super) fn months_after(day: i64, months: i64) -> i64 {
    let (year, month, of_month) = civil_from_days(day);
    let count = year * 12 + month - 1 + months;
    let first = |count: i64| days_from_civil(count.div_euclid(12), count.rem_euclid(12) + 1, 1);
    (first(count) + of_month - 1).min(first(count + 1) - 1)
}

impl Contract {
    /// Whether its days go together as the law says; the field that does not, otherwise.
    ///
    /// # Errors
    /// The field that is wrong.
    pub(super) fn check_days(
        kind: ContractKind,
        [start, end, trial_end]: [&str; 3],
    ) -> Result<(), &'static str> {
        let Some(start) = days_from_date(start) else {
            return Err("start");
        };
        let within = |day: &str, months: Option<i64>| {
            days_from_date(day).is_none_or(|day| {
                day >= start && months.is_none_or(|months| day < months_after(start, months))
            })
        };
        let longest = (kind == ContractKind::Cape).then_some(CAPE_MONTHS);
        if !within(end, longest) {
            return Err("end");
        }
        if !within(trial_end, Some(TRIAL_MONTHS)) {
            return Err("trial_end");
        }
        Ok(())
    }
}

impl Ledger {
    /// The contracts that stand, the first first.
    #[must_use]
    pub fn contracts_in_order(&self) -> Vec<(Ulid, &Contract)> {
        let all = self.contracts.iter();
        let standing = all.filter(|(_, one)| one.entry.removed_at.is_empty());
        let mut standing: Vec<_> = standing.map(|(id, one)| (*id, one)).collect();
        standing.sort_by(|(a, x), (b, y)| (&x.start, a).cmp(&(&y.start, b)));
        standing
    }

    /// The contract in force on a day: the last that began by then, else the first that will.
    #[must_use]
    pub fn contract(&self, today: &str) -> Option<(Ulid, &Contract)> {
        let all = self.contracts_in_order();
        let begun = all.iter().rev().find(|(_, one)| *one.start <= *today);
        begun.or_else(|| all.first()).copied()
    }

    /// Days under a CAPE before a day, since 1970.
    pub(super) fn cape_days(&self, before: i64) -> i64 {
        let all = self.contracts_in_order();
        // A renewal begins where the term before it ends, or sooner: a day counts once.
        let mut counted = i64::MIN;
        let mut days = 0;
        for (_, one) in all {
            if one.kind != ContractKind::Cape {
                continue;
            }
            let Some(start) = days_from_date(&one.start) else {
                continue;
            };
            let end = days_from_date(&one.end).map_or(before, |end| end + 1);
            let (start, end) = (start.max(counted), end.min(before));
            days += (end - start).max(0);
            counted = counted.max(end);
        }
        days
    }
}

/// The contribution of a month (`YYYY-MM`) by a contract's rule, rounded to the cent.
#[must_use]
pub fn contribution(contract: &Contract, month: &str, statement: &Statement) -> i64 {
    let exempt = contract.contribution_exempt_until.get(..7);
    if exempt.is_some_and(|until| month <= until) {
        return 0;
    }
    let basis = match contract.contribution_basis {
        ContributionBasis::Margin => statement.margin_cents(),
        ContributionBasis::Turnover => statement.turnover_cents,
    };
    let part = basis.max(0) * contract.contribution_rate_bp + WHOLE_BP / 2;
    part.div_euclid(WHOLE_BP) + contract.contribution_fixed_cents
}

/// The day of a count since 1970.
pub(super) fn day(days: i64) -> String {
    Timestamp(days * DAY_MS).in_calendar().date()
}
