//! Opportunities: who writes what of them, and by which steps they go on.

use super::courses::Log;
use super::*;
use crate::error::ErrorCode;
use crate::head::DocHead;
use crate::kinds::opportunity::{
    self, AssessmentChanges, ExperimentChanges, ExperimentStatus, OpportunityActionChanges,
    OpportunityActionFields, OpportunityActionStatus, OpportunityChanges, OpportunityCommand,
    OpportunityFile, OpportunityStatus,
};

fn id() -> Ulid {
    ulid(EXPERIMENT)
}

fn say(command: OpportunityCommand) -> Command {
    Command::Opportunity(command)
}

fn with(number: u8, role: Role) -> Grants {
    Grants {
        roles: SortedSet::from([role]),
        ..grants(number)
    }
}

fn member() -> Grants {
    grants(MEMBER)
}

fn director() -> Grants {
    with(6, Role::Director)
}

fn decide(status: OpportunityStatus, reason: &str) -> Command {
    say(OpportunityCommand::DecideOpportunity {
        id: id(),
        status,
        reason: reason.into(),
    })
}

fn rename(title: &str) -> Command {
    say(OpportunityCommand::EditOpportunity {
        id: id(),
        changes: OpportunityChanges {
            title: Some(title.into()),
            ..Default::default()
        },
    })
}

fn tries(changes: ExperimentChanges) -> Command {
    say(OpportunityCommand::EditExperiment { id: id(), changes })
}

fn to(status: ExperimentStatus) -> Command {
    tries(ExperimentChanges {
        status: Some(status),
        ..Default::default()
    })
}

fn follow(interested: bool) -> Command {
    say(OpportunityCommand::FollowOpportunity {
        id: id(),
        interested,
    })
}

/// An opportunity that the member made known.
fn published() -> Log {
    let mut log = Log::new(DocHead::opportunity(id()));
    let add = OpportunityCommand::AddOpportunity {
        id: id(),
        opportunity: samples::opportunity(),
    };
    log.accept(&member(), &say(add));
    log
}

fn read(log: &Log) -> OpportunityFile {
    opportunity::read(&log.doc)
}

/// Does it on a phone that asks no rules, as who may, and has it judged as who may not.
fn assert_forbidden(log: &Log, may: &Grants, may_not: &Grants, command: &Command, path: &str) {
    let told = log.phone(may_not, command).unwrap_err();
    assert_eq!(told, CommandError::Forbidden(path.to_owned()));
    let forger = Grants {
        member: may_not.member,
        ..may.clone()
    };
    let raw = log.phone(&forger, command).unwrap().change;
    let refused = log.judge(may_not, &raw).unwrap_err();
    assert_eq!(
        (refused.code, refused.path),
        (ErrorCode::Forbidden, path.to_owned())
    );
}

#[test]
fn whoever_wrote_it_and_direction_rewrite_it_and_nobody_else() {
    let title = format!("opportunities/{}/title", id());
    for outsider in [
        with(4, Role::Coach),
        with(5, Role::Finance),
        grants(STRANGER),
    ] {
        assert_forbidden(
            &published(),
            &director(),
            &outsider,
            &rename("À moi"),
            &title,
        );
    }
    for may in [member(), director()] {
        let mut log = published();
        log.accept(&may, &rename("Autrement"));
        assert_eq!(
            read(&log.replayed()).opportunities[&id()].title,
            "Autrement"
        );
        let index = log.replayed().index;
        assert_eq!(index.creator(), Some(person(MEMBER)));
    }
}

#[test]
fn nobody_makes_a_second_one_in_its_document_or_takes_it_over() {
    let log = published();
    let add = |number| {
        say(OpportunityCommand::AddOpportunity {
            id: ulid(number),
            opportunity: samples::opportunity(),
        })
    };
    let elsewhere = Log::new(DocHead::opportunity(ulid(95)));
    // Its first session is that of the change which is there already.
    elsewhere.phone(&member(), &add(95)).unwrap();
    for who in [member(), director(), grants(STRANGER)] {
        let raw = elsewhere.phone(&who, &add(95)).unwrap().change;
        let refused = log.judge(&who, &raw).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Forbidden);
    }
    let entry = ["opportunities", &id().to_string()];
    let me = person(6).to_string();
    let raw = log.forge(&director(), &entry, &[("created_by", me.into())]);
    assert_eq!(
        log.judge(&director(), &raw).unwrap_err().code,
        ErrorCode::Forbidden
    );
    assert_eq!(
        log.phone(&member(), &add(EXPERIMENT)),
        Err(CommandError::NoChange)
    );
}

