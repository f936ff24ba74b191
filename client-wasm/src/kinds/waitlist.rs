//! Waitlist lists of events.

use besace_model::kinds::waitlist::Waitlist;

use super::Shown;

impl Shown for Waitlist {}
