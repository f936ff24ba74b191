//! Who comes to an event, as plain data.

use crate::ids::MemberId;
use crate::kind::Said;
use crate::kinds::rsvp::{Answer, AnswerStatus};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::SortedMap;

/// Those who answered an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Guests {
    /// Their answers, by member.
    pub guests: SortedMap<MemberId, Guest>,
}

/// What one of them answered. Of who does not come, neither diet nor car.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Guest {
    /// The answer.
    pub status: AnswerStatus,
    /// A word to the organisers.
    pub comment: String,
    /// What they cannot eat.
    pub diet: String,
    /// Seats offered in a car.
    pub carpool_seats: i64,
    /// From where.
    pub carpool_from: String,
    /// When they answered (RFC 3339).
    pub responded_at: String,
    /// How good it was to them, 1 to 5; `None` while they did not say.
    pub score: Option<i64>,
    /// Why, in words.
    pub words: String,
}

/// What an event or an answer to it gives: nothing is made of answers to what is no event.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub struct Part {
    pub(super) is_event: bool,
    pub(super) guests: SortedMap<MemberId, Guest>,
}

impl Said for Guests {}

impl From<&Answer> for Guest {
    fn from(answer: &Answer) -> Self {
        let comes = answer.status != AnswerStatus::Declined;
        let of_who_comes = |words: &str| if comes { words } else { "" }.to_owned();
        Self {
            status: answer.status,
            comment: answer.comment.clone(),
            diet: of_who_comes(&answer.diet),
            carpool_seats: if comes { answer.carpool_seats } else { 0 },
            carpool_from: of_who_comes(&answer.carpool_from),
            responded_at: answer.responded_at.clone(),
            score: answer.score,
            words: answer.words.clone(),
        }
    }
}
