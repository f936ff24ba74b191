//! Registers of members' sessions.

use besace_model::kinds::register::Register;

use super::Shown;

impl Shown for Register {}
