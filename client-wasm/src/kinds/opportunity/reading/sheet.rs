//! One opportunity.

use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds::opportunity::{
    ExperimentStatus, OpportunityAction, OpportunityActionFields, OpportunityComment, OpportunityFields,
    OpportunityFile, OpportunityStatus,
};

use super::outcome::is_over;
use super::{Found, is_open};
use crate::kinds::opportunity::{
    OpportunityActionRow, OpportunityCommentRow, OpportunityRow, OpportunitySheet,
};
use crate::views::{ViewReader, live, next_words};

impl ViewReader<'_> {
    pub(in crate::kinds::opportunity) fn opportunity_row(&self, found: &Found<'_>) -> OpportunityRow {
        let Found { id, file, said } = *found;
        let place = ("opportunities", "title");
        let is_decided = !matches!(
            file.status,
            OpportunityStatus::Published | OpportunityStatus::Studying
        );
        OpportunityRow {
            info: self.info(&found.head(), place, id, &said.entry, &file.conflicts),
            source: said.source,
            kind: said.kind,
            title: said.title.clone(),
            deadline: said.deadline.clone(),
            late: !is_decided && self.is_past(&said.deadline),
            status: file.status,
            impact: file.impact,
            effort: file.effort,
            interested: file.interested.len() as u32,
            mine: file.interested.contains(&self.me_id()),
            comments: self.opportunity_comments(file).len() as u32,
            experiment: file.experiment.is_said().then_some(file.experiment.status),
        }
    }

    pub(in crate::kinds::opportunity) fn opportunity_sheet(
        &self,
        id: Ulid,
    ) -> Option<OpportunitySheet> {
        let head = DocHead::opportunity(id);
        let file: &OpportunityFile = self.doc(&head)?;
        let found = Found::of(&head, file)?;
        let said = found.said;
        let me = self.me_id();
        let comments = self.opportunity_comments(file);
        let own = comments.iter().find(|row| row.mine);
        let doc = self.doc_id(&head);
        let shared = ["assessment/", "decision/", "experiment/"];
        let conflicts = file.conflicts.iter();
        let rereads = ["experiment/".to_owned(), format!("comments/{me}/")];
        Some(OpportunitySheet {
            row: self.opportunity_row(&found),
            fields: OpportunityFields {
                source: said.source,
                kind: said.kind,
                title: said.title.clone(),
                body: said.body.clone(),
                deadline: said.deadline.clone(),
            },
            interested: self.people(file.interested.iter()),
            my_comment: own.map(|row| row.text.clone()).unwrap_or_default(),
            comments,
            reason: file.reason.clone(),
            decided_by: file.decided_by.map(|by| self.name(by)).unwrap_or_default(),
            decided_at: file.decided_at.clone(),
            next: next_words(
                Kind::Opportunity,
                &["decision", "status"],
                &file.conflicts,
                file.status,
                (OpportunityStatus::ALL, OpportunityStatus::as_str),
            ),
            experiment: file.experiment.clone(),
            experiment_next: next_words(
                Kind::Opportunity,
                &["experiment", "status"],
                &file.conflicts,
                file.experiment.status,
                (ExperimentStatus::ALL, ExperimentStatus::as_str),
            ),
            actions: self.opportunity_action_rows(&found),
            groups: self.groups_for(id),
            pages: self.pages_from(id),
            may_teach: is_over(file) && self.may_write_guide(),
            may_assess: self.may_write(&head, &["assessment", "impact"]),
            may_decide: self.may_write(&head, &["decision", "status"]),
            may_act: self.may_write(&head, &["experiment", "hypothesis"]),
            conflicts: conflicts
                .filter(|it| shared.iter().any(|map| it.path.starts_with(map)))
                .map(|it| self.conflict(doc, it))
                .collect(),
            rereads: rereads
                .iter()
                .flat_map(|below| self.rereads(&head, below))
                .collect(),
        })
    }

    /// What members say about it that stands, the first first.
    fn opportunity_comments(&self, file: &OpportunityFile) -> Vec<OpportunityCommentRow> {
        let stand = file.comments.iter();
        let stand = stand.filter(|(_, it)| !it.text.is_empty() && it.removed_at.is_empty());
        let row = |(member, it): (&MemberId, &OpportunityComment)| {
            OpportunityCommentRow {
                member: *member,
                name: self.name(*member),
                mine: *member == self.me_id(),
                text: it.text.clone(),
                at: it.at.clone(),
            }
        };
        let mut rows: Vec<OpportunityCommentRow> = stand.map(row).collect();
        rows.sort_by(|a, b| (&a.at, a.member).cmp(&(&b.at, b.member)));
        rows
    }

    fn opportunity_action_rows(&self, found: &Found<'_>) -> Vec<OpportunityActionRow> {
        let head = found.head();
        let mut actions = live(&found.file.actions, |action| &action.entry);
        let order = |it: &OpportunityAction| (!is_open(it), it.due.is_empty(), it.due.clone());
        actions.sort_by(|(a, x), (b, y)| order(x).cmp(&order(y)).then(b.cmp(a)));
        let rows = actions.into_iter().map(|(id, it)| OpportunityActionRow {
            info: self.info(
                &head,
                ("actions", "status"),
                id,
                &it.entry,
                &found.file.conflicts,
            ),
            owner_name: it.owner.map(|who| self.name(who)).unwrap_or_default(),
            late: is_open(it) && self.is_past(&it.due),
            may_plan: self.may_write(&head, &["actions", &id.to_string(), "text"]),
            fields: OpportunityActionFields {
                text: it.text.clone(),
                owner: it.owner,
                due: it.due.clone(),
                status: it.status,
            },
        });
        rows.collect()
    }
}
