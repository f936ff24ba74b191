//! Seats of events.

use super::Shown;
use besace_model::kinds::roster::Roster;

impl Shown for Roster {}
