//! What everybody reads of stories.

use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::news::News;
use besace_model::plain::{FromPlain, ToPlain};
use besace_model::words;
use ts_rs::TS;

use super::Shown;
use crate::entry::shorten;
use crate::requests::requests;
use crate::view::{Page, Window};
use crate::views::{ViewReader, page};

mod view;

pub use view::*;

requests! {
    /// What screens ask of news.
    NewsRequest, NewsAnswer, NewsViews by reader {
        /// What was published, the latest first.
        News {
            /// Words to find in titles, texts and names; empty for all.
            search: String,
            /// Which rows.
            window: Window,
        } -> Page<NewsRow> = reader.news(search, *window),
        /// One article.
        Article {
            /// The story that it was made of.
            id: Ulid,
        } -> Option<Box<ArticleView>> = reader.article(*id).map(Box::new),
    }
}

impl Shown for News {}

impl ViewReader<'_> {
    fn news(&self, search: &str, window: Window) -> Page<NewsRow> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::News);
        let all = all.filter_map(|(_, doc)| {
            let id: Ulid = doc.row.head.key.parse().ok()?;
            Some((id, News::of(doc.record()?)?))
        });
        let mut found: Vec<(Ulid, &News)> = all
            .filter(|(_, news)| !news.title.is_empty())
            .filter(|(_, news)| {
                let names = self.people(&news.people).into_iter();
                let names: Vec<String> = names.map(|person| person.name).collect();
                let text = format!("{} {} {}", news.title, news.body, names.join(" "));
                words::finds(search, &text)
            })
            .collect();
        found.sort_by(|(a, x), (b, y)| (&y.date, b).cmp(&(&x.date, a)));
        page(&found, window, |(id, news)| self.news_row(*id, news))
    }

    fn article(&self, id: Ulid) -> Option<ArticleView> {
        let news: &News = self.doc(&DocHead::news(id))?;
        (!news.title.is_empty()).then(|| ArticleView {
            row: self.news_row(id, news),
            body: news.body.clone(),
        })
    }

    fn news_row(&self, id: Ulid, news: &News) -> NewsRow {
        NewsRow {
            id,
            title: news.title.clone(),
            kind: news.kind,
            date: news.date.clone(),
            beginning: shorten(&news.body),
            people: self.people(&news.people),
        }
    }
}