#[test]
fn direction_decides_and_no_coach_does() {
    let studied = decide(OpportunityStatus::Studying, "");
    let status = "decision/status";
    for outsider in [with(4, Role::Coach), with(5, Role::Finance), member()] {
        assert_forbidden(&published(), &director(), &outsider, &studied, status);
    }
    let mut log = published();
    for (next, reason) in [
        (OpportunityStatus::Studying, ""),
        (OpportunityStatus::Go, "Le loyer est payé par la commune."),
        (OpportunityStatus::Done, "Ouverte."),
    ] {
        log.accept(&director(), &decide(next, reason));
        let file = read(&log);
        assert_eq!((file.status, file.reason.as_str()), (next, reason));
        assert_eq!(file.decided_by, Some(person(6)));
    }
}

#[test]
fn a_decision_takes_its_steps_in_the_order_of_receipt() {
    use OpportunityStatus::{Done, Go, NoGo, Studying};
    let status = CommandError::Transition("decision/status".into());
    let mut log = published();
    for early in [Go, NoGo, Done] {
        let told = log.phone(&director(), &decide(early, "Vite"));
        assert_eq!(told, Err(status.clone()), "{early:?}");
    }
    // A phone that asks no rules.
    let raw = log.forge(&director(), &["decision"], &[("status", "go".into())]);
    let refused = log.judge(&director(), &raw).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadTransition);
    log.accept(&director(), &decide(Studying, ""));
    let silent = log.phone(&director(), &decide(NoGo, " "));
    assert_eq!(silent, Err(CommandError::Invalid("decision/reason".into())));
    // Two directors who did not hear of each other: the second is told.
    let apart = log
        .phone(&with(7, Role::Director), &decide(NoGo, "Trop cher"))
        .unwrap();
    log.accept(&director(), &decide(Go, "On y va"));
    let refused = log
        .judge(&with(7, Role::Director), &apart.change)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadTransition);
    assert_eq!(read(&log).status, Go);
}

#[test]
fn interest_and_comments_stand_under_a_key_of_ones_own() {
    let mut log = published();
    for who in [member(), grants(STRANGER), with(4, Role::Coach)] {
        log.accept(&who, &follow(true));
    }
    log.accept(&grants(STRANGER), &follow(false));
    assert_eq!(
        read(&log).interested,
        SortedSet::from([person(MEMBER), person(4)])
    );
    let key = person(8).to_string();
    for who in [member(), director(), grants(STRANGER)] {
        let raw = log.forge(&who, &["interested"], &[(&key, true.into())]);
        let refused = log.judge(&who, &raw).unwrap_err();
        assert_eq!(
            refused.code,
            ErrorCode::Forbidden,
            "interest of somebody else"
        );
    }
    let comment = |text: &str| {
        say(OpportunityCommand::CommentOpportunity {
            id: id(),
            text: text.into(),
        })
    };
    log.accept(&grants(STRANGER), &comment("J’en suis."));
    let theirs = ["comments", &person(STRANGER).to_string()];
    let raw = log.forge(
        &director(),
        &theirs,
        &[("removed_at", "2026-03-05T09:00:00Z".into())],
    );
    assert_eq!(
        log.judge(&director(), &raw).unwrap_err().code,
        ErrorCode::Forbidden
    );
    log.accept(&grants(STRANGER), &comment(""));
    assert!(!read(&log).comments[&person(STRANGER)].removed_at.is_empty());
}

#[test]
fn the_team_weighs_it_and_two_who_differ_are_shown() {
    let weigh = |impact| {
        say(OpportunityCommand::AssessOpportunity {
            id: id(),
            changes: AssessmentChanges {
                impact: Some(impact),
                effort: None,
            },
        })
    };
    assert_forbidden(
        &published(),
        &director(),
        &member(),
        &weigh(3),
        "assessment/impact",
    );
    let mut log = published();
    for wrong in [0, 6] {
        let told = log.phone(&director(), &weigh(wrong));
        assert_eq!(told, Err(CommandError::Invalid("assessment/impact".into())));
    }
    let coach = with(4, Role::Coach);
    let apart = log.phone(&coach, &weigh(2)).unwrap();
    log.accept(&director(), &weigh(5));
    log.take(&coach, &apart.change);
    let paths: Vec<String> = read(&log).conflicts.into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["assessment/impact"]);
}

