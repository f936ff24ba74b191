//! Audiences told apart: were a kind read by another row of the table, somebody would read what is not theirs, or lack
//! what is.

use std::collections::BTreeSet;

use besace_model::access::{Audience, Grants, Readers, Scope};
use besace_model::head::{DocHead, Named};
use besace_model::ids::MemberId;
use besace_model::kind::{Kind, Spec};

use super::held::documents;
use super::{Cooperative, Person, reads};

impl Cooperative {
    /// The row of each kind is the one that stands by hand, and every other row is told from it.
    pub(super) fn tell_apart(&self) {
        let phones = (0..self.people.len()).map(|person| self.phone(person));
        let heads: BTreeSet<DocHead> = phones.flat_map(documents).map(|(head, _)| head).collect();
        let mut alive = Vec::new();
        for kind in Kind::ALL {
            let row = spec(*kind).readers;
            // Whatever is named as documents of the kind are.
            let alike = heads
                .iter()
                .filter(|it| spec(it.kind).named == spec(*kind).named);
            let of_kind: Vec<DocHead> = alike.flat_map(|head| self.owned(head, *kind)).collect();
            assert!(
                !of_kind.is_empty(),
                "nobody has what could be a {}",
                kind.as_str()
            );
            for other in Readers::ALL {
                let differs = of_kind.iter().any(|head| self.differs(head, *other));
                if *other == row {
                    assert!(!differs, "{} is read by {row:?}", kind.as_str());
                } else if !differs && !is_the_same(*kind, row, *other) {
                    alive.push(format!(
                        "{} by {other:?} in place of {row:?}",
                        kind.as_str()
                    ));
                }
            }
        }
        assert!(alive.is_empty(), "nobody would notice: {alive:#?}");
    }

    /// A document of a kind that is named as another one; of members' own, each member's.
    fn owned(&self, head: &DocHead, kind: Kind) -> Vec<DocHead> {
        let owners = self.people.iter().map(|person| person.member);
        let owners: Vec<MemberId> = if is_shared(kind) {
            vec![head.owner]
        } else {
            owners.collect()
        };
        let of = |owner| DocHead {
            kind,
            owner,
            ..head.clone()
        };
        owners.into_iter().map(of).collect()
    }

    /// Whether a row lets somebody read a document, or not, against what stands by hand.
    fn differs(&self, head: &DocHead, row: Readers) -> bool {
        let owner = self.people.iter().find(|one| one.member == head.owner);
        let audience = about(head, row);
        let mut people = self.people.iter();
        people.any(|person| reads(head, owner, person) != self.grants(person).reads(audience))
    }

    fn grants(&self, person: &Person) -> Grants {
        let people = self.people.iter();
        let coached = people.filter(|one| one.coaches.contains(&person.member));
        let facilitates = person.facilitates.iter();
        Grants {
            member: person.member,
            roles: person.roles.iter().copied().collect(),
            coached: coached.map(|one| one.member).collect(),
            facilitates: facilitates.map(|key| key.parse().expect("a key")).collect(),
        }
    }
}

fn spec(kind: Kind) -> &'static Spec {
    kind.spec().expect("a kind of today")
}

/// Whether the cooperative shares the documents of a kind.
fn is_shared(kind: Kind) -> bool {
    matches!(
        spec(kind).named,
        Named::Once | Named::ByUlid | Named::PerYear
    )
}

/// The audience of a document, were it of that row.
fn about(head: &DocHead, row: Readers) -> Audience {
    row.about(match row.scope() {
        Scope::Event => head.key.parse().unwrap_or(head.owner.0),
        Scope::Coop | Scope::Member => head.owner.0,
    })
}

/// Whether two rows are the same people for documents of a kind: the cooperative is no member and has no coach, and nobody
/// facilitates what is no event.
fn is_the_same(kind: Kind, row: Readers, other: Readers) -> bool {
    let rows = [row, other];
    let are = |one, two| rows == [one, two] || rows == [two, one];
    is_shared(kind)
        && (are(Readers::Direction, Readers::Activity)
            || are(Readers::Team, Readers::Contact)
            || rows == [Readers::Team, Readers::Guests])
}
