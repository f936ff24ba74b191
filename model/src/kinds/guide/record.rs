//! The guide as plain data.

use ts_rs::TS;

use crate::access::Who;
use crate::command::CommandError;
use crate::doc::entry::{self, entry};
use crate::doc::field::{
    self, Field, Kept, Line, Name, Number, OpenBasisPoints, Person, Reference, Text, Word,
};
use crate::doc::rules::Rule;
use crate::doc::tree::Map;
use crate::doc::word::words;
use crate::doc::writer::{ChangeWriter, MapPlace};
use crate::ids::Ulid;
use crate::kind::Said;
use crate::kinds::coaching_log::AskTopic;
use crate::kinds::profile::Sector;
use crate::limits::RANK_MAX;
use crate::plain::{FromPlain, ToPlain};
use crate::record::{Conflict, Entry};
use crate::sorted::SortedMap;

words! {
    /// What a page of the guide is.
    GuidePart otherwise Practice {
        /// Something the cooperative holds dear.
        Value = "value",
        /// One of the principles of all cooperatives.
        Principle = "principle",
        /// A step of who is new, to be ticked.
        Step = "step",
        /// How something is done here.
        Practice = "practice",
        /// Where to find more.
        Link = "link",
    }
}

words! {
    /// What a line of a sector's sheet is.
    SectorPart otherwise Note {
        /// Something to see to, to be ticked.
        Obligation = "obligation",
        /// About insurance.
        Insurance = "insurance",
        /// A rate of value added tax, and what for.
        Vat = "vat",
        /// Anything else that is good to know.
        Note = "note",
    }
}

entry! {
    /// A page of the guide, a step of the welcome, a link.
    GuidePage in "pages" by Guides, as GuidePageFields / GuidePageChanges {
        /// What it is.
        part: Word<GuidePart>,
        /// What it is called.
        title: Name,
        /// In words.
        body: Text,
        /// Where to find more on the web; empty for nowhere.
        link: Line,
        /// Its place among those of its part, the lowest first.
        rank: Number<0, RANK_MAX>,
        /// The opportunity whose experiment taught it, if one did.
        opportunity: Reference,
    }
}

entry! {
    /// A line of a sector's sheet.
    SectorLine in "sectors" by Guides, as SectorLineFields / SectorLineChanges {
        /// For which sector.
        sector: Word<Sector>,
        /// What it is.
        part: Word<SectorPart>,
        /// What it is called.
        title: Name,
        /// In words.
        body: Text,
        /// Where to find more on the web; empty for nowhere.
        link: Line,
        /// The rate, of a line that is about one.
        rate_bp: OpenBasisPoints,
        /// Its place among those of its part, the lowest first.
        rank: Number<0, RANK_MAX>,
    }
}

entry! {
    /// Who answers for a topic.
    TopicPerson in "people" by Guides, as TopicPersonFields / TopicPersonChanges {
        /// The topic.
        topic: Word<AskTopic>,
        /// Who.
        person: Person,
        /// For what of it, and when they are reached.
        about: Line,
    }
}

/// The guide.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Guide {
    /// Pages, steps and links.
    pub pages: SortedMap<Ulid, GuidePage>,
    /// Lines of the sheets of all sectors: two people who begin a sheet at once write one.
    pub sectors: SortedMap<Ulid, SectorLine>,
    /// Who answers for what.
    pub people: SortedMap<Ulid, TopicPerson>,
    /// Conflicting values.
    pub conflicts: Vec<Conflict>,
}

impl Said for Guide {
    fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

impl Guide {
    /// The steps of the welcome that stand, in their order.
    #[must_use]
    pub fn steps(&self) -> Vec<(Ulid, &GuidePage)> {
        let pages = self.pages.iter();
        let steps = pages
            .filter(|(_, page)| page.part == GuidePart::Step && page.entry.removed_at.is_empty());
        let mut steps: Vec<_> = steps.map(|(id, page)| (*id, page)).collect();
        steps.sort_by_key(|(id, page)| (page.rank, *id));
        steps
    }
}
