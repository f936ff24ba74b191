//! The financial health of the cooperative: what Pilotage shows is what members' statements add up to.

use besace_client::kinds::indicators::{IndicatorAnswer, IndicatorRequest, IndicatorYears};
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest, StatementRow};
use besace_model::kinds::indicators::MonthFigures;

use super::cast::{ALL, Coop, Someone, asked};
use super::papers::states;

/// The figures that a director is shown.
pub(super) fn figures(coop: &mut Coop, year: u16) -> IndicatorYears {
    let request = IndicatorRequest::Indicators { year };
    asked!(coop, coop.dominique, Indicators: request,
        IndicatorAnswer::Indicators(years) => *years.expect("direction reads them"))
}

/// Those of a month.
pub(super) fn of_month(coop: &mut Coop, month: &str) -> MonthFigures {
    let year = month[..4].parse().expect("a year");
    let months = figures(coop, year).months.into_iter();
    let mut such = months.filter(|it| it.month == month);
    such.next().map(|it| it.figures).unwrap_or_default()
}

fn statements(coop: &mut Coop, whose: Someone) -> Vec<StatementRow> {
    let request = LedgerRequest::Statements {
        member: None,
        window: ALL,
    };
    asked!(coop, whose, Ledger: request, LedgerAnswer::Statements(page) => page.rows)
}

pub(super) fn totals_equal_the_sum_of_members_statements_to_the_cent() {
    let mut coop = Coop::new("health");
    let (anna, ben, fatou) = (coop.anna, coop.ben, coop.fatou);
    let chloe = coop.joins("Chloé", besace_model::access::Role::Entrepreneur);
    for (whose, month, turnover, treasury) in [
        (anna, "2026-01", 123_457, 30_000),
        (ben, "2026-01", 99_999, -12_301),
        (chloe, "2026-01", 1, -1),
        (anna, "2026-02", 200_011, 31_007),
        (ben, "2026-02", 0, 5),
        (anna, "2025-01", 50_000, 1),
    ] {
        coop.does(fatou, states(whose.id, month, turnover, treasury));
    }
    coop.settle();
    let each: Vec<StatementRow> = [anna, ben, chloe]
        .into_iter()
        .flat_map(|whose| statements(&mut coop, whose))
        .collect();
    assert_eq!(each.len(), 6);
    for month in ["2025-01", "2026-01", "2026-02"] {
        let of = |cents: fn(&StatementRow) -> i64| -> i64 {
            each.iter().filter(|it| it.month == month).map(cents).sum()
        };
        let told = of_month(&mut coop, month);
        assert_eq!(told.turnover_cents, of(|it| it.turnover_cents), "{month}");
        assert_eq!(told.margin_cents, of(|it| it.margin_cents), "{month}");
        assert_eq!(told.contribution_cents, of(|it| it.contribution_cents));
        assert_eq!(told.result_cents, of(|it| it.result_cents), "{month}");
        assert_eq!(told.treasury_cents, of(|it| it.reference_cents), "{month}");
    }
}

pub(super) fn activities_in_difficulty_are_counted_and_a_year_stands_beside_the_one_before() {
    let mut coop = Coop::new("difficulty");
    let (anna, ben, fatou) = (coop.anna, coop.ben, coop.fatou);
    for (whose, month, turnover, treasury) in [
        (anna, "2025-02", 80_000, 10),
        (anna, "2026-02", 90_000, -1),
        (ben, "2026-02", 70_000, 0),
    ] {
        coop.does(fatou, states(whose.id, month, turnover, treasury));
    }
    coop.settle();
    assert_eq!(of_month(&mut coop, "2026-02").treasuries_below_zero, 1);
    let years = figures(&mut coop, 2026);
    let turnover = |months: &[besace_client::kinds::indicators::IndicatorMonth]| -> Vec<i64> {
        months.iter().map(|it| it.figures.turnover_cents).collect()
    };
    assert_eq!(turnover(&years.months), [160_000]);
    assert_eq!(turnover(&years.before), [80_000]);
    // What finance corrects is corrected there.
    coop.does(fatou, states(anna.id, "2026-02", 90_000, 1));
    coop.settle();
    assert_eq!(of_month(&mut coop, "2026-02").treasuries_below_zero, 0);
    for other in [anna, coop.camille, coop.gael] {
        let request = IndicatorRequest::Indicators { year: 2026 };
        let told = asked!(coop, other, Indicators: request,
            IndicatorAnswer::Indicators(years) => years);
        assert_eq!(told, None, "they are of those who lead");
    }
}
