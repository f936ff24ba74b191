//! Who comes to events.

use besace_model::kinds::guests::Guests;

use super::Shown;

impl Shown for Guests {}
