//! What came of an opportunity: groups that were founded for it, pages of the guide that it taught.

use besace_model::ids::Ulid;
use besace_model::kinds::guide::GuidePage;
use besace_model::kinds::opportunity::{ExperimentStatus, OpportunityFile};
use besace_model::words;

use crate::kinds::opportunity::OpportunityLink;
use crate::views::{ViewReader, live};

/// Whether what was tried came to an end, and taught something.
pub(in crate::kinds::opportunity) fn is_over(file: &OpportunityFile) -> bool {
    use ExperimentStatus::{Adopted, Stopped};
    matches!(file.experiment.status, Adopted | Stopped)
}

impl ViewReader<'_> {
    /// The groups that were founded for an opportunity, by name.
    pub(super) fn groups_for(&self, id: Ulid) -> Vec<OpportunityLink> {
        let groups = self.found_groups();
        let founded = groups.filter(|it| it.about.opportunity == Some(id));
        let mut links: Vec<OpportunityLink> = founded
            .map(|it| OpportunityLink {
                id: it.id,
                title: it.about.name.clone(),
            })
            .collect();
        links.sort_by_cached_key(|link| (words::order(&link.title), link.id));
        links
    }

    /// The pages of the guide that the experiment of an opportunity taught, the first first.
    pub(in crate::kinds::opportunity) fn pages_from(&self, id: Ulid) -> Vec<OpportunityLink> {
        let guide = self.the_guide();
        let pages = guide.map_or_else(Vec::new, |it| live(&it.pages, |page| &page.entry));
        let taught = |page: &GuidePage| page.opportunity == Some(id);
        let pages = pages.into_iter().filter(|(_, page)| taught(page));
        pages
            .map(|(id, page)| OpportunityLink {
                id,
                title: page.title.clone(),
            })
            .collect()
    }
}
