//! Opportunities, from the idea to what is tried.

use super::*;
use crate::kinds::opportunity::{
    AssessmentChanges, ExperimentChanges, ExperimentStatus, OpportunityActionChanges,
    OpportunityActionFields, OpportunityActionStatus, OpportunityChanges, OpportunityCommand,
    OpportunityFields, OpportunityKind, OpportunitySource, OpportunityStatus,
};

/// The opportunity of the samples.
pub(in crate::kinds::tests) const EXPERIMENT: u8 = 90;

pub(in crate::kinds::tests) fn opportunity() -> OpportunityFields {
    OpportunityFields {
        source: OpportunitySource::Member,
        kind: OpportunityKind::Experiment,
        title: "Une boutique partagée".into(),
        body: "Le local de la rue du Port se libère.".into(),
        deadline: "2026-06-30".into(),
    }
}

pub(super) fn opportunities() -> Vec<(u8, Command)> {
    let id = ulid(EXPERIMENT);
    let comment = |text: &str| OpportunityCommand::CommentOpportunity {
        id,
        text: text.into(),
    };
    let follow = |interested| OpportunityCommand::FollowOpportunity { id, interested };
    let assess = |impact, effort| OpportunityCommand::AssessOpportunity {
        id,
        changes: AssessmentChanges { impact, effort },
    };
    let decide = |status| OpportunityCommand::DecideOpportunity {
        id,
        status,
        reason: "Le local est bien placé.".into(),
    };
    let action = OpportunityActionFields {
        text: "Visiter le local.".into(),
        owner: Some(person(COACH)),
        due: "2026-03-20".into(),
        status: OpportunityActionStatus::Todo,
    };
    [
        (
            MEMBER,
            OpportunityCommand::AddOpportunity {
                id,
                opportunity: opportunity(),
            },
        ),
        (
            MEMBER,
            OpportunityCommand::EditOpportunity {
                id,
                changes: OpportunityChanges {
                    body: Some("Le local de la rue du Port se libère en mai.".into()),
                    deadline: Some(String::new()),
                    ..Default::default()
                },
            },
        ),
        (COACH, follow(true)),
        (COACH, follow(false)),
        (COACH, comment("Je connais le propriétaire.")),
        (COACH, comment("Je connais bien le propriétaire.")),
        (COACH, comment("")),
        (COACH, assess(Some(4), Some(2))),
        (COACH, assess(None, Some(3))),
        (
            MEMBER,
            OpportunityCommand::EditExperiment {
                id,
                changes: ExperimentChanges {
                    hypothesis: Some("Dix d’entre nous y vendront.".into()),
                    start: Some("2026-05-01".into()),
                    end: Some("2026-07-31".into()),
                    measure: Some("Le chiffre de juin.".into()),
                    result: Some("Pas encore.".into()),
                    status: Some(ExperimentStatus::Planned),
                },
            },
        ),
        (DIRECTOR, decide(OpportunityStatus::Studying)),
        (DIRECTOR, decide(OpportunityStatus::Go)),
        (
            MEMBER,
            OpportunityCommand::AddOpportunityAction {
                opportunity: id,
                id: ulid(91),
                action,
            },
        ),
        (
            COACH,
            OpportunityCommand::EditOpportunityAction {
                opportunity: id,
                id: ulid(91),
                changes: OpportunityActionChanges {
                    text: Some("Visiter le local, avec un mètre.".into()),
                    status: Some(OpportunityActionStatus::Doing),
                    ..Default::default()
                },
            },
        ),
    ]
    .map(|(by, command)| (by, Command::Opportunity(command)))
    .into()
}
