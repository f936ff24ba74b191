//! What of a story a member agrees to, by all that they said.

use super::{Consent, ConsentAnswer, ConsentSort, Consents, Request};
use crate::ids::Ulid;
use crate::kinds::story::shown_sha256;
use crate::projection::Span;
use crate::time::{DAY_MS, Timestamp, days_from_date};

/// What a member agrees to of one story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// To be seen, or to have their words told.
    pub sort: ConsentSort,
    /// The digest of what they read.
    pub shown: String,
    /// When they do.
    pub span: Span,
}

impl Request {
    /// The digest of what it shows.
    #[must_use]
    pub fn shown_sha256(&self) -> String {
        shown_sha256(&self.title, &self.text, &self.channels)
    }
}

impl Consents {
    /// A request that stands.
    #[must_use]
    pub fn asked(&self, story: Ulid) -> Option<&Request> {
        let request = self.requests.get(&story);
        request.filter(|request| request.entry.removed_at.is_empty())
    }

    /// What the member answered to what stands in a request; `None` when they did not, or read something else.
    #[must_use]
    pub fn answered(&self, story: Ulid) -> Option<&ConsentAnswer> {
        let shown = self.asked(story)?.shown_sha256();
        let answer = self.answers.get(&story);
        answer.filter(|answer| answer.shown == shown)
    }

    /// What the member agrees to of a story. Nothing before they could read it; what they answered about it counts alone,
    /// and what they agreed to in general while they did not answer.
    #[must_use]
    pub fn agreed(&self, story: Ulid) -> Option<Agreed> {
        let request = self.asked(story)?;
        let (sort, shown) = (request.sort, request.shown_sha256());
        let span = match self.answers.get(&story) {
            Some(answer) if answer.agrees && answer.shown == shown => Span::default(),
            Some(_) => return None,
            None => self.in_general(sort)?,
        };
        Some(Agreed { sort, shown, span })
    }

    /// When the member agrees to something in general; of several consents, by the one that lasts longest.
    fn in_general(&self, sort: ConsentSort) -> Option<Span> {
        let standing = self.consents.values().filter(|consent| {
            consent.sort == sort && !consent.revoked && consent.entry.removed_at.is_empty()
        });
        standing
            .map(Consent::span)
            .max_by_key(|span| span.until.map_or(i64::MAX, |until| until.0))
    }
}

impl Consent {
    /// From the beginning of its first day to the end of its last.
    #[must_use]
    pub fn span(&self) -> Span {
        let begin = |day: &str| days_from_date(day).map(|day| Timestamp(day * DAY_MS));
        Span {
            from: begin(&self.since),
            until: begin(&self.until).map(|last| last.plus_ms(DAY_MS)),
        }
    }
}
