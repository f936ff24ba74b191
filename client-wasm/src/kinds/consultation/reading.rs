//! Reading consultations.

mod sheet;
mod tallied;

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{ContentOf, Kind};
use besace_model::kinds::consultation::{Consultation, ConsultationStatus, Electorate, Question};
use besace_model::kinds::stance::{Stance, Stances};
use besace_model::words;

use super::{ConsultationRow, ConsultationsView, GroupChoice, MayAnswer, Phase};
use crate::view::Window;
use crate::views::{ViewReader, page};

/// A consultation where it stands.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: Ulid,
    pub(super) said: &'a Consultation,
    pub(super) question: &'a Question,
}

impl<'a> Found<'a> {
    fn of(head: &DocHead, said: &'a Consultation) -> Option<Self> {
        let id = head.key.parse().ok()?;
        let question = said.question(id)?;
        Some(Self { id, said, question })
    }

    pub(super) fn head(&self) -> DocHead {
        DocHead::consultation(self.id)
    }
}

impl<'a> ViewReader<'a> {
    /// The consultations on this phone that stand; those that are being prepared for who may change them.
    pub(super) fn found_consultations(&self) -> impl Iterator<Item = Found<'a>> {
        let docs = self.replica.docs.iter();
        let all = docs.filter(|(_, doc)| doc.row.head.kind == Kind::Consultation);
        all.filter_map(|(_, doc)| Found::of(&doc.row.head, Consultation::of(doc.record()?)?))
            .filter(|it| self.phase(it) != Phase::Draft || self.may_direct(it))
    }

    pub(super) fn found_consultation(&self, id: Ulid) -> Option<Found<'a>> {
        let head = DocHead::consultation(id);
        Found::of(&head, self.doc(&head)?)
    }

    /// Whether the reader may say where a consultation stands.
    pub(super) fn may_direct(&self, found: &Found<'_>) -> bool {
        self.may_write(&found.head(), &["course", "status"])
    }

    pub(super) fn phase(&self, found: &Found<'_>) -> Phase {
        match found.said.status {
            ConsultationStatus::Draft => Phase::Draft,
            ConsultationStatus::Open if found.said.is_open(found.id, self.now) => Phase::Open,
            ConsultationStatus::Open => Phase::Closed,
            ConsultationStatus::Outcome => Phase::Outcome,
            ConsultationStatus::CalledOff => Phase::CalledOff,
        }
    }

    /// Those to come, the first to close first; or those that are over, the latest first.
    pub(crate) fn consultations(&self, past: bool, window: Window) -> ConsultationsView {
        let mut found: Vec<(Phase, Found<'_>)> = self
            .found_consultations()
            .map(|it| (self.phase(&it), it))
            .filter(|(phase, _)| matches!(phase, Phase::Open | Phase::Draft) != past)
            .collect();
        found.sort_by(|(x, a), (y, b)| {
            let (one, other) = (&a.question.closes, &b.question.closes);
            match past {
                true => (other, b.id).cmp(&(one, a.id)),
                false => (x, one, a.id).cmp(&(y, other, b.id)),
            }
        });
        ConsultationsView {
            rows: page(&found, window, |(_, it)| self.consultation_row(it)),
            may_ask_all: self.replica.grants.has(Role::Director),
            groups: self.groups_to_ask(),
        }
    }

    /// The groups that the reader may ask, by name.
    pub(super) fn groups_to_ask(&self) -> Vec<GroupChoice> {
        let all = self.found_groups().filter(|it| self.may_consult(it.id));
        let mut groups: Vec<GroupChoice> = all
            .map(|it| GroupChoice {
                group: it.id,
                name: it.about.name.clone(),
            })
            .collect();
        groups.sort_by_cached_key(|it| (words::order(&it.name), it.group));
        groups
    }

    pub(super) fn consultation_row(&self, found: &Found<'_>) -> ConsultationRow {
        let Found { id, said, question } = *found;
        let place = ("consultations", "question");
        let group = match said.electorate {
            Electorate::Group { group } => self.found_group(group),
            _ => None,
        };
        ConsultationRow {
            info: self.info(&found.head(), place, id, &question.entry, &said.conflicts),
            question: question.question.clone(),
            method: question.method,
            secret: question.secret,
            closes: question.closes.clone(),
            phase: self.phase(found),
            electorate: said.electorate,
            group_name: group.map(|it| it.about.name.clone()).unwrap_or_default(),
            may_answer: self.may_answer(said.electorate),
            answered: self.my_stance(id).is_some(),
        }
    }

    /// The reader's own answer, where they gave one.
    pub(super) fn my_stance(&self, id: Ulid) -> Option<&'a Stance> {
        let said: &Stances = self.doc(&DocHead::stance(self.me_id()))?;
        said.stances.get(&id).filter(|stance| stance.stands())
    }

    fn may_answer(&self, electorate: Electorate) -> MayAnswer {
        let me = self.me_id();
        match electorate {
            Electorate::Nobody => MayAnswer::No,
            Electorate::Everyone => MayAnswer::Yes,
            Electorate::Associates if !self.replica.grants.in_team() => MayAnswer::IfAssociate,
            Electorate::Associates if self.membership(me).associate => MayAnswer::Yes,
            Electorate::Associates => MayAnswer::No,
            Electorate::Group { group } => match self.found_group(group) {
                Some(it) if it.group.has(group, me) => MayAnswer::Yes,
                _ => MayAnswer::No,
            },
        }
    }
}
