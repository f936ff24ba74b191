//! Registers of members' sessions.

use besace_model::head::DocHead;
use besace_model::kinds::register::Register;

use super::Shown;
use crate::view::Place;

impl Shown for Register {
    fn place(_: &DocHead, _: &str, _: &str) -> Option<Place> {
        None
    }
}
