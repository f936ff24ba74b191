//! The key files, on a disk.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use besace_model::ids::{CoopId, DeviceId, MemberId};

use super::files::list;
use super::{KEYS_MAX, KeyringError, load, rotate};
use crate::clock::Clock;

#[test]
fn keys_are_private_and_a_rotation_refuses_no_token_in_flight() {
    let clock = Clock::system();
    let name: String = clock
        .random::<8>()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let data = std::env::temp_dir().join(format!("besace-keyring-{name}"));
    let keys = || load(&data, "https://example.coop", &clock).unwrap();
    let now = clock.now();
    let vapid = keys().vapid().public().to_owned();
    let token = keys()
        .issue(
            now,
            CoopId::from_bytes([1; 16]),
            MemberId::from_bytes([1; 16]),
            DeviceId::from_bytes([1; 16]),
            [1; 8],
        )
        .unwrap();
    rotate(&data, &clock).unwrap();
    assert!(keys().verify(now, &token).is_ok());
    rotate(&data, &clock).unwrap();
    assert!(keys().verify(now, &token).is_err(), "its key was dropped");
    assert_eq!(keys().vapid().public(), vapid, "browsers are bound to it");
    let files = list(&data.join("keys")).unwrap();
    assert_eq!(files.len(), KEYS_MAX);
    fs::set_permissions(&files[0], fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(
        load(&data, "", &clock),
        Err(KeyringError::TooOpen(_))
    ));
    fs::remove_dir_all(data).unwrap();
}
