//! What a phone of before does not say, and what a relay of before does not.

use besace_model::kind::KindSet;
use besace_model::wire::{DocName, ToPhone, ToRelay, decode, encode};

/// A frame to a relay that cannot hear which kinds the phone knows, and could not read any that it does not know.
pub(super) fn unsaid_by_phone(bytes: &[u8]) -> Vec<u8> {
    let mut frame: ToRelay = decode(bytes).expect("a phone speaks the protocol");
    let pushes = match &mut frame {
        ToRelay::Hello(hello) => {
            hello.kinds = None;
            hello.reads_short = None;
            &hello.pushes[..]
        }
        ToRelay::Push(pushes) => &pushes[..],
        ToRelay::Short(_) | ToRelay::ShortHello(..) => {
            panic!("a relay of before is spoken to in short")
        }
        _ => &[],
    };
    for push in pushes {
        if let DocName::Head(head) = &push.doc {
            let kind = head.kind;
            assert!(
                KindSet::SPINE.contains(kind),
                "a relay of before is sent {kind:?}"
            );
        }
    }
    encode(&frame)
}

/// A frame from a relay that does not say which kinds it knows.
pub(super) fn unsaid_by_relay(bytes: &[u8]) -> Vec<u8> {
    let mut frame: ToPhone = decode(bytes).expect("a relay speaks the protocol");
    if let ToPhone::Update(update) = &mut frame {
        update.kinds = None;
        update.reads_short = None;
    }
    encode(&frame)
}
