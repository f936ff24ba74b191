//! What rows of earlier versions said, as phones may still keep them.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::plain::{PlainReader, Unfit};

use crate::view::Place;

/// A place that was named by a word.
pub(crate) fn place(word: &str, input: &mut PlainReader<'_>) -> Result<Place, Unfit> {
    let member = |input: &mut PlainReader<'_>| input.field::<MemberId>("member");
    let id = |input: &mut PlainReader<'_>| input.field::<Ulid>("id");
    let log = |input: &mut PlainReader<'_>, collection: &str| {
        let head = DocHead::coaching_log(member(input)?);
        Ok(Place::new(&head, collection, &id(input)?.to_string()))
    };
    match word {
        "activityEntry" => {
            let head = DocHead::activity(member(input)?, input.field("year")?);
            // In which map was not said.
            Ok(Place::new(&head, "", &id(input)?.to_string()))
        }
        "forecast" => {
            let month: String = input.field("month")?;
            let year = month.get(..4).and_then(|year| year.parse().ok());
            let head = DocHead::activity(member(input)?, year.ok_or(Unfit)?);
            Ok(Place::new(&head, "forecast", &month))
        }
        "session" => log(input, "sessions"),
        "goal" => log(input, "goals"),
        "action" => log(input, "actions"),
        "ask" => log(input, "asks"),
        // Whose notes was not said: none but one's own are shown.
        "notes" => Ok(whole(&DocHead::coach_notes(
            MemberId::RELAY,
            member(input)?,
        ))),
        "event" => Ok(whole(&DocHead::event(id(input)?))),
        "profile" => Ok(whole(&DocHead::profile(member(input)?))),
        "members" => Ok(whole(&DocHead::directory())),
        "entry" if input.field::<Kind>("kind")? == Kind::Post => {
            Ok(whole(&DocHead::post(member(input)?, id(input)?)))
        }
        _ => Err(Unfit),
    }
}

/// Where a document is shown.
fn whole(head: &DocHead) -> Place {
    Place::new(head, "", "")
}

#[cfg(test)]
mod tests;
