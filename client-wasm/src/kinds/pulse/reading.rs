//! Reading how one is doing.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::pulse::{Beat, BeatFields, Pulse};
use besace_model::time::{DAY_MS, Timestamp, days_from_date};

use super::{BeatRow, BeatWeek};
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page};

/// Weeks that are shown, this one included.
const WEEKS: i64 = 12;

impl<'a> ViewReader<'a> {
    fn my_pulse(&self) -> Option<&'a Pulse> {
        self.doc(&DocHead::pulse(self.me_id()))
    }

    fn my_beats(&self) -> Vec<(Ulid, &'a Beat)> {
        let pulse = self.my_pulse();
        pulse.map_or_else(Vec::new, |it| live(&it.days, |beat| &beat.entry))
    }

    pub(crate) fn beats(&self, window: Window) -> Page<BeatRow> {
        let head = DocHead::pulse(self.me_id());
        let conflicts = self.my_pulse().map_or(&[][..], |it| &it.conflicts);
        let mut beats = self.my_beats();
        beats.sort_by(|(a, x), (b, y)| (&y.day, b).cmp(&(&x.day, a)));
        page(&beats, window, |(id, beat)| BeatRow {
            info: self.info(&head, ("days", "score"), *id, &beat.entry, conflicts),
            fields: BeatFields {
                day: beat.day.clone(),
                score: beat.score,
                text: beat.text.clone(),
            },
        })
    }

    pub(crate) fn beat_weeks(&self) -> Vec<BeatWeek> {
        let today = days_from_date(&self.today).unwrap_or_default();
        // Day 0 was a Thursday.
        let monday = today - (today + 3).rem_euclid(7);
        let beats = self.my_beats();
        let weeks = (0..WEEKS).map(|number| monday - (WEEKS - 1 - number) * 7);
        let of_week = |from: i64| {
            let scores = beats.iter().filter_map(|(_, beat)| {
                let day = days_from_date(&beat.day)?;
                (from..from + 7).contains(&day).then_some(beat.score)
            });
            let scores: Vec<i64> = scores.collect();
            let count = scores.len() as i64;
            let sum: i64 = scores.iter().sum();
            // Rounded to the nearest tenth.
            let mean = (sum * 10 + count / 2).checked_div(count).unwrap_or_default();
            BeatWeek {
                from: Timestamp(from * DAY_MS).date(),
                count: count as u32,
                mean_tenths: u32::try_from(mean).unwrap_or_default(),
            }
        };
        weeks.map(of_week).collect()
    }
}
