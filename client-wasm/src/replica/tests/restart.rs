//! A relay that lost something, or asks to wait: what a person did stays theirs.

mod lost;
mod missed;
mod refused;

use besace_model::wire::Update;

use super::device::update;

/// A restarted relay's first words.
fn restart(place: u8) -> Update {
    Update {
        restart: true,
        ..update(place)
    }
}
