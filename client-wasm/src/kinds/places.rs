//! A member's own places in waiting lists.

use besace_model::kinds::places::Places;

use super::Shown;

impl Shown for Places {}
