//! What the relay derives a tally from: the consultation, everybody's stance, and who is asked.

use super::record::{Asked, Heard, Part};
use super::{Tally, counting};
use crate::head::DocHead;
use crate::ids::Ulid;
use crate::kind::{Kind, Record};
use crate::kinds::consultation::{Consultation, ConsultationStatus};
use crate::kinds::stance::Stance;
use crate::projection::{Derived, Making, Source};
use crate::sorted::SortedSet;
use crate::time::Timestamp;

/// Consultations for which it is looked up what somebody had answered when they closed, the last ones: of those before,
/// it was counted.
const LOOKED_UP_MAX: usize = 24;

impl Derived for Tally {
    type Given = Part;
    const READS: &'static [Kind] = &[
        Kind::Directory,
        Kind::Membership,
        Kind::Group,
        Kind::Consultation,
        Kind::Stance,
    ];
    const VERSION: u64 = 1;

    fn given(head: &DocHead, record: &Record) -> Vec<(DocHead, Part)> {
        let each = |part: Part| vec![(DocHead::each(Kind::Tally), part)];
        match (record, head.key.parse::<Ulid>()) {
            (Record::Directory(directory), _) => {
                let active = directory.members.iter().filter(|(_, it)| it.active);
                each(Part {
                    members: active.map(|(member, _)| *member).collect(),
                    ..Part::default()
                })
            }
            (Record::Membership(all), _) => {
                let associates = all
                    .members
                    .iter()
                    .filter(|(_, it)| it.active && it.associate);
                each(Part {
                    associates: associates.map(|(member, _)| *member).collect(),
                    ..Part::default()
                })
            }
            (Record::Group(group), Ok(id)) => each(Part {
                groups: [(id, group.present(id).collect())].into_iter().collect(),
                ..Part::default()
            }),
            (Record::Consultation(said), Ok(id)) => {
                let asked = asked(id, said).into_iter();
                asked
                    .map(|asked| {
                        let asked = Some(asked);
                        (
                            DocHead::tally(id),
                            Part {
                                asked,
                                ..Part::default()
                            },
                        )
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn given_of(source: &Source<'_>) -> Vec<(DocHead, Part)> {
        let Record::Stance(said) = source.record else {
            return Self::given(source.head, source.record);
        };
        let stances = said.stances.iter();
        let looked_up = last_closed(source, stances.clone().map(|(_, stance)| stance));
        stances
            .map(|(id, stance)| {
                let heard = Some(heard(source, &looked_up, *id, stance));
                (
                    DocHead::tally(*id),
                    Part {
                        heard,
                        ..Part::default()
                    },
                )
            })
            .collect()
    }

    fn made_of(_: Vec<Part>) -> Record {
        Record::Tally(Self::default())
    }

    fn made_at(given: Vec<Part>, making: &Making<'_>) -> (Record, Option<Timestamp>) {
        let before = match making.before {
            Record::Tally(before) if before.closed => Some(before),
            _ => None,
        };
        let (tally, again) = counting::count(given, making.upto, before);
        (Record::Tally(tally), again)
    }
}

/// What is asked; nothing of what is being prepared, or was called off.
fn asked(id: Ulid, said: &Consultation) -> Option<Asked> {
    let is_asked = matches!(
        said.status,
        ConsultationStatus::Open | ConsultationStatus::Outcome
    );
    let question = said.question(id).filter(|_| is_asked)?;
    Some(Asked {
        closes: question.closes.clone(),
        method: question.method,
        secret: question.secret,
        quorum_bp: question.quorum_bp.unwrap_or(0),
        proxies: question.proxies,
        electorate: said.electorate,
        options: said.standing_options().map(|(id, _)| id).collect(),
    })
}

/// The moments at which consultations closed that somebody answered, the last ones, where the relay heard of them since.
fn last_closed<'a>(
    source: &Source<'_>,
    stances: impl Iterator<Item = &'a Stance>,
) -> SortedSet<Timestamp> {
    let last = source.received.last();
    let closed = stances.filter_map(|stance| Timestamp::parse_rfc3339(&stance.closes));
    let closed: SortedSet<Timestamp> = closed.filter(|closes| *closes < last).collect();
    let passed_over = closed.len().saturating_sub(LOOKED_UP_MAX);
    closed.iter().copied().skip(passed_over).collect()
}

/// What somebody answered. Where the relay heard of them after the consultation closed, what they had said by then: it
/// stands in the log. When that was, the stance says; one that says it otherwise than the consultation counts for nothing.
fn heard(
    source: &Source<'_>,
    looked_up: &SortedSet<Timestamp>,
    id: Ulid,
    stance: &Stance,
) -> Heard {
    let closes = Timestamp::parse_rfc3339(&stance.closes);
    let closed = closes.filter(|closes| source.received.last() > *closes);
    let known = closed.filter(|closes| looked_up.contains(closes));
    let then = known.and_then(|closes| source.received.as_of(closes));
    Heard {
        member: source.head.owner,
        now: stance.clone(),
        is_after: closed.is_some(),
        then: match then {
            Some(Record::Stance(said)) => said.stances.get(&id).cloned(),
            _ => None,
        },
        is_known: known.is_some(),
    }
}
