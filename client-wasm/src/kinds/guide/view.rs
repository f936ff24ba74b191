//! The guide, as its screens show it.

use besace_model::kinds::guide::{GuidePageFields, SectorLineFields, TopicPersonFields};
use besace_model::kinds::profile::Sector;
use besace_model::plain::ToPlain;
use ts_rs::TS;

use crate::view::Info;

/// The guide.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GuideView {
    /// Whether the reader may write it.
    pub may_edit: bool,
    /// The reader's own sector, if they said it.
    pub sector: Option<Sector>,
    /// Pages, steps and links, part by part, each in its order.
    pub pages: Vec<GuidePageRow>,
    /// Lines of the sheets, sector by sector, part by part, each in its order.
    pub lines: Vec<SectorLineRow>,
    /// Who answers for what.
    pub people: Vec<TopicPersonRow>,
}

/// A page, a step or a link.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct GuidePageRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: GuidePageFields,
    /// When the reader ticked it; empty while they did not.
    pub ticked_at: String,
    /// When the reader read it first; empty while they did not.
    pub read_at: String,
}

/// A line of a sector's sheet.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct SectorLineRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: SectorLineFields,
    /// When the reader ticked it; empty while they did not.
    pub ticked_at: String,
}

/// Who answers for a topic.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, TS)]
#[ts(rename_all = "camelCase")]
pub struct TopicPersonRow {
    /// The entry.
    pub info: Info,
    /// Its fields.
    pub fields: TopicPersonFields,
    /// Their name; empty where nobody is named.
    pub name: String,
}
