//! Waiting lists of events.

use besace_model::kinds::waiting::Waiting;

use super::Shown;

impl Shown for Waiting {}
