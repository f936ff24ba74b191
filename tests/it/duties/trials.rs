//! What is tried: an experiment closes with its result, and becomes a page of the guide.

use besace_client::kinds::Wait;
use besace_client::kinds::opportunity::OpportunityWait;
use besace_model::command::Command;
use besace_model::error::ErrorCode;
use besace_model::ids::Ulid;
use besace_model::kinds::guide::{GuideCommand, GuidePageFields, GuidePart};
use besace_model::kinds::opportunity::{
    ExperimentChanges, ExperimentStatus, OpportunityCommand, OpportunityKind,
};

use super::cast::{Coop, Someone, on};
use super::groups::{captures, opportunity};
use super::health::of_month;
use super::sectors::guide;

const RESULT: &str = "Quatorze personnes, trois fois chacune.";

fn tries(id: Ulid, changes: ExperimentChanges) -> Command {
    Command::Opportunity(OpportunityCommand::EditExperiment { id, changes })
}

fn goes(status: ExperimentStatus, result: Option<&str>) -> ExperimentChanges {
    ExperimentChanges {
        status: Some(status),
        result: result.map(str::to_owned),
        ..ExperimentChanges::default()
    }
}

/// An experiment of Anna's that runs until the end of March.
fn running(coop: &mut Coop) -> Ulid {
    let anna = coop.anna;
    let id = captures(coop, anna, OpportunityKind::Experiment, "Un café du mardi");
    let planned = ExperimentChanges {
        hypothesis: Some("Dix personnes viendront.".into()),
        start: Some("2026-03-02".into()),
        end: Some("2026-03-31".into()),
        measure: Some("Qui vient, combien de fois.".into()),
        ..goes(ExperimentStatus::Planned, None)
    };
    coop.does(anna, tries(id, planned));
    coop.does(anna, tries(id, goes(ExperimentStatus::Running, None)));
    coop.settle();
    id
}

fn waits(coop: &mut Coop, who: Someone, word: OpportunityWait) -> Vec<String> {
    coop.waits_for(who, Wait::Opportunity { word })
}

pub(super) fn an_experiment_closes_with_its_result_and_not_without() {
    let mut coop = Coop::new("closes");
    let (anna, ben) = (coop.anna, coop.ben);
    let id = running(&mut coop);
    let asks = |coop: &mut Coop, day: &str| {
        let waiting = coop.waiting_at(anna, on(day));
        let word = OpportunityWait::Result;
        waiting
            .iter()
            .any(|it| it.why == Wait::Opportunity { word })
    };
    assert!(!asks(&mut coop, "2026-03-31"));
    assert!(asks(&mut coop, "2026-04-01"), "what came of it?");
    let mute = tries(id, goes(ExperimentStatus::Adopted, None));
    assert_eq!(coop.is_refused(anna, mute), ErrorCode::InvalidCommand);
    coop.offline(anna);
    coop.does(
        anna,
        tries(id, goes(ExperimentStatus::Adopted, Some(RESULT))),
    );
    coop.online(anna);
    coop.settle();
    assert!(!asks(&mut coop, "2026-04-01"));
    let told = opportunity(&mut coop, ben, id).experiment;
    assert_eq!(
        (told.status, told.result.as_str()),
        (ExperimentStatus::Adopted, RESULT)
    );
    assert_eq!(of_month(&mut coop, "2026-03").experiments_adopted, 1);
}

pub(super) fn and_becomes_a_page_of_the_guide() {
    let mut coop = Coop::new("taught");
    let (anna, ben, gael) = (coop.anna, coop.ben, coop.gael);
    let id = running(&mut coop);
    assert!(!opportunity(&mut coop, gael, id).may_teach, "it runs yet");
    coop.does(
        anna,
        tries(id, goes(ExperimentStatus::Adopted, Some(RESULT))),
    );
    coop.settle();
    assert_eq!(
        waits(&mut coop, gael, OpportunityWait::Teach),
        ["Un café du mardi"]
    );
    assert!(waits(&mut coop, anna, OpportunityWait::Teach).is_empty());
    let said = opportunity(&mut coop, gael, id);
    assert!(said.may_teach && said.pages.is_empty());

    coop.offline(gael);
    let page = GuidePageFields {
        part: GuidePart::Practice,
        title: said.row.title.clone(),
        body: said.experiment.result.clone(),
        link: String::new(),
        rank: 0,
        opportunity: Some(id),
    };
    let page_id = coop.id();
    let write = |id| {
        let page = page.clone();
        Command::Guide(GuideCommand::AddGuidePage { id, page })
    };
    coop.does(gael, write(page_id));
    assert!(waits(&mut coop, gael, OpportunityWait::Teach).is_empty());
    coop.online(gael);
    coop.settle();
    let another = coop.id();
    let code = coop.is_refused(anna, write(another));
    assert_eq!(code, ErrorCode::Forbidden, "she does not write the guide");
    let pages = guide(&mut coop, ben).pages;
    let [page] = pages.as_slice() else {
        panic!("{pages:?}");
    };
    assert_eq!(
        (page.fields.title.as_str(), page.fields.body.as_str()),
        ("Un café du mardi", RESULT)
    );
    assert_eq!(page.fields.opportunity, Some(id));
    let told = opportunity(&mut coop, ben, id).pages;
    assert_eq!(
        (told[0].id, told[0].title.as_str()),
        (page_id, "Un café du mardi")
    );
}
