//! Whoever may read a word finds it.

use std::collections::BTreeSet;

use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::kind::Record;
use besace_model::plain;
use besace_tests::world::START;

use super::Cooperative;

impl Cooperative {
    /// Everybody finds every word that their phone shows, and no other.
    pub(super) fn search(&mut self, when: &str) {
        for person in 0..self.people.len() {
            let records = self.phone(person).records().into_values();
            // Who left is named to the team, and found nowhere.
            let records = records.filter(|record| !matches!(record, Record::Membership(_)));
            let shown: BTreeSet<usize> = records
                .flat_map(|record| self.words_in(plain::to_json(record.content()).as_bytes()))
                .collect();
            let found: BTreeSet<usize> = (0..self.words.len())
                .filter(|word| self.finds(person, *word))
                .collect();
            let name = self.people[person].name;
            let told = |words: BTreeSet<usize>| {
                let words = words.into_iter();
                words
                    .map(|word| self.words[word].text.clone())
                    .collect::<Vec<_>>()
            };
            let less = told(&shown - &found);
            assert!(less.is_empty(), "{when}, {name} cannot find {less:?}");
            let more = told(&found - &shown);
            assert!(more.is_empty(), "{when}, {name} finds {more:?}");
        }
    }

    fn finds(&mut self, person: usize, word: usize) -> bool {
        let request = ViewRequest::Whole(WholeRequest::Search {
            words: self.words[word].text.clone(),
            kind: None,
            window: Window {
                offset: 0,
                limit: 1,
            },
        });
        let phone = self.people[person].phone;
        match self.world.phones[phone].view(START, &request) {
            Some(View::Whole(WholeAnswer::Search(found))) => !found.is_empty(),
            other => panic!("{other:?}"),
        }
    }
}
