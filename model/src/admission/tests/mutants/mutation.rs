//! What a row might be instead.

use std::fmt;

use crate::access::Who;
use crate::doc::rules::{Course, Rule, Rules, Seal, Value};
use crate::head::Named;
use crate::kind::Kind;
use crate::limits::TEXT_BYTES_MAX;

/// Every word of the rule tables for who may write.
const EVERYBODY: [Who; 24] = [
    Who::Owner,
    Who::Coach,
    Who::OwnerOrCoach,
    Who::Organisers,
    Who::Creator,
    Who::CreatorOrTeam,
    Who::Relay,
    Who::Signer,
    Who::Named,
    Who::Oneself,
    Who::Editors,
    Who::Guides,
    Who::Drafters,
    Who::Team,
    Who::Direction,
    Who::Director,
    Who::HolderOrDirector,
    Who::HolderCreatorOrTeam,
    Who::CoachAbout,
    Who::Facilitators,
    Who::Appointers,
    Who::Convenors,
    Who::GroupHolders,
    Who::Secretaries,
];
/// The last of them: one that comes to the vocabulary comes to these too.
const _: () = assert!(Who::Secretaries as usize + 1 == EVERYBODY.len());

/// What a row might be instead.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mutation {
    /// It is not there.
    Removed,
    /// Others write.
    By(Who),
    /// What stands may be taken out, or may not.
    Clear(bool),
    /// Anything follows anything.
    Free,
    /// Another value fits.
    Holds(Value),
    /// One of the places that it seals stays open.
    Open(&'static str),
    /// One more of its words leaves open what it seals.
    Before(&'static str),
}

impl Mutation {
    /// What a row becomes.
    fn of(self, row: &Rule) -> Option<Rule> {
        let row = *row;
        let sealing = |open: Vec<&'static str>, over: Vec<&'static str>| {
            let (open, over) = (open.leak(), over.leak());
            row.seals(Seal { open, over })
        };
        Some(match (self, row.seals) {
            (Self::Removed, _) => return None,
            (Self::By(who), _) => Rule { who, ..row },
            (Self::Clear(clear), _) => Rule { clear, ..row },
            (Self::Free, _) => Rule {
                course: Course::Free,
                ..row
            },
            (Self::Holds(value), _) => Rule { value, ..row },
            (Self::Open(place), Some(seal)) => {
                let over = seal.over.iter().copied();
                sealing(seal.open.to_vec(), over.filter(|it| *it != place).collect())
            }
            (Self::Before(word), Some(seal)) => {
                sealing([seal.open, &[word]].concat(), seal.over.to_vec())
            }
            (Self::Open(_) | Self::Before(_), None) => row,
        })
    }

    /// Whether no document can tell a table with this row from the one as it is.
    fn is_the_same(self, kind: Kind, row: &Rule) -> bool {
        let relays = kind.is_relays();
        let named = kind.spec().map(|spec| spec.named);
        let is_shared = matches!(named, Some(Named::Once | Named::ByUlid | Named::PerYear));
        // What is said once, with the map that it stands in, is said by whoever may make that map.
        let is_within = row.course == Course::Once && row.path.contains('{');
        // Only an opportunity says so with its entry.
        let names = |who| {
            let other = Rule { who, ..*row };
            kind != Kind::Opportunity || other.names_creator() == row.names_creator()
        };
        // A journal that stood here before: nobody writes one any more, and the relay carries it away.
        let is_left = kind == Kind::Activity && row.path.starts_with("journal/");
        let keys: Vec<&str> = row
            .path
            .split('/')
            .filter(|it| it.starts_with('{'))
            .collect();
        match self {
            Self::By(who) if is_within && names(who) => true,
            // The relay has the documents of the cooperative.
            Self::By(Who::Owner | Who::OwnerOrCoach) => relays && is_shared,
            // Nobody is said to have created what the document is about.
            Self::By(Who::CreatorOrTeam) => row.who == Who::Team && !has_creator(kind),
            // No map that it stands in names who holds it.
            Self::By(Who::HolderOrDirector) => row.who == Who::Director && !has_holder(kind, row),
            Self::By(Who::HolderCreatorOrTeam) => {
                let is_nobodys = row.who == Who::Team && !has_creator(kind);
                (is_nobodys || row.who == Who::CreatorOrTeam) && !has_holder(kind, row)
            }
            // No key names a group.
            Self::By(Who::GroupHolders) => row.who == Who::Director && keys.is_empty(),
            // No key names a member.
            Self::By(Who::Appointers) => {
                row.who == Who::Facilitators && keys.last() != Some(&"{member}")
            }
            // Whoever says first that they created it is one of all members in either.
            Self::By(Who::Creator) => row.who == Who::Facilitators && row.names_creator(),
            // The relay trusts itself.
            Self::Clear(_) => relays || is_left && is_within,
            Self::Free => relays,
            // A count that rises by one has no end to be brought to.
            Self::Holds(_) => relays || row.course == Course::Rising,
            _ => false,
        }
    }
}

/// Whether documents of a kind say who created what they are about, by hand.
pub(super) fn has_creator(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Event | Kind::Group | Kind::Opportunity | Kind::Consultation
    )
}

