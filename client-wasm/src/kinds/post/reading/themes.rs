//! What members look for, by theme.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use besace_model::kinds::post::{PostStatus, PostTopic};
use besace_model::words;

use crate::kinds::post::NeedTheme;
use crate::views::ViewReader;

impl ViewReader<'_> {
    /// Needs by the words that members gave them: a need with two counts under both, one without under none.
    pub(crate) fn need_themes(&self) -> Vec<NeedTheme> {
        let mut themes = BTreeMap::new();
        let needs = self.found_posts();
        let needs = needs.filter(|it| it.post.topic == PostTopic::Need);
        for need in needs.filter(|it| self.is_shown(it.owner, &it.thread.hidden)) {
            let waits = need.post.status == PostStatus::Open && !self.is_past(&need.post.expires);
            let none = [String::new()];
            let tags = match need.post.tags.as_slice() {
                [] => &none[..],
                tags => tags,
            };
            for tag in tags {
                let theme = themes.entry(words::order(tag)).or_insert(NeedTheme {
                    tag: tag.clone(),
                    needs: 0,
                    open: 0,
                });
                theme.needs += 1;
                theme.open += u32::from(waits);
            }
        }
        let mut themes: Vec<_> = themes.into_iter().collect();
        themes.sort_by(|(a, x), (b, y)| {
            (Reverse(x.open), Reverse(x.needs), a).cmp(&(Reverse(y.open), Reverse(y.needs), b))
        });
        themes.into_iter().map(|(_, theme)| theme).collect()
    }
}
