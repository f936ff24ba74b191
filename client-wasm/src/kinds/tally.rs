//! What became of consultations; their screens read it (see `consultation`).

use besace_model::kinds::tally::Tally;

use super::Shown;

impl Shown for Tally {}
