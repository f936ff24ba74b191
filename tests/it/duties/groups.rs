//! Members who come together: a group founded for an opportunity, and who drives whom to its meeting.

use besace_client::kinds::group::{GroupAnswer, GroupRequest, GroupSheet, InGroup};
use besace_client::kinds::opportunity::{OpportunityAnswer, OpportunityRequest, OpportunitySheet};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::group::{GroupCommand, GroupFields, GroupSort};
use besace_model::kinds::opportunity::{
    OpportunityCommand, OpportunityFields, OpportunityKind, OpportunitySource,
};
use besace_model::kinds::rsvp::{AnswerCommand, AnswerFields, AnswerStatus};

use super::cast::{Coop, Someone, asked};
use super::service::{event, workshop};

/// Somebody saw what may be worth doing.
pub(super) fn captures(coop: &mut Coop, who: Someone, kind: OpportunityKind, title: &str) -> Ulid {
    let id = coop.id();
    let opportunity = OpportunityFields {
        source: OpportunitySource::Member,
        kind,
        title: title.into(),
        body: "Un local se libère.".into(),
        deadline: String::new(),
    };
    let add = OpportunityCommand::AddOpportunity { id, opportunity };
    coop.does(who, Command::Opportunity(add));
    id
}

pub(super) fn opportunity(coop: &mut Coop, who: Someone, id: Ulid) -> OpportunitySheet {
    asked!(coop, who, Opportunity: OpportunityRequest::Opportunity { id },
        OpportunityAnswer::Opportunity(sheet) => *sheet.expect("everybody reads it"))
}

pub(super) fn group(coop: &mut Coop, who: Someone, id: Ulid) -> GroupSheet {
    asked!(coop, who, Group: GroupRequest::Group { id },
        GroupAnswer::Group(sheet) => *sheet.expect("everybody reads it"))
}

/// Somebody founds a group, for an opportunity or for its own sake.
pub(super) fn founds(coop: &mut Coop, who: Someone, name: &str, opportunity: Option<Ulid>) -> Ulid {
    let id = coop.id();
    let group = GroupFields {
        name: name.into(),
        sort: GroupSort::Circle,
        aim: "Ouvrir ensemble.".into(),
        by_approval: false,
        opportunity,
    };
    coop.does(who, Command::Group(GroupCommand::FoundGroup { id, group }));
    id
}

pub(super) fn joins(coop: &mut Coop, who: Someone, id: Ulid) {
    let join = GroupCommand::JoinGroup { id, joins: true };
    coop.does(who, Command::Group(join));
}

pub(super) fn a_group_of_three_forms_from_an_opportunity() {
    let mut coop = Coop::new("three");
    let (anna, ben, dominique) = (coop.anna, coop.ben, coop.dominique);
    let chloe = coop.joins("Chloé", Role::Entrepreneur);
    let seen = captures(&mut coop, anna, OpportunityKind::Idea, "Une boutique");
    coop.settle();
    let follow = OpportunityCommand::FollowOpportunity {
        id: seen,
        interested: true,
    };
    for who in [anna, ben, chloe] {
        coop.does(who, Command::Opportunity(follow.clone()));
    }
    coop.settle();
    let interested = opportunity(&mut coop, ben, seen).interested;
    assert_eq!(interested.len(), 3);

    coop.offline(ben);
    let id = founds(&mut coop, ben, "La boutique", Some(seen));
    coop.online(ben);
    coop.settle();
    // Who opens the opportunity finds the group there, and joins.
    for who in [anna, chloe] {
        let found = opportunity(&mut coop, who, seen).groups;
        assert_eq!((found[0].id, found[0].title.as_str()), (id, "La boutique"));
        joins(&mut coop, who, id);
    }
    coop.settle();
    let told = group(&mut coop, dominique, id);
    let names: Vec<&str> = told.members.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Ben", "Chloé"]);
    assert_eq!(told.fields.opportunity, Some(seen));
    assert_eq!(told.row.mine, InGroup::Out);
}

pub(super) fn and_shares_cars_to_its_meeting() {
    let mut coop = Coop::new("carpool");
    let (anna, ben) = (coop.anna, coop.ben);
    let id = workshop(&mut coop, 12);
    coop.offline(anna);
    let answer = AnswerFields {
        status: AnswerStatus::Accepted,
        comment: String::new(),
        carpool_seats: 3,
        carpool_from: "La gare".into(),
        diet: String::new(),
        for_sequence: 0,
    };
    let offer = AnswerCommand::AnswerEvent { event: id, answer };
    coop.does(anna, Command::Rsvp(offer));
    coop.online(anna);
    coop.settle();
    let rides = event(&mut coop, ben, id).rides;
    let [ride] = rides.as_slice() else {
        panic!("{rides:?}");
    };
    assert_eq!(
        (ride.name.as_str(), ride.seats, ride.from.as_str()),
        ("Anna", 3, "La gare")
    );
}
