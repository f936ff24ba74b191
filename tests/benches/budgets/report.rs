//! One line per figure.

mod samples;

pub(crate) use samples::{Samples, ms};

/// What a figure should be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Budget {
    /// At most.
    Under(f64),
    /// At least.
    Over(f64),
    /// Printed for the reader, not judged.
    None,
}

/// What was printed so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    judged: usize,
    missed: Vec<String>,
}

impl Report {
    /// Says what comes now.
    pub(crate) fn part(&self, title: &str) {
        println!("\n## {title}");
    }

    /// Prints a figure: the median, and the range when it was measured more than once.
    pub(crate) fn line(
        &mut self,
        name: &str,
        samples: impl Into<Samples>,
        unit: &str,
        budget: Budget,
    ) {
        self.explained(name, samples, unit, budget, "");
    }

    /// [`Report::line`], with what is to be known if the budget is not met.
    pub(crate) fn explained(
        &mut self,
        name: &str,
        samples: impl Into<Samples>,
        unit: &str,
        budget: Budget,
        why: &str,
    ) {
        let samples = samples.into();
        let value = samples.p50();
        let range = if samples.0.len() > 1 {
            let (min, max) = (samples.at(0.0), samples.at(1.0));
            format!(" ({}–{}, n={})", show(min), show(max), samples.0.len())
        } else {
            String::new()
        };
        let (wanted, met) = match budget {
            Budget::Under(limit) => (format!("≤ {}", show(limit)), Some(value <= limit)),
            Budget::Over(limit) => (format!("≥ {}", show(limit)), Some(value >= limit)),
            Budget::None => ("–".to_owned(), None),
        };
        self.judged += usize::from(met.is_some());
        let word = match met {
            Some(true) => "met",
            Some(false) if why.is_empty() => "NOT MET",
            Some(false) => "explained",
            None => "",
        };
        if met == Some(false) {
            self.missed.push(name.to_owned());
        }
        let tail = if met == Some(false) && !why.is_empty() {
            format!(": {why}")
        } else {
            String::new()
        };
        println!(
            "{name:<58} {:>22} {unit:<9} {wanted:>9}  {word}{tail}",
            format!("{}{range}", show(value))
        );
    }

    /// A remark about the lines before.
    pub(crate) fn note(&self, text: &str) {
        println!("  {text}");
    }

    /// The end.
    pub(crate) fn close(&self) {
        let met = self.judged - self.missed.len();
        println!("\n{met} of {} budgets met", self.judged);
        for name in &self.missed {
            println!("  not met: {name}");
        }
    }
}

/// Three significant digits.
fn show(value: f64) -> String {
    let size = value.abs();
    if size >= 100.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}
