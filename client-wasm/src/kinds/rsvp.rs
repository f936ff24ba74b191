//! Answers to events.

use super::{Checked, Shown};
use crate::replica::Replica;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::kinds::event::Content as Event;
use besace_model::kinds::rsvp::{AnswerCommand, AnswerStatus, Rsvp};
use besace_model::time::Timestamp;

impl Shown for Rsvp {}

impl Checked for AnswerCommand {
    /// Nobody says that they come to what is over.
    fn objection(&self, replica: &Replica, now: Timestamp) -> Option<ErrorCode> {
        let Self::AnswerEvent { event, answer } = self else {
            return None;
        };
        let event = replica
            .content::<Event>(&DocHead::event(*event))?
            .as_deref()?;
        let comes = answer.status == AnswerStatus::Accepted;
        (comes && event.is_over(now)).then_some(ErrorCode::EventOver)
    }
}
