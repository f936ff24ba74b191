//! Answers end with the event.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::kinds::event::EventStatus;
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;

use super::{EVENT, answer, other, phone};
use crate::api::DispatchResult;
use crate::kinds::event::{EventAnswer, EventRequest};
use crate::replica::tests::device::NOW;
use crate::view::{View, ViewRequest};

#[test]
fn nobody_says_after_an_event_that_they_come() {
    let mut device = phone(Role::Entrepreneur, false, other(), EventStatus::Confirmed);
    assert!(matches!(
        answer(&mut device, AnswerStatus::Accepted),
        DispatchResult::Done { .. }
    ));
    let end = Timestamp::parse_rfc3339("2026-04-02T10:00:00Z").unwrap();
    device.pass(end.0 - NOW.0 + 60_000);
    let late = answer(&mut device, AnswerStatus::Accepted);
    assert_eq!(late, DispatchResult::rejected(ErrorCode::EventOver));
    assert!(matches!(
        answer(&mut device, AnswerStatus::Declined),
        DispatchResult::Done { .. }
    ));
    let row = match device.replica.view(
        &ViewRequest::Event(EventRequest::Event { id: EVENT }),
        device.now,
    ) {
        View::Event(EventAnswer::Event(Some(sheet))) => sheet.row,
        other => panic!("{other:?}"),
    };
    assert!(row.is_over && !row.signup_open);
}
