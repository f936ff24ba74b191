//! Reading the guide.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kinds::guide::{
    Guide, GuidePage, GuidePageFields, SectorLine, SectorLineFields, TopicPersonFields,
};
use besace_model::words;

use super::{GuidePageRow, GuideView, SectorLineRow, TopicPersonRow};
use crate::views::{ViewReader, live};

impl<'a> ViewReader<'a> {
    pub(crate) fn the_guide(&self) -> Option<&'a Guide> {
        self.doc(&DocHead::guide())
    }

    /// Whether the reader may write the guide.
    pub(crate) fn may_write_guide(&self) -> bool {
        // Any entry that could be made there.
        let any = self.me_id().to_string();
        self.may_write(&DocHead::guide(), &["pages", &any, "title"])
    }

    pub(crate) fn guide(&self, search: &str) -> GuideView {
        let guide = self.the_guide();
        let mut pages = guide.map_or_else(Vec::new, |it| live(&it.pages, |page| &page.entry));
        pages.retain(|(_, page)| is_about(&page.title, &page.body, search));
        pages.sort_by_key(|(id, page)| (page.part, page.rank, *id));
        let mut lines = guide.map_or_else(Vec::new, |it| live(&it.sectors, |line| &line.entry));
        lines.retain(|(_, line)| is_about(&line.title, &line.body, search));
        lines.sort_by_key(|(id, line)| (line.sector, line.part, line.rank, *id));
        let mut people = self.topic_people();
        people.retain(|row| is_about(&row.name, &row.fields.about, search));
        GuideView {
            may_edit: self.may_write_guide(),
            sector: self.profile(self.me_id()).and_then(|it| it.sector),
            pages: pages.iter().map(|(id, page)| self.page_row(*id, page)).collect(),
            lines: lines.iter().map(|(id, line)| self.sector_line_row(*id, line)).collect(),
            people,
        }
    }

    pub(crate) fn topic_people(&self) -> Vec<TopicPersonRow> {
        let guide = self.the_guide();
        let mut people = guide.map_or_else(Vec::new, |it| live(&it.people, |one| &one.entry));
        people.sort_by_key(|(id, one)| (one.topic, *id));
        let conflicts = guide.map_or(&[][..], |it| &it.conflicts);
        let row = |(id, one): &(Ulid, &besace_model::kinds::guide::TopicPerson)| TopicPersonRow {
            info: self.info(&DocHead::guide(), ("people", "topic"), *id, &one.entry, conflicts),
            name: one.person.map(|person| self.name(person)).unwrap_or_default(),
            fields: TopicPersonFields {
                topic: one.topic,
                person: one.person,
                about: one.about.clone(),
            },
        };
        people.iter().map(row).collect()
    }

    fn page_row(&self, id: Ulid, page: &GuidePage) -> GuidePageRow {
        let conflicts = self.the_guide().map_or(&[][..], |it| &it.conflicts);
        let progress = self.progress(self.me_id());
        let at = |marks: Option<&String>| marks.cloned().unwrap_or_default();
        GuidePageRow {
            info: self.info(&DocHead::guide(), ("pages", "title"), id, &page.entry, conflicts),
            ticked_at: at(progress.and_then(|it| it.ticks.get(&id))),
            read_at: at(progress.and_then(|it| it.read.get(&id))),
            fields: GuidePageFields {
                part: page.part,
                title: page.title.clone(),
                body: page.body.clone(),
                link: page.link.clone(),
                rank: page.rank,
                opportunity: page.opportunity,
            },
        }
    }

    fn sector_line_row(&self, id: Ulid, line: &SectorLine) -> SectorLineRow {
        let conflicts = self.the_guide().map_or(&[][..], |it| &it.conflicts);
        let progress = self.progress(self.me_id());
        let ticked = progress.and_then(|it| it.ticks.get(&id));
        SectorLineRow {
            info: self.info(&DocHead::guide(), ("sectors", "title"), id, &line.entry, conflicts),
            ticked_at: ticked.cloned().unwrap_or_default(),
            fields: SectorLineFields {
                sector: line.sector,
                part: line.part,
                title: line.title.clone(),
                body: line.body.clone(),
                link: line.link.clone(),
                rate_bp: line.rate_bp,
                rank: line.rank,
            },
        }
    }
}

fn is_about(title: &str, body: &str, search: &str) -> bool {
    search.is_empty() || words::finds(search, &[title, body].join(" "))
}