/// Whether the map that a row stands in says who holds it, by hand.
fn has_holder(kind: Kind, row: &Rule) -> bool {
    let held = match kind {
        Kind::TeamBoard => "cover/{ulid}/",
        Kind::Opportunity => "actions/{ulid}/",
        _ => return false,
    };
    row.path.starts_with(held)
}

/// A table in which one row is another.
pub(super) struct Mutant {
    kind: Kind,
    pub(super) row: &'static Rule,
    mutation: Mutation,
    pub(super) table: Rules,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, path) = (self.kind.as_str(), self.row.path);
        write!(
            f,
            "{kind} {path} by {:?}: {:?}",
            self.row.who, self.mutation
        )
    }
}

impl Mutant {
    /// Whether what is done at a row's places may be judged otherwise.
    pub(super) fn concerns(&self, row: &str) -> bool {
        let is_below = |over: &str| {
            let below = row.strip_prefix(over);
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        };
        match (self.mutation, self.row.seals) {
            (Mutation::Open(place), _) => is_below(place),
            (Mutation::Before(_), Some(seal)) => seal.over.iter().any(|over| is_below(over)),
            _ => row == self.row.path,
        }
    }
}

/// Everything that a row might be instead, one thing at a time.
pub(super) fn mutants(kind: Kind, rules: &Rules, row: &'static Rule) -> Vec<Mutant> {
    let mut all = vec![Mutation::Removed, Mutation::Clear(!row.clear)];
    let others = EVERYBODY.into_iter().filter(|who| *who != row.who);
    all.extend(others.map(Mutation::By));
    if row.course != Course::Free {
        all.push(Mutation::Free);
    }
    all.extend(looser(row.value).into_iter().map(Mutation::Holds));
    if let (Some(seal), Value::Choice(words)) = (row.seals, row.value) {
        all.extend(seal.over.iter().map(|place| Mutation::Open(place)));
        let sealing = words.iter().filter(|word| !seal.open.contains(word));
        all.extend(sealing.map(|word| Mutation::Before(word)));
    }
    all.retain(|mutation| !mutation.is_the_same(kind, row));
    let all = all.into_iter();
    all.map(|mutation| Mutant {
        kind,
        row,
        mutation,
        table: rules.with(row.path, mutation.of(row)),
    })
    .collect()
}

/// What lets more through than a value does.
fn looser(value: Value) -> Vec<Value> {
    match value {
        Value::Int(least, most) => vec![
            Value::Int(least.saturating_sub(1), most),
            Value::Int(least, most.saturating_add(1)),
        ],
        Value::Str(most) => vec![Value::Str(most + 1)],
        Value::Author => vec![Value::Member],
        Value::Map | Value::Text => Vec::new(),
        _ => vec![Value::Str(TEXT_BYTES_MAX)],
    }
}
