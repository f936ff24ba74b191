//! Members, roles, assignments, devices: decided online, here, in one order.

mod device;
mod member;
mod role;
mod status;

use besace_model::ids::MemberId;
use besace_model::time::Timestamp;
use rusqlite::{Connection, params};

pub(super) use device::{DEVICES, device_row};
pub use device::{DeviceEntry, devices, insert_device, keys, revoke_device, touch_device};
pub(super) use member::{MEMBERS, member_row, with_status};
pub use member::{MemberRow, describe_member, insert_member, members, set_status};
pub use role::{
    assignments, facilitators, roles, set_assignment, set_facilitator, set_roles, take_role,
};
pub use status::Status;

use super::StoreError;

/// Writes an audit line.
///
/// # Errors
/// Whatever SQLite says.
pub fn audit(
    conn: &Connection,
    now: Timestamp,
    actor: MemberId,
    action: &str,
    subject: &[u8; 16],
    detail: &str,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![now.0, actor.as_bytes(), action, subject, detail],
    )?;
    Ok(())
}
