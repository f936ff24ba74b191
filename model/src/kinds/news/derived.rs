//! What the relay makes of a story and of the consents to it, and how it writes it.

use super::{News, Part};
use crate::command::CommandError;
use crate::doc::writer::ChangeWriter;
use crate::head::DocHead;
use crate::ids::Ulid;
use crate::kind::{Kind, Record};
use crate::kinds::consent::Consents;
use crate::kinds::story::{Editorial, StoryStage};
use crate::projection::{Derived, Own, Span};
use crate::sorted::SortedSet;
use crate::time::{DAY_MS, Timestamp, days_from_date};

impl Derived for News {
    type Given = Part;
    const READS: &'static [Kind] = &[Kind::Story, Kind::Consent];
    const VERSION: u64 = 1;
    // An article that somebody took back is nobody's to read, not even as what stood there before another.
    const KEEPS_PAST: bool = false;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        match (record, head.key.parse()) {
            (Record::Story(editorial), Ok(id)) => {
                let part = article(editorial, id).into_iter();
                part.map(|part| (DocHead::news(id), part)).collect()
            }
            (Record::Consent(consents), _) => {
                let stories = consents.requests.keys();
                stories
                    .filter_map(|id| Some((DocHead::news(*id), consent(head, consents, *id)?)))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn holds(given: &Part) -> Span {
        Span {
            from: given.from.map(Timestamp),
            until: given.until.map(Timestamp),
        }
    }

    fn made_of(given: Vec<Part>) -> Record {
        let story = given
            .iter()
            .find_map(|part| Some((part.article.as_ref()?, part)));
        let news = story.filter(|(article, wanted)| {
            let agrees = |part: &&Part| part.sort == wanted.sort && part.shown == wanted.shown;
            let agree = given.iter().filter(agrees);
            let agree: SortedSet<_> = agree.filter_map(|part| part.agrees).collect();
            article.people.iter().all(|member| agree.contains(member))
        });
        Record::News(news.map(|(article, _)| article.clone()).unwrap_or_default())
    }
}

/// What an approved story gives.
fn article(editorial: &Editorial, id: Ulid) -> Option<Part> {
    let story = editorial.stories.get(&id)?;
    let stands = story.entry.removed_at.is_empty();
    if !stands || editorial.stage(story) != StoryStage::Approved {
        return None;
    }
    let date = editorial.appears_on(story).to_owned();
    Some(Part {
        from: days_from_date(&story.publish_on).map(|day| day * DAY_MS),
        until: None,
        agrees: None,
        sort: story.kind.sort(),
        shown: story.shown_sha256(),
        article: Some(News {
            title: story.title.clone(),
            kind: story.kind,
            date,
            body: story.body.clone(),
            people: story.people.iter().copied().collect(),
        }),
    })
}

/// What one whom a story shows gives, when they agree to it.
fn consent(head: &DocHead, consents: &Consents, id: Ulid) -> Option<Part> {
    let agreed = consents.agreed(id)?;
    Some(Part {
        article: None,
        agrees: Some(head.owner),
        sort: agreed.sort,
        shown: agreed.shown,
        from: agreed.span.from.map(|from| from.0),
        until: agreed.span.until.map(|until| until.0),
    })
}

impl Own for News {
    fn put(&self, writer: &mut ChangeWriter<'_>) -> Result<(), CommandError> {
        let is_there = !self.title.is_empty();
        let line = |text| Some(text).filter(|_| is_there);
        let people = writer.top("people")?;
        writer.clear_others(&people, |member| self.people.contains(member))?;
        for member in &self.people {
            writer.put(&people, &member.to_string(), true)?;
        }
        let news = writer.top("news")?;
        writer.put_or_clear(&news, "title", line(self.title.as_str()))?;
        writer.put_or_clear(&news, "kind", line(self.kind.as_str()))?;
        writer.put_or_clear(
            &news,
            "date",
            line(self.date.as_str()).filter(|it| !it.is_empty()),
        )?;
        writer.text(&news, "body", &self.body)
    }
}
