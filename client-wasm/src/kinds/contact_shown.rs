//! What members show everyone of how they are reached.

use besace_model::head::DocHead;
use besace_model::kinds::contact_shown::ContactShown;

use super::Shown;
use crate::view::Place;

impl Shown for ContactShown {
    fn place(head: &DocHead, _: &str, _: &str) -> Option<Place> {
        let member = head.owner;
        Some(Place::Profile { member })
    }
}