#[test]
fn an_experiment_runs_before_it_ends_and_ends_with_a_result() {
    use ExperimentStatus::{Adopted, Planned, Running, Stopped};
    assert_forbidden(
        &published(),
        &director(),
        &grants(STRANGER),
        &to(Planned),
        "experiment/status",
    );
    let mut log = published();
    let early = log.phone(&member(), &to(Adopted));
    assert_eq!(
        early,
        Err(CommandError::Transition("experiment/status".into()))
    );
    let raw = log.forge(&member(), &["experiment"], &[("status", "stopped".into())]);
    assert_eq!(
        log.judge(&member(), &raw).unwrap_err().code,
        ErrorCode::BadTransition
    );
    log.accept(&member(), &to(Running));
    for ending in [Stopped, Adopted] {
        let mute = log.phone(&member(), &to(ending));
        assert_eq!(mute, Err(CommandError::Invalid("experiment/result".into())));
    }
    let result = ExperimentChanges {
        result: Some("Douze y vendent.".into()),
        status: Some(Adopted),
        ..Default::default()
    };
    log.accept(&with(4, Role::Coach), &tries(result));
    let experiment = read(&log).experiment;
    assert_eq!(
        (experiment.status, experiment.result.as_str()),
        (Adopted, "Douze y vendent.")
    );
}

#[test]
fn who_does_an_action_says_how_far_it_has_come_and_nothing_else_of_it() {
    let action = ulid(44);
    let owned_by = |owner: Option<u8>| {
        let mut log = published();
        let add = OpportunityCommand::AddOpportunityAction {
            opportunity: id(),
            id: action,
            action: OpportunityActionFields {
                text: "Appeler la mairie.".into(),
                owner: owner.map(person),
                due: "2026-04-01".into(),
                status: OpportunityActionStatus::Todo,
            },
        };
        log.accept(&member(), &say(add));
        log
    };
    let edit = |changes| {
        say(OpportunityCommand::EditOpportunityAction {
            opportunity: id(),
            id: action,
            changes,
        })
    };
    let done = edit(OpportunityActionChanges {
        status: Some(OpportunityActionStatus::Done),
        ..Default::default()
    });
    let other = edit(OpportunityActionChanges {
        text: Some("Ne rien faire.".into()),
        ..Default::default()
    });
    let given = edit(OpportunityActionChanges {
        owner: Some(Some(person(STRANGER))),
        ..Default::default()
    });
    let at = |key: &str| format!("actions/{action}/{key}");
    let owner = grants(STRANGER);
    let mut log = owned_by(Some(STRANGER));
    assert_forbidden(&log, &director(), &grants(8), &done, &at("status"));
    assert_forbidden(&log, &director(), &owner, &other, &at("text"));
    log.accept(&owner, &done);
    assert_eq!(
        read(&log.replayed()).actions[&action].status,
        OpportunityActionStatus::Done
    );
    // Nobody takes one up for that, and who has it no more says no more of it.
    let open = owned_by(None);
    assert_forbidden(&open, &director(), &owner, &done, &at("status"));
    assert_forbidden(&open, &director(), &owner, &given, &at("owner"));
    let mut passed = owned_by(Some(8));
    let late = passed.phone(&grants(8), &done).unwrap();
    passed.accept(&member(), &given);
    let refused = passed.judge(&grants(8), &late.change).unwrap_err();
    assert_eq!(
        (refused.code, refused.path),
        (ErrorCode::Forbidden, at("status"))
    );
}

#[test]
fn two_who_stand_at_once_as_who_does_an_action_both_wait_until_one_is_chosen() {
    let mut log = published();
    let action = ulid(44);
    let add = OpportunityCommand::AddOpportunityAction {
        opportunity: id(),
        id: action,
        action: OpportunityActionFields {
            text: "Appeler la mairie.".into(),
            owner: None,
            due: String::new(),
            status: OpportunityActionStatus::Todo,
        },
    };
    log.accept(&member(), &say(add));
    let edit = |changes| {
        say(OpportunityCommand::EditOpportunityAction {
            opportunity: id(),
            id: action,
            changes,
        })
    };
    let give = |to: u8| {
        edit(OpportunityActionChanges {
            owner: Some(Some(person(to))),
            ..Default::default()
        })
    };
    let [first, second] = [8, STRANGER].map(|to| log.phone(&member(), &give(to)).unwrap());
    log.take(&member(), &first.change);
    log.take(&member(), &second.change);
    let done = edit(OpportunityActionChanges {
        status: Some(OpportunityActionStatus::Done),
        ..Default::default()
    });
    let status = format!("actions/{action}/status");
    for one in [8, STRANGER] {
        assert_forbidden(&log, &director(), &grants(one), &done, &status);
    }
    log.accept(&member(), &give(8));
    log.accept(&grants(8), &done);
}
