//! Figures of the cooperative, for those who lead.

use besace_model::head::DocHead;
use besace_model::kinds::indicators::{Indicators, MonthFigures};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Shown;
use crate::requests::requests;
use crate::view::{Page, Place, Window};
use crate::views::ViewReader;

mod counted;

requests! {
    /// What screens ask of figures.
    IndicatorRequest, IndicatorAnswer, IndicatorViews by reader {
        /// The figures of a year, month by month, beside those of the year before.
        Indicators {
            /// The year.
            year: u16,
        } -> Option<Box<IndicatorYears>> = reader.indicator_years(*year).map(Box::new),
        /// What a figure counts in some months, of what the reader reads, the most first.
        Counted {
            /// The figure's name.
            figure: String,
            /// The first month, `YYYY-MM`.
            from: String,
            /// The last month of the same year.
            to: String,
            /// Which rows.
            window: Window,
        } -> Page<CountedRow> = reader.counted(figure, (from, to), *window),
    }
}

impl Shown for Indicators {}

/// A year's figures, and those of the year before.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct IndicatorYears {
    /// The months of the year that have figures, in their order.
    pub months: Vec<IndicatorMonth>,
    /// Those of the year before.
    pub before: Vec<IndicatorMonth>,
}

/// A month and its figures.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct IndicatorMonth {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// Its figures.
    pub figures: MonthFigures,
    /// What some of them are made of, by what they are of and which: `branch:Vallée`.
    pub parts: Vec<FigurePart>,
}

/// Something that a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct CountedRow {
    /// Where it is shown.
    pub place: Place,
    /// What it is called: of a member, their name.
    pub label: String,
    /// How much of the figure it is.
    pub value: i64,
}

/// A part of a figure.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct FigurePart {
    /// What it is a part of, and which.
    pub name: String,
    /// Its number.
    pub value: i64,
}

impl ViewReader<'_> {
    fn indicator_years(&self, year: u16) -> Option<IndicatorYears> {
        let head = DocHead::indicators(year);
        self.replica.grants.reads(head.audience()).then(|| IndicatorYears {
            months: self.indicator_months(year),
            before: self.indicator_months(year.saturating_sub(1)),
        })
    }

    fn indicator_months(&self, year: u16) -> Vec<IndicatorMonth> {
        let figures: Option<&Indicators> = self.doc(&DocHead::indicators(year));
        let months = figures.into_iter().flat_map(|it| &it.months);
        let parts_of = |month: &String| {
            let parts = figures.and_then(|it| it.parts.get(month)).into_iter();
            parts
                .flatten()
                .map(|(name, value)| FigurePart {
                    name: name.clone(),
                    value: *value,
                })
                .collect()
        };
        months
            .map(|(month, figures)| IndicatorMonth {
                month: month.clone(),
                figures: figures.clone(),
                parts: parts_of(month),
            })
            .collect()
    }
}
