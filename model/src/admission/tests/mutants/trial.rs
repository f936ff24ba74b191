//! The tables of a kind in each of which one row is another, and everything that is tried under them.

use std::collections::BTreeSet;

use super::cast::everybody;
use super::change::{Deed, change, places};
use super::ground::{Ground, Script, Step};
use super::mutation::{Mutant, has_creator, mutants};
use super::probes::{deeds, objection, paths, stands, values};
use crate::access::Grants;
use crate::admission::Judgement;
use crate::admission::judge::check_rules_of;
use crate::doc::rules::{Course, Rule, Rules, Value};
use crate::error::ErrorCode;
use crate::ids::MemberId;
use crate::kind::Kind;

/// How often something is said at the places of a row.
const GIVEN_MAX: usize = 3;

/// The mutants of a kind, and who is to notice them.
pub(super) struct Trial {
    kind: Kind,
    rules: &'static Rules,
    people: Vec<Grants>,
    pub(super) made: usize,
    pub(super) alive: Vec<Mutant>,
    /// Where by hand somebody may do what the gate forbids, or the other way round.
    pub(super) contradictions: BTreeSet<String>,
}

impl Trial {
    pub(super) fn new(kind: Kind) -> Self {
        let rules = Rules::of(kind);
        let rows = kind.table().rules();
        let mut alive: Vec<Mutant> = rows.flat_map(|row| mutants(kind, rules, row)).collect();
        let made = alive.len();
        // A table by which nobody is known to have created it, or somebody is.
        alive.retain(|mutant| mutant.table.creator_path().is_some() == has_creator(kind));
        let relay = kind.is_relays().then(Grants::relay);
        Self {
            kind,
            rules,
            people: everybody().into_iter().chain(relay).collect(),
            made,
            alive,
            contradictions: BTreeSet::new(),
        }
    }

    pub(super) fn play(&mut self, script: &Script) {
        let mut ground = Ground::bare(&script.head);
        for step in &script.steps {
            self.probe(&ground, false);
            self.hold(&ground, step);
            ground.go_on(step);
        }
        self.probe(&ground, true);
        self.fill(&mut ground);
        self.probe(&ground, false);
    }

    /// A document in which there is one of everything, and nobody created what it is about.
    pub(super) fn begin(&mut self, script: &Script) {
        let mut ground = Ground::bare(&script.head);
        for rule in self.kind.table().rules() {
            if rule.value == Value::Map && self.give(&mut ground, rule) {
                self.probe(&ground, false);
            }
        }
        self.fill(&mut ground);
        self.probe(&ground, false);
    }

    /// Says whatever is not said yet.
    fn fill(&self, ground: &mut Ground) {
        for rule in self.kind.table().rules() {
            if rule.value != Value::Map && !rule.names_creator() {
                self.give(ground, rule);
            }
        }
    }

    /// The first of those who may says something at the places of a row, where nothing stands.
    fn give(&self, ground: &mut Ground, rule: &Rule) -> bool {
        let mut given = 0;
        for by in &self.people {
            for path in paths(ground, by, rule.path) {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                if given == GIVEN_MAX || stands(&ground.doc, &path) {
                    continue;
                }
                let deeds = deeds(ground, by, rule, &path).into_iter();
                let made = deeds
                    .filter_map(|deed| change(self.kind, &ground.doc, by.member, &path, &deed))
                    .find(|raw| is_accepted(self.rules, ground, by, raw).is_ok());
                if let Some(raw) = made {
                    let by = by.clone();
                    ground.take(&Step { by, raw });
                    given += 1;
                }
            }
        }
        given > 0
    }

    /// What a sample does is refused by whoever lacks the row for it.
    fn hold(&mut self, ground: &Ground, step: &Step) {
        let rows = rows_of(self.rules, ground, step);
        self.alive.retain(|mutant| {
            let is_touched = rows.contains(mutant.row.path);
            !is_touched || is_accepted(&mutant.table, ground, &step.by, &step.raw).is_ok()
        });
    }

    /// What everybody might do at the places of each row.
    fn probe(&mut self, ground: &Ground, whole: bool) {
        for rule in self.kind.table().rules() {
            let concerned = |mutant: &Mutant| mutant.concerns(rule.path);
            if !whole && !self.alive.iter().any(concerned) {
                continue;
            }
            for by in self.people.clone() {
                for path in paths(ground, &by, rule.path) {
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    for deed in deeds(ground, &by, rule, &path) {
                        self.try_it(ground, &by, rule.path, &path, &deed);
                    }
                }
                self.try_with_its_map(ground, &by, rule);
            }
        }
    }

    /// What is said once, with the map that it stands in.
    fn try_with_its_map(&mut self, ground: &Ground, by: &Grants, rule: &Rule) {
        let Some((above, key)) = rule.path.rsplit_once('/') else {
            return;
        };
        if rule.course != Course::Once || !above.ends_with('}') {
            return;
        }
        for path in paths(ground, by, above) {
            let mut path: Vec<&str> = path.iter().map(String::as_str).collect();
            if stands(&ground.doc, &path) {
                continue;
            }
            path.push(key);
            for value in values(rule.value, rule.course, by) {
                self.try_it(ground, by, rule.path, &path, &Deed::Begin(value));
            }
        }
    }

    fn try_it(&mut self, ground: &Ground, by: &Grants, row: &str, path: &[&str], deed: &Deed) {
        let Some(raw) = change(self.kind, &ground.doc, by.member, path, deed) else {
            return;
        };
        let objection = objection(ground, by, path, deed);
        let real = is_accepted(self.rules, ground, by, &raw);
        let at = || {
            format!(
                "{:?} {} {deed:?} {objection:?} {real:?}",
                self.kind,
                path.join("/")
            )
        };
        match (&real, objection) {
            (Ok(()), Some(_)) => _ = self.contradictions.insert(at()),
            // Of what a signer wrote in person, a place does not tell.
            (Err(ErrorCode::Forbidden | ErrorCode::BadPath), None)
                if !path.contains(&"signatures") && by.member != MemberId::RELAY =>
            {
                _ = self.contradictions.insert(at());
            }
            _ => {}
        }
        self.alive.retain(|mutant| {
            if !mutant.concerns(row) {
                return true;
            }
            let mutated = is_accepted(&mutant.table, ground, by, &raw);
            let lets_through = mutated.is_ok() && objection.is_some();
            let holds_back = mutated.is_err() && real.is_ok();
            !lets_through && !holds_back
        });
    }
}

/// Whether a table lets a change through.
fn is_accepted(rules: &Rules, ground: &Ground, by: &Grants, raw: &[u8]) -> Result<(), ErrorCode> {
    match check_rules_of(rules, &ground.index, by, raw) {
        Judgement::Accept(_) => Ok(()),
        Judgement::Refuse(refusal) => Err(refusal.code),
        other => panic!("{:?}: {other:?}", ground.head),
    }
}

/// The rows by which a step is judged.
fn rows_of(rules: &Rules, ground: &Ground, step: &Step) -> BTreeSet<&'static str> {
    let mut after = ground.doc.clone();
    places(&mut after, &step.raw)
        .iter()
        .filter_map(|path| {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            Some(rules.rule_of(&path)?.path)
        })
        .collect()
}
