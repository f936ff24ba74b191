//! Every row of every table, held against what stands by hand: each row is taken out, given to everybody else in turn,
//! loosened; and each such table is noticed, by a sample that it refuses or by somebody whom it lets do what the oracle
//! of the forger says is not theirs. A mutant that lives shows a rule that no test holds.

mod binding;
mod cast;
mod change;
mod ground;
mod mutation;
mod probes;
mod trial;

use std::collections::BTreeSet;

use super::forge::oracle::may_follow;
use crate::doc::rules::{Course, Scalar, Standing, Value};
use crate::kind::Kind;
use crate::kinds::tests::ulid;
use ground::{Script, scripts};
use trial::Trial;

/// What came of the mutants of some kinds.
#[derive(Default)]
struct Tally {
    made: usize,
    alive: Vec<String>,
    contradictions: BTreeSet<String>,
}

fn tried(scripts: &[Script], kinds: impl Iterator<Item = Kind>) -> Tally {
    let mut tally = Tally::default();
    for kind in kinds {
        let mut trial = Trial::new(kind);
        let of_kind = scripts.iter().filter(|script| script.head.kind == kind);
        of_kind
            .clone()
            .take(1)
            .for_each(|script| trial.begin(script));
        of_kind.for_each(|script| trial.play(script));
        tally.made += trial.made;
        tally
            .alive
            .extend(trial.alive.iter().map(ToString::to_string));
        tally.contradictions.extend(trial.contradictions);
    }
    tally
}

#[test]
fn a_row_taken_out_given_to_others_or_loosened_is_noticed() {
    let scripts = &scripts();
    let every_second = |first: usize| Kind::ALL.iter().copied().skip(first).step_by(2);
    let tallies = std::thread::scope(|scope| {
        let both = [0, 1].map(|first| scope.spawn(move || tried(scripts, every_second(first))));
        both.map(|half| half.join().expect("a half that ends"))
    });
    let made: usize = tallies.iter().map(|tally| tally.made).sum();
    let alive: Vec<&String> = tallies.iter().flat_map(|tally| &tally.alive).collect();
    let contradictions = tallies.iter().flat_map(|tally| &tally.contradictions);
    let contradictions: Vec<&String> = contradictions.collect();
    eprintln!("{made} mutants, {} of them alive", alive.len());
    assert!(
        alive.is_empty() && contradictions.is_empty(),
        "alive: {alive:#?}; by hand and by the table: {contradictions:#?}"
    );
}

/// A step more or less in a course is a word that follows another by the table and not by hand, or the other way round.
#[test]
fn each_word_follows_those_that_it_may_follow_by_hand() {
    let key = ulid(1).to_string();
    for kind in Kind::ALL.iter().filter(|kind| !kind.is_relays()) {
        for rule in kind.table().rules() {
            // What is said once follows nothing: whether it is said with what it stands in, no word tells.
            let Value::Choice(words) = rule.value else {
                continue;
            };
            if rule.course == Course::Once {
                continue;
            }
            let keys = rule.path.split('/');
            let path: Vec<&str> = keys
                .map(|it| if it.starts_with('{') { &key } else { it })
                .collect();
            let stands = words.iter().map(|word| vec![*word]).chain([Vec::new()]);
            for (standing, next) in
                stands.flat_map(|it| words.iter().map(move |to| (it.clone(), *to)))
            {
                let by_table = rule.course.allows(
                    standing.iter().map(|word| Standing {
                        value: Scalar::Str(word),
                        replaced: true,
                    }),
                    Scalar::Str(next),
                );
                let said: Vec<_> = standing.iter().map(|word| (*word).into()).collect();
                let by_hand = may_follow(*kind, &path, &said, &next.into());
                let at = format!("{kind:?} {}: {standing:?} to {next}", rule.path);
                assert_eq!(by_table, by_hand, "{at}");
            }
        }
    }
}
