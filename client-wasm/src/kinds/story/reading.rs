//! Reading stories, and what those say to them whom they show.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::consent::{Consents, RequestFields};
use besace_model::kinds::news::News;
use besace_model::kinds::story::{Editorial, Story, StoryFields, StoryStage, channels_line};
use besace_model::words;

use super::{ConsentState, StoryPerson, StoryRow, StorySheet};
use crate::view::{Page, Window};
use crate::views::{ViewReader, local_day, page, stands};

/// A story where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: Ulid,
    pub(super) editorial: &'a Editorial,
    pub(super) story: &'a Story,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, editorial: &'a Editorial) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let story = editorial.stories.get(&id)?;
        Some(Self {
            id,
            editorial,
            story,
        })
    }

    pub(super) fn stage(&self) -> StoryStage {
        self.editorial.stage(self.story)
    }

    /// The day on which it appears; of one that was not approved and has no day, when it was begun.
    fn day(&self) -> String {
        let day = match self.stage() {
            StoryStage::Approved | StoryStage::Withdrawn => self.editorial.appears_on(self.story),
            StoryStage::Draft | StoryStage::Review => &self.story.publish_on,
        };
        if day.is_empty() {
            return local_day(&self.story.entry.created_at).into_owned();
        }
        day.to_owned()
    }
}

impl<'a> ViewReader<'a> {
    /// The stories on this phone that stand.
    pub(super) fn found_stories(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Story);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, Editorial::of(doc.record()?)?))
            .filter(|it| stands(&it.story.entry))
    }

    pub(crate) fn stories(
        &self,
        stage: Option<StoryStage>,
        month: &str,
        search: &str,
        window: Window,
    ) -> Page<StoryRow> {
        let mut found: Vec<(String, Found<'_>)> = self
            .found_stories()
            .filter(|it| stage.is_none_or(|stage| it.stage() == stage))
            .map(|it| (it.day(), it))
            .filter(|(day, it)| day.starts_with(month) && self.tells_of(it, search))
            .collect();
        found.sort_by(|(a_day, a), (b_day, b)| (b_day, b.id).cmp(&(a_day, a.id)));
        page(&found, window, |(_, it)| self.story_row(it))
    }

    fn tells_of(&self, found: &Found<'_>, search: &str) -> bool {
        if search.is_empty() {
            return true;
        }
        let story = found.story;
        let names = story.people.iter().map(|member| self.name(*member));
        let texts = [story.title.clone(), story.body.clone()].into_iter();
        let all: Vec<String> = texts.chain(names).collect();
        words::finds(search, &all.join(" "))
    }

    pub(crate) fn story_sheet(&self, id: Ulid) -> Option<StorySheet> {
        let head = DocHead::story(id);
        let found = Found::of(&head, self.doc(&head)?)?;
        let story = found.story;
        let people = self.people(&story.people).into_iter();
        let people = people.map(|person| StoryPerson {
            consent: self.consent_to(&found, person.member),
            member: person.member,
            name: person.name,
        });
        Some(StorySheet {
            row: self.story_row(&found),
            fields: StoryFields {
                title: story.title.clone(),
                kind: story.kind,
                body: story.body.clone(),
                channels: story.channels.clone(),
                people: story.people.clone(),
                status: story.status,
                publish_on: story.publish_on.clone(),
            },
            people: people.collect(),
            request: RequestFields {
                sort: story.kind.sort(),
                title: story.title.clone(),
                text: story.body.clone(),
                channels: channels_line(&story.channels),
            },
            sha256: story.sha256(),
            may_approve: self.may_write(&head, &["desk", "approved"]),
        })
    }

    fn story_row(&self, found: &Found<'_>) -> StoryRow {
        let Found {
            id,
            editorial,
            story,
        } = *found;
        let head = DocHead::story(id);
        let place = ("stories", "title");
        StoryRow {
            info: self.info(&head, place, id, &story.entry, &editorial.conflicts),
            title: story.title.clone(),
            kind: story.kind,
            stage: found.stage(),
            day: found.day(),
            channels: story.channels.clone(),
            people: story.people.len() as u32,
            missing: self.missing(found),
            published: self.is_published(id),
        }
    }

    /// How many whom a story shows do not agree to it.
    pub(super) fn missing(&self, found: &Found<'_>) -> u32 {
        let people = found.story.people.iter();
        let missing = people.filter(|member| !self.consent_to(found, **member).agrees());
        missing.count() as u32
    }

    /// Whether everybody reads a story.
    pub(crate) fn is_published(&self, id: Ulid) -> bool {
        let news: Option<&News> = self.doc(&DocHead::news(id));
        news.is_some_and(|news| !news.title.is_empty())
    }

    fn consent_to(&self, found: &Found<'_>, member: MemberId) -> ConsentState {
        let consents: Option<&Consents> = self.doc(&DocHead::consent(member));
        let asked = consents.and_then(|consents| Some((consents, consents.asked(found.id)?)));
        let Some((consents, request)) = asked else {
            return ConsentState::NotAsked;
        };
        let is_same = request.shown_sha256() == found.story.shown_sha256();
        if !is_same || request.sort != found.story.kind.sort() {
            return ConsentState::Changed;
        }
        let agreed = consents.agreed(found.id);
        let agrees = agreed.is_some_and(|agreed| agreed.span.holds(self.now));
        match (agrees, consents.answered(found.id)) {
            (true, Some(_)) => ConsentState::Given,
            (true, None) => ConsentState::InGeneral,
            (false, Some(_)) => ConsentState::Refused,
            (false, None) => ConsentState::Waits,
        }
    }
}
