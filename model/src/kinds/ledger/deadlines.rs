//! What a member's contract makes due, and how near it is.

use super::contract::{day, months_after};
use super::{ASSOCIATE_MONTHS, ContractKind, Ledger, PathStage};
use crate::doc::word::words;
use crate::plain::{FromPlain, ToPlain};
use crate::time::days_from_date;

words! {
    /// What a contract makes due.
    DeadlineKind {
        /// The CAPE ends: it is renewed, or another contract follows.
        CapeEnd = "cape_end",
        /// Another contract ends.
        ContractEnd = "contract_end",
        /// The trial ends.
        TrialEnd = "trial_end",
        /// By then the member is an associate, or the contract ends.
        Associate = "associate",
    }
}

words! {
    /// How near a deadline is.
    Alert {
        /// It is past.
        Past = "past",
        /// Within three months.
        ThreeMonths = "three_months",
        /// Within six.
        SixMonths = "six_months",
        /// Within twelve.
        TwelveMonths = "twelve_months",
        /// Later than that.
        Later = "later",
    }
}

/// A day by which something is due.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Deadline {
    /// What.
    pub what: DeadlineKind,
    /// The day.
    pub day: String,
}

/// How near a day is, seen from another.
#[must_use]
pub fn alert(day: &str, today: &str) -> Alert {
    let Some(now) = days_from_date(today) else {
        return Alert::Later;
    };
    let within = |months| days_from_date(day).is_some_and(|day| day <= months_after(now, months));
    match () {
        () if *day < *today => Alert::Past,
        () if within(3) => Alert::ThreeMonths,
        () if within(6) => Alert::SixMonths,
        () if within(12) => Alert::TwelveMonths,
        () => Alert::Later,
    }
}

/// What a ledger makes due on a day, the next first. Who left has nothing due; a contract that another follows ends
/// without anybody's help, and a trial that is over is over.
#[must_use]
pub fn deadlines(ledger: &Ledger, today: &str) -> Vec<Deadline> {
    let stage = ledger.stage(today).map(|milestone| milestone.stage);
    let Some((_, contract)) = ledger.contract(today) else {
        return Vec::new();
    };
    if stage == Some(PathStage::Exited) {
        return Vec::new();
    }
    let end = match contract.kind {
        ContractKind::Cape => DeadlineKind::CapeEnd,
        ContractKind::Cesa | ContractKind::CdiEs => DeadlineKind::ContractEnd,
    };
    let all = ledger.contracts_in_order();
    let is_followed = all.iter().any(|(_, one)| one.start > contract.start);
    let trial_end = Some(&contract.trial_end).filter(|day| ***day >= *today);
    let associate = ledger.associate_by();
    let associate = associate.filter(|_| stage != Some(PathStage::Associate));
    let mut all: Vec<Deadline> = [
        (end, Some(contract.end.clone()).filter(|_| !is_followed)),
        (DeadlineKind::TrialEnd, trial_end.cloned()),
        (DeadlineKind::Associate, associate),
    ]
    .into_iter()
    .filter_map(|(what, day)| Some((what, day.filter(|day| !day.is_empty())?)))
    .map(|(what, day)| Deadline { what, day })
    .collect();
    all.sort_by(|a, b| (&a.day, a.what).cmp(&(&b.day, b.what)));
    all
}

impl Ledger {
    /// By when the member becomes an associate: three years after the first CESA began, less the time under a CAPE.
    #[must_use]
    pub fn associate_by(&self) -> Option<String> {
        let all = self.contracts_in_order().into_iter();
        let mut employed = all.filter(|(_, one)| one.kind == ContractKind::Cesa);
        let start = days_from_date(&employed.next()?.1.start)?;
        Some(day(
            months_after(start, ASSOCIATE_MONTHS) - self.cape_days(start)
        ))
    }
}
