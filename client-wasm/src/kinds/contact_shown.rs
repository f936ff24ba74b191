//! What members show everyone of how they are reached.

use besace_model::kinds::contact_shown::ContactShown;

use super::Shown;

impl Shown for ContactShown {}
