//! What members ask of the reader, whom they chose for it beside those who accompany them.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::asked::{Asked, AskedOfOne};
use besace_model::kinds::coaching_log::{AskTopic, Urgency};
use besace_model::plain::{FromPlain, ToPlain};
use ts_rs::TS;

use super::coaching_log::answer_due;
use super::{Shown, Wait};
use crate::entry::shorten;
use crate::requests::requests;
use crate::view::Place;
use crate::view::today::WaitingItem;
use crate::views::ViewReader;

requests! {
    /// What screens ask of what is asked of the reader.
    AskedRequest, AskedAnswer, AskedViews by reader {
        /// What members ask of the reader beside their coaches, the oldest first.
        AskedOfMe -> Vec<SentAskRow> = reader.asked_of_me(),
    }
}

/// Why something of this kind waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ToPlain, TS)]
#[ts(rename_all = "snake_case")]
pub enum AskedWait {
    /// A member asks it of me, and nobody answered yet.
    OfMe,
}

/// An ask of a member, and how they are reached as far as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SentAskRow {
    /// The ask.
    pub id: Ulid,
    /// Who asks.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What.
    pub text: String,
    /// How soon.
    pub urgency: Urgency,
    /// What it is about, if that was said.
    pub topic: Option<AskTopic>,
    /// Since when.
    pub at: String,
    /// Their telephone; empty where the reader does not know it.
    pub phone: String,
    /// Their e-mail; the same.
    pub email: String,
}

impl Shown for Asked {
    /// Of whom the reader accompanies, the log says the same.
    fn waits(reader: &ViewReader<'_>) -> Vec<WaitingItem> {
        let asks = reader.asked().into_iter();
        asks.filter(|(_, ask)| !reader.replica.grants.coaches(ask.member))
            .map(|(id, ask)| reader.asked_waits(id, ask))
            .collect()
    }
}

impl<'a> ViewReader<'a> {
    /// What is asked of the reader, the oldest first.
    fn asked(&self) -> Vec<(Ulid, &'a AskedOfOne)> {
        let asked: Option<&Asked> = self.doc(&DocHead::asked(self.me_id()));
        let asks = asked.into_iter().flat_map(|it| &it.asks);
        let mut asks: Vec<_> = asks.map(|(id, ask)| (*id, ask)).collect();
        asks.sort_by(|(a, x), (b, y)| (&x.at, a).cmp(&(&y.at, b)));
        asks
    }

    fn asked_of_me(&self) -> Vec<SentAskRow> {
        let asks = self.asked().into_iter();
        asks.map(|(id, ask)| {
            let profile = self.profile(ask.member).cloned().unwrap_or_default();
            let reached = self.reached(ask.member, &profile);
            SentAskRow {
                id,
                member: ask.member,
                name: self.name(ask.member),
                text: ask.text.clone(),
                urgency: ask.urgency,
                topic: ask.topic,
                at: ask.at.clone(),
                phone: reached.phone,
                email: reached.email,
            }
        })
        .collect()
    }

    fn asked_waits(&self, id: Ulid, ask: &AskedOfOne) -> WaitingItem {
        let due = answer_due(&ask.at, ask.urgency);
        let head = DocHead::asked(self.me_id());
        WaitingItem {
            why: Wait::Asked { word: AskedWait::OfMe },
            pressing: self.due(&due),
            label: shorten(&ask.text),
            member: Some(ask.member),
            who: self.name(ask.member),
            due,
            place: Some(Place::new(&head, "asks", &id.to_string())),
        }
    }
}
