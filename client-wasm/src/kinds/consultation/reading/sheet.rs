//! A consultation in full.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::consultation::{
    Consultation, ConsultationFields, ConsultationStatus, Electorate, OptionFields, Question,
};
use besace_model::kinds::stance::{Stance, StanceFields, Stances};
use besace_model::time::Timestamp;

use super::Found;
use crate::kinds::consultation::{ConsultationSheet, OptionRow, Phase};
use crate::view::{ConflictView, Person, RecordState};
use crate::views::ViewReader;

impl ViewReader<'_> {
    pub(crate) fn consultation_sheet(&self, id: Ulid) -> Option<ConsultationSheet> {
        let found = self.found_consultation(id)?;
        let Found { said, question, .. } = found;
        let row = self.consultation_row(&found);
        let may_direct = self.may_direct(&found);
        let head = DocHead::stance(self.me_id());
        let stance = self.my_stance(id);
        let state = stance.map(|_| self.state(self.doc_id(&head), &id.to_string()));
        let may_become = |next: ConsultationStatus| {
            let now = said.status.as_str();
            let rules = besace_model::doc::rules::Rules::of(found.head().kind);
            may_direct && rules.may_become(&["course", "status"], &[now], next.as_str())
        };
        let is_over = row.phase == Phase::Closed;
        let is_asked = said.electorate != Electorate::Nobody;
        Some(ConsultationSheet {
            fields: fields(question),
            options: self.options(&found),
            outcome: said.outcome.clone(),
            may_open: is_asked
                && !self.is_past(&question.closes)
                && said.status == ConsultationStatus::Draft
                && may_become(ConsultationStatus::Open),
            may_call_off: row.phase <= Phase::Draft
                && may_become(ConsultationStatus::CalledOff),
            may_publish: is_over && may_become(ConsultationStatus::Outcome),
            stance: stance.map(typed),
            stance_late: is_late(state.as_ref(), &question.closes),
            stance_state: state,
            stance_conflicts: self.stance_conflicts(&head, id),
            stance_rereads: self.rereads(&head, &format!("stances/{id}/")),
            stance_base: self.base(&head),
            proxy_name: stance
                .and_then(|stance| stance.proxy)
                .map(|member| self.name(member))
                .unwrap_or_default(),
            bearers: self.bearers(said),
            groups: self.groups_to_ask(),
            may_ask_all: self.replica.grants.has(besace_model::access::Role::Director),
            tally: self.tally(&found),
            row,
        })
    }

    fn options(&self, found: &Found<'_>) -> Vec<OptionRow> {
        let all = found.said.standing_options();
        let mut rows: Vec<OptionRow> = all
            .map(|(id, option)| OptionRow {
                info: self.info(
                    &found.head(),
                    ("options", "label"),
                    id,
                    &option.entry,
                    &found.said.conflicts,
                ),
                fields: OptionFields {
                    label: option.label.clone(),
                    day: option.day.clone(),
                },
            })
            .collect();
        rows.sort_by(|a, b| (&a.fields.day, a.info.id).cmp(&(&b.fields.day, b.info.id)));
        rows
    }

    fn stance_conflicts(&self, head: &DocHead, id: Ulid) -> Vec<ConflictView> {
        let said: Option<&Stances> = self.doc(head);
        let within = format!("stances/{id}/");
        let all = said.into_iter().flat_map(|said| &said.conflicts);
        all.filter(|conflict| conflict.path.starts_with(&within))
            .map(|conflict| self.conflict(self.doc_id(head), conflict))
            .collect()
    }

    /// Those who may answer for others, as far as this phone knows who is asked.
    fn bearers(&self, said: &Consultation) -> Vec<Person> {
        let me = self.me_id();
        if let Electorate::Group { group } = said.electorate {
            let found = self.found_group(group);
            let present = found.map(|it| self.present_in(&it)).unwrap_or_default();
            return present.into_iter().filter(|it| it.member != me).collect();
        }
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let active = listed.filter(|(member, it)| it.active && **member != me);
        let active: Vec<MemberId> = active.map(|(member, _)| *member).collect();
        self.people(&active)
    }
}

fn fields(question: &Question) -> ConsultationFields {
    ConsultationFields {
        question: question.question.clone(),
        details: question.details.clone(),
        method: question.method,
        secret: question.secret,
        closes: question.closes.clone(),
        quorum_bp: question.quorum_bp,
        proxies: question.proxies,
    }
}

fn typed(stance: &Stance) -> StanceFields {
    StanceFields {
        option: stance.option,
        position: stance.position,
        days: stance.days.iter().copied().collect(),
        reason: stance.reason.clone(),
        proxy: stance.proxy,
        closes: stance.closes.clone(),
    }
}

/// Whether the relay had it after that.
fn is_late(state: Option<&RecordState>, closes: &str) -> bool {
    let Some(RecordState::Received { at: Some(at) }) = state else {
        return false;
    };
    let times = Timestamp::parse_rfc3339(at).zip(Timestamp::parse_rfc3339(closes));
    times.is_some_and(|(at, closes)| at > closes)
}
