//! The relay says that it is over.

use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::wire::{Bye, ToPhone, encode};

use crate::api::{DispatchResult, Event, Intent};
use crate::replica::tests::device::{Device, add_expense};

#[test]
fn a_revoked_device_keeps_nothing() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let bytes = encode(&ToPhone::Bye(Bye {
        code: ErrorCode::DeviceRevoked,
        retry_ms: 0,
    }));
    device.handle(Event::Frame { bytes });
    assert!(device.wiped);
    assert!(device.expenses().is_empty());
    let command = add_expense(Ulid([2; 16]), 1);
    let result = device.dispatch(Intent::Do {
        command,
        base: None,
    });
    assert_eq!(result, DispatchResult::rejected(ErrorCode::DeviceRevoked));
}

#[test]
fn an_old_app_stops_and_keeps_its_outbox() {
    let mut device = Device::new();
    device.expense(1, 100);
    device.connect();
    let bytes = encode(&ToPhone::Bye(Bye {
        code: ErrorCode::Upgrade,
        retry_ms: 0,
    }));
    device.handle(Event::Frame { bytes });
    assert_eq!(device.sync().problem, Some(ErrorCode::Upgrade));
    assert_eq!(device.sync().unsent, 1);
}
