//! Which words each phone holds, and which it should.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, Change};
use besace_client::store::{self, DocRow};
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_tests::phone::Phone;

use super::{ANNA, Cooperative, MARK, Word, reads};

impl Cooperative {
    /// The words in some bytes.
    pub(super) fn words_in(&self, bytes: &[u8]) -> BTreeSet<usize> {
        let text = String::from_utf8_lossy(bytes);
        let marks = text.match_indices(MARK).map(|(at, _)| &text[at..]);
        let begins = |mark: &str, word: &Word| {
            // What a label cuts short is told by its number and the beginning of its author's name.
            word.text
                .get(..9)
                .is_some_and(|short| mark.starts_with(short))
        };
        marks
            .filter_map(|mark| {
                let number: usize = mark.get(MARK.len()..MARK.len() + 4)?.parse().ok()?;
                self.words
                    .get(number)
                    .is_some_and(|word| begins(mark, word))
                    .then_some(number)
            })
            .collect()
    }

    pub(super) fn phone(&self, person: usize) -> &Phone {
        &self.world.phones[self.people[person].phone]
    }

    /// The words of each document, its history included, that some phone holds.
    fn places(&self) -> BTreeMap<DocHead, BTreeSet<usize>> {
        let mut places: BTreeMap<DocHead, BTreeSet<usize>> = BTreeMap::new();
        for person in 0..self.people.len() {
            for (head, doc) in documents(self.phone(person)) {
                let words = places.entry(head).or_default();
                for change in doc.get_changes(&[]) {
                    words.extend(self.words_in(change.raw_bytes()));
                }
            }
        }
        places
    }

    /// The words that a phone holds in rows of the relay's, as they are and decoded; and in those of a person's work.
    fn held(&self, phone: &Phone) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let (mut given, mut done) = (BTreeSet::new(), BTreeSet::new());
        for ((store, key), value) in phone.disk() {
            let words = if store::KEPT.contains(&store.as_str()) {
                &mut done
            } else {
                &mut given
            };
            words.extend(self.words_in(key.as_bytes()));
            words.extend(self.words_in(value));
            match store.as_str() {
                store::SNAPSHOTS => {
                    let doc = Automerge::load(value).expect("a snapshot that loads");
                    for change in doc.get_changes(&[]) {
                        words.extend(self.words_in(change.raw_bytes()));
                    }
                }
                store::CHANGES => {
                    let change = Change::from_bytes(value.clone()).expect("a change");
                    words.extend(self.words_in(change.raw_bytes()));
                }
                store::PIECES => panic!("{key} is still on its way"),
                _ => {}
            }
        }
        (given, done)
    }

    /// Of what the others wrote, those words alone stand in what is asked of Anna whose places in commands are these.
    pub(super) fn are_sent_on(&self, places: &[&str]) {
        let places_of = self.places().into_iter();
        let anna = self.people[ANNA].member;
        let sent = places_of.filter(|(head, _)| head.kind == Kind::Asked && head.owner == anna);
        let sent: BTreeSet<usize> = sent.flat_map(|(_, words)| words).collect();
        let said = sent
            .iter()
            .map(|word| &self.words[*word].text[MARK.len() + 4..]);
        let said: BTreeSet<String> = said.map(str::to_owned).collect();
        let others = self.people.iter().skip(ANNA + 1);
        let all = others.flat_map(|one| places.iter().map(move |at| format!("{}{at}", one.name)));
        let all: BTreeSet<String> = all.map(|said| said.to_lowercase()).collect();
        assert_eq!(said, all, "all that was sent to her, and nothing more");
    }

    /// Every phone holds what its member may read, and nothing else.
    pub(super) fn check(&self, when: &str) {
        let places = self.places();
        for (number, person) in self.people.iter().enumerate() {
            let readable = places.iter().filter(|(head, _)| {
                let owner = self.people.iter().find(|one| one.member == head.owner);
                reads(head, owner, person)
            });
            let expected: BTreeSet<usize> = readable.flat_map(|(_, words)| words.clone()).collect();
            let (given, done) = self.held(self.phone(number));
            let told = |words: BTreeSet<usize>| {
                let words = words.into_iter();
                words
                    .map(|word| self.words[word].text.clone())
                    .collect::<Vec<_>>()
            };
            let name = person.name;
            let more = told(&given - &expected);
            assert!(
                more.is_empty(),
                "{when}, {name} holds what is not theirs to read: {more:?}"
            );
            let less = told(&expected - &given);
            assert!(
                less.is_empty(),
                "{when}, {name} lacks what is theirs to read: {less:?}"
            );
            // One's own work stays until a backup holds it: in one's own words.
            let others = done
                .into_iter()
                .filter(|word| self.words[*word].author != Some(number));
            let others = told(others.collect());
            assert!(
                others.is_empty(),
                "{when}, {name} keeps as their own work: {others:?}"
            );
        }
        let all: BTreeSet<usize> = places.into_values().flatten().collect();
        for (number, word) in self.words.iter().enumerate() {
            let text = &word.text;
            assert_eq!(
                all.contains(&number),
                word.saved,
                "{when}: where is {text}?"
            );
        }
    }
}

/// The documents that a phone holds, by what they are.
pub(super) fn documents(phone: &Phone) -> Vec<(DocHead, Automerge)> {
    let disk = phone.disk();
    let rows = disk.iter().filter(|((store, _), _)| store == store::DOCS);
    rows.map(|((_, id), row)| {
        let row: DocRow = store::from_cbor(row).expect("a row of today");
        let snapshot = disk.get(&(store::SNAPSHOTS.to_owned(), id.clone()));
        let mut doc = snapshot.map_or_else(
            || Genesis::document(row.head.kind),
            |bytes| Automerge::load(bytes).expect("a snapshot that loads"),
        );
        let changes = disk.iter().filter(|((store, key), _)| {
            store == store::CHANGES && key.split('/').next() == Some(id.as_str())
        });
        let changes =
            changes.map(|(_, bytes)| Change::from_bytes(bytes.clone()).expect("a change"));
        doc.apply_changes(changes)
            .expect("changes in the relay's order");
        (row.head, doc)
    })
    .collect()
}
