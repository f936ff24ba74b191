//! Figures of the cooperative that everybody may see.

use besace_model::head::DocHead;
use besace_model::kinds::figures::Figures;
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::Shown;
use crate::requests::requests;
use crate::views::ViewReader;

requests! {
    /// What screens ask of the figures of all.
    FiguresRequest, FiguresAnswer, FiguresViews by reader {
        /// The figures of a year beside those of the year before.
        Figures {
            /// The year.
            year: u16,
        } -> Vec<ToldFigure> = reader.told_figures(*year),
    }
}

impl Shown for Figures {}

/// A figure of two years.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ToldFigure {
    /// Which, as the indicators call it.
    pub name: String,
    /// In the year; `null` where it is not told.
    pub value: Option<i64>,
    /// In the year before.
    pub before: Option<i64>,
}

impl ViewReader<'_> {
    fn told_figures(&self, year: u16) -> Vec<ToldFigure> {
        let of = |year: u16| self.doc::<Figures>(&DocHead::figures(year));
        let (now, before) = (of(year), of(year.saturating_sub(1)));
        let mut names: Vec<&String> = [now, before]
            .into_iter()
            .flatten()
            .flat_map(|it| it.told.keys())
            .collect();
        names.sort();
        names.dedup();
        let value = |of: Option<&Figures>, name: &str| of?.told.get(name).copied();
        names
            .into_iter()
            .map(|name| ToldFigure {
                name: name.clone(),
                value: value(now, name),
                before: value(before, name),
            })
            .collect()
    }
}
