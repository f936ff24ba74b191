//! What waits for whom, as the first screen has it.

mod answers;

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::activity::{ActivityCommand, LeadFields, LeadStage};
use besace_model::time::{DAY_MS, Timestamp};

use super::device::Device;
use crate::api::Intent;
use crate::kinds::Wait;
use crate::kinds::activity::ActivityWait;
use crate::view::today::{Pressing, TodayView};
use crate::view::{View, ViewRequest};
use crate::views::requests::{WholeAnswer, WholeRequest};

fn lead(device: &mut Device, id: u8, year: u16, due: i64) {
    let lead = LeadFields {
        title: format!("{due} days"),
        contact: String::new(),
        amount_cents: 0,
        stage: LeadStage::Lead,
        next_step: String::new(),
        due: device.now.plus_ms(due * DAY_MS).local_date(),
    };
    let id = Ulid([id; 16]);
    let command = Command::Activity(ActivityCommand::AddLead { year, id, lead });
    device.dispatch(Intent::Do {
        command,
        base: None,
    });
}

fn today(device: &Device) -> TodayView {
    let request = ViewRequest::Whole(WholeRequest::Today);
    match device.replica.view(&request, device.now) {
        View::Whole(WholeAnswer::Today(today)) => *today,
        other => panic!("{other:?}"),
    }
}

fn waiting(device: &Device) -> Vec<String> {
    let waiting = today(device).waiting.into_iter();
    waiting.map(|item| item.label).collect()
}

#[test]
fn this_weeks_work_comes_before_what_can_wait_and_no_old_leftover_hides_it() {
    let mut device = Device::new();
    for (id, due) in [(1, -200), (2, 6), (3, -2), (4, 1), (5, 40)] {
        lead(&mut device, id, 2026, due);
    }
    let expected = ["-2 days", "-200 days", "1 days", "6 days"];
    assert_eq!(waiting(&device), expected);
}

#[test]
fn a_lead_of_december_still_waits_in_january() {
    let mut device = Device::new();
    device.now = Timestamp::parse_rfc3339("2026-12-31T22:30:00Z").unwrap();
    lead(&mut device, 1, 2026, 3);
    assert_eq!(waiting(&device), ["3 days"]);
    // Half past midnight, in the new year already.
    device.now = Timestamp::parse_rfc3339("2026-12-31T23:30:00Z").unwrap();
    assert_eq!(waiting(&device), ["3 days"]);
}

#[test]
fn what_is_due_within_a_week_is_soon_and_what_is_past_is_late() {
    let mut device = Device::new();
    for (id, due) in [(1, -1), (2, 0), (3, 7), (4, 8)] {
        lead(&mut device, id, 2026, due);
    }
    let waiting = today(&device).waiting;
    let said: Vec<_> = waiting.iter().map(|it| (it.why, it.pressing)).collect();
    let word = ActivityWait::LeadDue;
    let expected = [Pressing::Late, Pressing::Soon, Pressing::Soon];
    assert_eq!(said, expected.map(|rank| (Wait::Activity { word }, rank)));
}
