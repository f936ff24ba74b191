//! Whoever may read a word finds it.

use std::collections::BTreeSet;

use besace_client::view::{View, ViewRequest, Window};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::kind::Record;
use besace_model::plain;
use besace_tests::world::START;
use serde_json::{Value, from_str};

use super::Cooperative;

impl Cooperative {
    /// Everybody finds every word that their phone shows, and no other.
    pub(super) fn search(&mut self, when: &str) {
        for person in 0..self.people.len() {
            let records = self.phone(person).records().into_values();
            // Who left is named to the team, and found nowhere.
            let records: Vec<_> = records
                .filter(|record| !matches!(record, Record::Membership(_)))
                .collect();
            let said = |record: &Record, only_standing: bool| {
                let mut said: Value =
                    from_str(&plain::to_json(record.content())).expect("plain data");
                // What was written beside what stands waits to be checked, and is found there.
                if let Some(said) = said.as_object_mut() {
                    said.remove("conflicts");
                }
                if only_standing {
                    take_removed_out(&mut said);
                }
                self.words_in(said.to_string().as_bytes())
            };
            let held: BTreeSet<usize> = records
                .iter()
                .flat_map(|record| said(record, false))
                .collect();
            // What is hidden on the board, only some find.
            let hides = |record: &&Record| match record {
                Record::Post(thread) => {
                    let mut replies = thread.replies.values();
                    !thread.hidden.is_empty() || replies.any(|reply| !reply.hidden.is_empty())
                }
                _ => false,
            };
            let shown = records.iter().filter(|record| !hides(record));
            let shown: BTreeSet<usize> = shown.flat_map(|record| said(record, true)).collect();
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
            let more = told(&found - &held);
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

/// Takes out the entries that are marked as removed: nobody is to find them.
fn take_removed_out(said: &mut Value) {
    let is_removed = |entry: &Value| {
        let at = entry["entry"]["removedAt"].as_str();
        at.is_some_and(|at| !at.is_empty())
    };
    match said {
        Value::Object(fields) => {
            fields.retain(|_, entry| !is_removed(entry));
            fields.values_mut().for_each(take_removed_out);
        }
        Value::Array(entries) => {
            entries.retain(|entry| !is_removed(entry));
            entries.iter_mut().for_each(take_removed_out);
        }
        _ => {}
    }
}
