//! Lifts offered to events.

use besace_model::kinds::rides::Rides;

use super::Shown;

impl Shown for Rides {}
