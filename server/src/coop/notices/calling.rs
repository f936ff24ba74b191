//! Whom entries of the log call, by what each kind says of itself.

use std::collections::BTreeSet;

use besace_model::admission::writes_word;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::{Calls, Concern};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::time::Timestamp;

use crate::coop::{Coop, CoopError, read_lock};
use crate::store::calls::{self, Entry};
use crate::store::docs::{AudienceRow, DocRow};
use crate::store::{StoreError, seats};

/// Somebody is called.
pub(super) struct Call {
    pub(super) member: MemberId,
    pub(super) concern: Concern,
    pub(super) doc: DocRow,
    pub(super) at: Timestamp,
}

impl Coop {
    /// Whom the entries of a span of the log call, of those who have a channel and read the document.
    pub(super) fn called(
        &self,
        after: u64,
        upto: u64,
        listeners: &BTreeSet<MemberId>,
    ) -> Result<Vec<Call>, CoopError> {
        let mut called = Vec::new();
        for entry in calls::entries(self.store.conn(), after, upto)? {
            let Some(concern) = entry.head.kind.calls().concern() else {
                continue;
            };
            // What the relay writes in documents of people is carried over, and nothing new.
            if entry.by == MemberId::RELAY && !entry.head.kind.is_relays() {
                continue;
            }
            let whom = self.whom(&entry)?;
            let board = read_lock(&self.board);
            let reads = |member: &&MemberId| board.reads(**member, entry.audience);
            let listening = whom.intersection(listeners).filter(reads);
            called.extend(listening.map(|member| Call {
                member: *member,
                concern,
                doc: entry.doc,
                at: entry.at,
            }));
        }
        Ok(called)
    }

    fn whom(&self, entry: &Entry) -> Result<BTreeSet<MemberId>, StoreError> {
        let (owner, by) = (entry.head.owner, entry.by);
        let mut whom = match entry.head.kind.calls() {
            Calls::Coached(_) if by == owner => self.accompany(owner),
            Calls::Subject(_) | Calls::Coached(_) => BTreeSet::from([owner]),
            Calls::Seated(_) => self.come_to(entry)?,
            Calls::EveryoneOnce(_) if entry.is_first => self.read(entry.audience),
            Calls::EveryoneBy(_, key, word) => {
                let change = calls::change(self.store.conn(), entry.seq)?;
                if change.is_some_and(|change| writes_word(&change, key, word)) {
                    self.read(entry.audience)
                } else {
                    BTreeSet::new()
                }
            }
            Calls::Nobody | Calls::EveryoneOnce(_) => BTreeSet::new(),
        };
        whom.remove(&by);
        Ok(whom)
    }

    /// Who accompanies a member now.
    fn accompany(&self, member: MemberId) -> BTreeSet<MemberId> {
        let people = self.people();
        let Some(member) = people.member(member) else {
            return BTreeSet::new();
        };
        let stand_in = member
            .coaches
            .iter()
            .filter_map(|coach| people.member(*coach))
            .flat_map(|coach| coach.stand_ins.keys());
        member.coaches.iter().chain(stand_in).copied().collect()
    }

    /// Who said that they come to an event.
    fn come_to(&self, entry: &Entry) -> Result<BTreeSet<MemberId>, StoreError> {
        let Ok(event) = entry.head.key.parse::<Ulid>() else {
            return Ok(BTreeSet::new());
        };
        let answers = seats::of_event(self.store.conn(), event)?.into_iter();
        let come = answers.filter(|it| it.status == AnswerStatus::Accepted);
        Ok(come.map(|it| it.member).collect())
    }

    fn read(&self, audience: AudienceRow) -> BTreeSet<MemberId> {
        read_lock(&self.board).readers_of(audience).clone()
    }
}
