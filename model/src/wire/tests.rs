//! A later version is understood as far as it can be.

use super::*;
use crate::error::ErrorCode;

#[test]
fn a_reason_of_a_later_version_ends_no_link() {
    let bye = Bye {
        code: ErrorCode::UnknownReason,
        retry_ms: 5,
    };
    let mut bytes = encode(&ToPhone::Bye(bye.clone()));
    let known = minicbor::to_vec(ErrorCode::UnknownReason).unwrap();
    let at = bytes
        .windows(known.len())
        .position(|it| it == known)
        .unwrap();
    let later = minicbor::to_vec(77_u32).unwrap();
    assert!(minicbor::decode::<ErrorCode>(&later).is_err());
    bytes.splice(at..at + known.len(), later);
    assert_eq!(decode(&bytes), Ok(ToPhone::Bye(bye)));
}
