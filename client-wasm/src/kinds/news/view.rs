//! News, as their screens show them.

use besace_model::ids::Ulid;
use besace_model::kinds::story::StoryKind;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Person;

/// An article in the list.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct NewsRow {
    /// The story that it was made of.
    pub id: Ulid,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: StoryKind,
    /// Since which day it is there.
    pub date: String,
    /// How it begins.
    pub beginning: String,
    /// Whom it shows, by name.
    pub people: Vec<Person>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct ArticleView {
    /// What the list shows.
    pub row: NewsRow,
    /// In words.
    pub body: String,
}
