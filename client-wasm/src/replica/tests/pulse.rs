//! How one is doing, week by week.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::pulse::{BeatFields, PulseCommand};
use besace_model::time::DAY_MS;

use super::device::{ALL, Device};
use crate::api::Intent;
use crate::kinds::pulse::{BeatWeek, PulseAnswer, PulseRequest};
use crate::view::{View, ViewRequest};

fn says(device: &mut Device, number: u8, days_ago: i64, score: i64) {
    let beat = BeatFields {
        day: device.now.plus_ms(-days_ago * DAY_MS).local_date(),
        score,
        text: String::new(),
    };
    let id = Ulid([number; 16]);
    let command = Command::Pulse(PulseCommand::AddBeat { id, beat });
    device.dispatch(Intent::Do {
        command,
        base: None,
    });
}

fn weeks(device: &Device) -> Vec<BeatWeek> {
    let request = ViewRequest::Pulse(PulseRequest::BeatWeeks);
    match device.replica.view(&request, device.now) {
        View::Pulse(PulseAnswer::BeatWeeks(weeks)) => weeks,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_week_is_the_mean_of_its_days_and_one_without_a_word_is_empty() {
    let mut device = Device::new();
    assert!(weeks(&device).iter().all(|week| week.count == 0));
    // A Sunday: this week began six days ago.
    for (number, days_ago, score) in [(1, 0, 5), (2, 6, 2), (3, 7, 1), (4, 200, 4)] {
        says(&mut device, number, days_ago, score);
    }
    let weeks = weeks(&device);
    assert_eq!(weeks.len(), 12);
    let said: Vec<_> = weeks
        .iter()
        .filter(|week| week.count > 0)
        .map(|week| (week.from.as_str(), week.count, week.mean_tenths))
        .collect();
    assert_eq!(said, [("2026-02-16", 1, 10), ("2026-02-23", 2, 35)]);
}

#[test]
fn the_latest_day_comes_first_whenever_it_was_written_down() {
    let mut device = Device::new();
    for (number, days_ago, score) in [(1, 3, 3), (2, 0, 5), (3, 9, 1)] {
        says(&mut device, number, days_ago, score);
    }
    let request = ViewRequest::Pulse(PulseRequest::Beats { window: ALL });
    let View::Pulse(PulseAnswer::Beats(page)) = device.replica.view(&request, device.now) else {
        panic!("not what was written down");
    };
    let scores: Vec<_> = page.rows.iter().map(|row| row.fields.score).collect();
    assert_eq!(scores, [5, 3, 1]);
    assert!(page.rows.iter().all(|row| row.info.may_edit));
}
