//! Seats of events.

use besace_model::kinds::roster::Roster;
use super::{Shown};
use besace_model::head::DocHead;

use crate::view::Place;

impl Shown for Roster {
    fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
        let id = head.key.parse().ok()?;
        Some(Place::Event { id })
    }
}
