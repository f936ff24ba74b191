//! Comparing three states of a text by paragraphs: what stood, what each side made of it, and what the merge made of both.

use std::ops::Range;

use crate::hunks::{Hunk, hunks};

/// A text that two sides changed.
pub(super) struct Merged<'a> {
    /// What both started from.
    pub(super) was: &'a str,
    /// What each made of it.
    pub(super) sides: [&'a str; 2],
    /// What stands now.
    pub(super) text: &'a str,
}

/// Paragraphs that do not stand as anybody wrote them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) was: String,
    pub(super) versions: [String; 2],
}

/// Where the merge kept a paragraph of one side, as they wrote it, no more; `None` when all of them stand.
pub(super) fn compare_texts(merged: &Merged<'_>) -> Option<Found> {
    let lines = |text| str::split(text, '\n').collect::<Vec<&str>>();
    let was = lines(merged.was);
    let stands = lines(merged.text);
    let sides = merged.sides.map(lines);
    let changes = sides.each_ref().map(|side| hunks(&was, side));
    let broken = |side: &[&str], hunk: &Hunk| {
        let written = side.get(hunk.now.clone()).unwrap_or_default();
        let mut written = written.iter().filter(|line| !line.trim().is_empty());
        written.any(|line| !stands.contains(line))
    };
    let mut region: Option<Range<usize>> = None;
    for (side, changes) in sides.iter().zip(&changes) {
        for hunk in changes.iter().filter(|hunk| broken(side, hunk)) {
            region = Some(region.map_or(hunk.was.clone(), |region| cover(&region, &hunk.was)));
        }
    }
    let mut region = region?;
    loop {
        let touching = changes
            .iter()
            .flatten()
            .filter(|hunk| touches(&region, &hunk.was));
        let wider = touching.fold(region.clone(), |region, hunk| cover(&region, &hunk.was));
        if wider == region {
            break;
        }
        region = wider;
    }
    let part = |side: &[&str], changes: &[Hunk]| {
        let (mut start, mut end) = (region.start as isize, region.end as isize);
        for hunk in changes {
            let longer = hunk.now.len() as isize - hunk.was.len() as isize;
            if touches(&region, &hunk.was) {
                end += longer;
            } else if hunk.was.end <= region.start {
                start += longer;
                end += longer;
            }
        }
        let range = start.max(0) as usize..end.max(0) as usize;
        side.get(range).unwrap_or_default().join("\n")
    };
    Some(Found {
        was: was.get(region.clone()).unwrap_or_default().join("\n"),
        versions: [part(&sides[0], &changes[0]), part(&sides[1], &changes[1])],
    })
}

fn cover(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

/// Whether two changes meet: they share a paragraph, or one adds some at an end of the other.
fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    if one.is_empty() || other.is_empty() {
        return one.start <= other.end && other.start <= one.end;
    }
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(was: &str, sides: [&str; 2], text: &str) -> Option<(String, [String; 2])> {
        compare_texts(&Merged { was, sides, text }).map(|found| (found.was, found.versions))
    }

    #[test]
    fn paragraphs_that_stand_as_they_were_written_stay_quiet() {
        assert_eq!(found("A\nB", ["A1\nB", "A\nB1"], "A1\nB1"), None);
        assert_eq!(found("A", ["A\nB", "A\nC"], "A\nB\nC"), None);
        assert_eq!(found("A\nB\nC", ["A\nC", "A\nB\nC1"], "A\nC1"), None);
    }

    #[test]
    fn a_paragraph_that_nobody_wrote_shows_what_each_made_of_it() {
        let versions = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(
            found("", ["un", "deux"], "undeux"),
            Some((String::new(), versions("un", "deux")))
        );
        assert_eq!(
            found(
                "A\nZ\nB\nC",
                ["A\nZ\nB un\nC", "A0\nZ\nB deux\nC"],
                "A0\nZ\nB un deux\nC"
            ),
            Some(("B".to_owned(), versions("B un", "B deux"))),
        );
        // A paragraph that one took out and the other wrote in.
        assert_eq!(
            found("A\nB\nC", ["A\nC", "A\nB deux\nC"], "A\n deux\nC"),
            Some(("B".to_owned(), versions("", "B deux"))),
        );
        // One added a paragraph where the other ended theirs.
        assert_eq!(
            found("A", ["A\nun", "A deux"], "A\nun deux"),
            Some(("A".to_owned(), versions("A\nun", "A deux"))),
        );
    }
}
