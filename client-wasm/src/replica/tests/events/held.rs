//! Events are read by all, and written by those who hold them.

use besace_model::access::Role;
use besace_model::error::ErrorCode;
use besace_model::kinds::event::EventStatus;

use super::{become_of, other, phone, sheet};
use crate::api::{DispatchResult, Intent};
use crate::replica::tests::device::{Device, me};

fn cancel(device: &mut Device) -> DispatchResult {
    device.dispatch(Intent::Do {
        command: become_of(EventStatus::Cancelled),
        base: None,
    })
}

#[test]
fn an_event_of_another_coach_opens_to_read() {
    let confirmed = EventStatus::Confirmed;
    let mut device = phone(Role::Coach, false, other(), confirmed);
    assert!(!sheet(&device).row.info.may_edit);
    let refused = DispatchResult::Rejected {
        code: ErrorCode::Forbidden,
        field: "event/status".into(),
    };
    assert_eq!(cancel(&mut device), refused);
    for (role, facilitates, creator) in [
        (Role::Coach, false, me()),
        (Role::Entrepreneur, false, me()),
        (Role::Entrepreneur, true, other()),
        (Role::Director, false, other()),
    ] {
        let mut device = phone(role, facilitates, creator, confirmed);
        assert!(sheet(&device).row.info.may_edit, "{role:?}");
        let done = cancel(&mut device);
        assert!(matches!(done, DispatchResult::Done { .. }), "{done:?}");
    }
}

#[test]
fn a_status_that_cannot_come_any_more_is_not_offered_and_not_taken() {
    use EventStatus::{Cancelled, Confirmed, Tentative};
    let offered = |status| sheet(&phone(Role::Coach, false, me(), status)).statuses;
    assert_eq!(offered(Tentative), [Tentative, Confirmed, Cancelled]);
    assert_eq!(offered(Confirmed), [Confirmed, Cancelled]);
    assert_eq!(offered(Cancelled), [Cancelled]);
    let mut device = phone(Role::Coach, false, me(), Cancelled);
    let back = device.dispatch(Intent::Do {
        command: become_of(Confirmed),
        base: None,
    });
    let refused = DispatchResult::Rejected {
        code: ErrorCode::BadTransition,
        field: "event/status".into(),
    };
    assert_eq!(back, refused);
}
