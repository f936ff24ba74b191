//! Responsibilities that a group gives.

use besace_client::kinds::Wait;
use besace_client::kinds::group::GroupWait;
use besace_model::command::Command;
use besace_model::kinds::group::{GroupCommand, MandateFields};

use super::cast::Coop;
use super::groups::{founds, group, joins};

pub(super) fn an_open_mandate_gets_a_candidate_and_a_holder() {
    let mut coop = Coop::new("mandate");
    let (anna, ben, dominique) = (coop.anna, coop.ben, coop.dominique);
    let id = founds(&mut coop, anna, "Commission achats", None);
    coop.settle();
    joins(&mut coop, ben, id);
    let mandate_id = coop.id();
    let mandate = MandateFields {
        title: "Trésorière".into(),
        duties: "Tient la caisse.".into(),
        starts: "2026-04-01".into(),
        ends: "2027-03-31".into(),
    };
    let add = GroupCommand::AddMandate {
        group: id,
        id: mandate_id,
        mandate,
    };
    coop.does(anna, Command::Group(add));
    coop.settle();
    assert_eq!(group(&mut coop, ben, id).row.open_mandates, 1);
    let seat = Wait::Group {
        word: GroupWait::Mandate,
    };
    assert_eq!(
        coop.waits_for(ben, seat),
        ["Trésorière"],
        "a seat is offered"
    );

    coop.offline(ben);
    let stand = GroupCommand::StandForMandate {
        group: id,
        id: mandate_id,
        stands: true,
    };
    coop.does(ben, Command::Group(stand));
    assert!(coop.waits_for(ben, seat).is_empty());
    coop.online(ben);
    coop.settle();
    let candidate = Wait::Group {
        word: GroupWait::Candidate,
    };
    assert_eq!(coop.waits_for(anna, candidate), ["Trésorière"]);
    let row = &group(&mut coop, ben, id).mandates[0];
    assert!(row.candidates[0].name == "Ben" && !row.candidates[0].may_give);

    let give = GroupCommand::GiveMandate {
        group: id,
        id: mandate_id,
        member: ben.id,
        given: true,
    };
    coop.does(anna, Command::Group(give));
    coop.settle();
    let told = group(&mut coop, dominique, id);
    assert_eq!(told.mandates[0].holders[0].name, "Ben");
    assert_eq!(told.row.open_mandates, 0);
}
