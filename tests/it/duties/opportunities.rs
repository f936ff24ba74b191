//! Opportunities: an idea captured without signal is weighed, decided and has a plan; what is to be done is found by who
//! does it.

use besace_client::api::DispatchResult;
use besace_client::kinds::Wait;
use besace_client::kinds::opportunity::{
    OpportunityAnswer, OpportunityRequest, OpportunityRow, OpportunityWait,
};
use besace_client::view::actions::ActionsView;
use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::group::{GroupActionFields, GroupCommand, GroupFields, GroupSort};
use besace_model::kinds::opportunity::{
    AssessmentChanges, OpportunityActionChanges, OpportunityActionFields, OpportunityActionStatus,
    OpportunityCommand, OpportunityFields, OpportunityKind, OpportunityOrder, OpportunitySource,
    OpportunityStatus,
};
use besace_model::kinds::team_board::{TaskStatus, TeamBoardCommand, TeamTaskFields};
use besace_tests::people;
use besace_tests::world::World;

use super::cast::{ALL, Coop, on};

struct Story {
    world: World,
    anna: MemberId,
    at_camille: usize,
    at_anna: usize,
    at_director: usize,
}

impl Story {
    fn new(name: &str) -> Self {
        let cast = Coop::new(&format!("opportunities-{name}"));
        Self {
            world: cast.world,
            anna: cast.anna.id,
            at_camille: cast.camille.phone,
            at_anna: cast.anna.phone,
            at_director: cast.dominique.phone,
        }
    }

    fn does(&mut self, phone: usize, command: OpportunityCommand) {
        self.world.act(phone, Command::Opportunity(command));
    }

    fn new_id(&mut self) -> Ulid {
        people::ulid(&mut self.world.chance, self.world.now)
    }

    fn sees(&mut self, phone: usize, title: &str, deadline: &str) -> Ulid {
        let id = self.new_id();
        let opportunity = OpportunityFields {
            source: OpportunitySource::Member,
            kind: OpportunityKind::Idea,
            title: title.into(),
            body: "Un local se libère.".into(),
            deadline: deadline.into(),
        };
        self.does(
            phone,
            OpportunityCommand::AddOpportunity { id, opportunity },
        );
        id
    }

    fn weighs(&mut self, id: Ulid, impact: i64, effort: i64) {
        let changes = AssessmentChanges {
            impact: Some(impact),
            effort: Some(effort),
        };
        self.does(
            self.at_camille,
            OpportunityCommand::AssessOpportunity { id, changes },
        );
        self.world.settle();
    }

    fn decides(&mut self, id: Ulid, status: OpportunityStatus, reason: &str) {
        let reason = reason.into();
        let decide = OpportunityCommand::DecideOpportunity { id, status, reason };
        self.does(self.at_director, decide);
        self.world.settle();
    }

    fn listed(&mut self, phone: usize, order: OpportunityOrder) -> Vec<OpportunityRow> {
        let request = OpportunityRequest::Opportunities {
            search: String::new(),
            kind: None,
            status: None,
            order,
            window: ALL,
        };
        let request = ViewRequest::Opportunity(request);
        match self.world.phones[phone].view(on("2026-06-01"), &request) {
            Some(View::Opportunity(OpportunityAnswer::Opportunities(page))) => page.rows,
            other => panic!("not opportunities: {other:?}"),
        }
    }

    fn titles(&mut self, order: OpportunityOrder) -> Vec<String> {
        let rows = self.listed(self.at_anna, order).into_iter();
        rows.map(|row| row.title).collect()
    }

    /// Whether the director is asked to decide something.
    fn is_to_decide(&mut self, phone: usize) -> bool {
        let request = ViewRequest::Whole(WholeRequest::Today);
        match self.world.phones[phone].view(on("2026-06-01"), &request) {
            Some(View::Whole(WholeAnswer::Today(today))) => {
                let word = OpportunityWait::Decide;
                let mut waiting = today.waiting.iter();
                waiting.any(|item| item.why == Wait::Opportunity { word })
            }
            other => panic!("not today: {other:?}"),
        }
    }

    fn actions(&mut self, phone: usize) -> ActionsView {
        let request = ViewRequest::Whole(WholeRequest::AllActions { window: ALL });
        match self.world.phones[phone].view(on("2026-06-01"), &request) {
            Some(View::Whole(WholeAnswer::AllActions(actions))) => *actions,
            other => panic!("not actions: {other:?}"),
        }
    }
}

pub(super) fn an_idea_captured_without_signal_is_weighed_and_decided() {
    let mut story = Story::new("idea");
    story.world.signal(story.at_anna, false);
    let id = story.sees(story.at_anna, "Une boutique partagée", "");
    story.world.signal(story.at_anna, true);
    story.world.settle();
    assert!(!story.is_to_decide(story.at_director), "nobody weighed it");
    story.weighs(id, 4, 2);
    assert!(story.is_to_decide(story.at_director));
    assert!(
        !story.is_to_decide(story.at_camille),
        "a coach decides nothing"
    );
    story.decides(id, OpportunityStatus::Studying, "");
    assert!(story.is_to_decide(story.at_director));
    story.decides(id, OpportunityStatus::Go, "Douze en veulent.");
    assert!(!story.is_to_decide(story.at_director));
    let row = &story.listed(story.at_anna, OpportunityOrder::Latest)[0];
    assert_eq!(row.status, OpportunityStatus::Go);
    assert_eq!((row.impact, row.effort), (Some(4), Some(2)));
}

#[test]
fn a_coach_who_decides_is_told_so_and_nothing_is_written() {
    let mut story = Story::new("coach");
    let id = story.sees(story.at_anna, "Une boutique partagée", "");
    story.world.settle();
    let decide = OpportunityCommand::DecideOpportunity {
        id,
        status: OpportunityStatus::Studying,
        reason: String::new(),
    };
    story
        .world
        .attempt(story.at_camille, Command::Opportunity(decide));
    story.world.settle();
    let row = &story.listed(story.at_anna, OpportunityOrder::Latest)[0];
    assert_eq!(row.status, OpportunityStatus::Published);
}

pub(super) fn opportunities_stand_by_impact_over_effort_by_deadline_or_the_latest_first() {
    let mut story = Story::new("orders");
    let first = story.sees(story.at_anna, "Un", "2026-09-01");
    story.world.pass(60_000);
    let second = story.sees(story.at_anna, "Deux", "2026-07-01");
    story.world.pass(60_000);
    story.sees(story.at_anna, "Trois", "");
    story.world.settle();
    story.weighs(first, 2, 4);
    story.weighs(second, 3, 2);
    use OpportunityOrder::{Deadline, Latest, Ratio};
    assert_eq!(story.titles(Ratio), ["Deux", "Un", "Trois"]);
    assert_eq!(story.titles(Deadline), ["Deux", "Un", "Trois"]);
    assert_eq!(story.titles(Latest), ["Trois", "Deux", "Un"]);
    story.weighs(first, 5, 1);
    assert_eq!(story.titles(Ratio), ["Un", "Deux", "Trois"]);
}

pub(super) fn what_is_to_be_done_is_found_by_who_does_it_whatever_it_comes_from() {
    let mut story = Story::new("actions");
    let id = story.sees(story.at_anna, "Une boutique partagée", "");
    let action = |owner, due: &str, text: &str| OpportunityActionFields {
        text: text.into(),
        owner,
        due: due.into(),
        status: OpportunityActionStatus::Todo,
    };
    for action in [
        action(Some(story.anna), "2026-05-10", "Visiter le local"),
        action(Some(story.anna), "2026-07-10", "Faire un budget"),
        action(None, "2026-05-01", "Appeler la mairie"),
    ] {
        let add = OpportunityCommand::AddOpportunityAction {
            opportunity: id,
            id: story.new_id(),
            action,
        };
        story.does(story.at_anna, add);
    }
    let in_log = story.new_id();
    let of_log = people::action(story.anna, story.anna, in_log);
    story.world.act(story.at_camille, of_log);
    let group = story.new_id();
    let in_group = GroupCommand::AddGroupAction {
        group,
        id: story.new_id(),
        action: GroupActionFields {
            text: "Réserver la salle".into(),
            owner: Some(story.anna),
            due: "2026-05-20".into(),
            done: false,
        },
    };
    let founds = GroupFields {
        name: "Boutique".into(),
        sort: GroupSort::Circle,
        aim: "Ouvrir ensemble.".into(),
        by_approval: false,
        opportunity: Some(id),
    };
    let founds = GroupCommand::FoundGroup {
        id: group,
        group: founds,
    };
    story.world.act(story.at_anna, Command::Group(founds));
    story.world.act(story.at_anna, Command::Group(in_group));
    let task = TeamTaskFields {
        title: "Relancer la mairie".into(),
        owner: None,
        due: "2026-05-02".into(),
        link: String::new(),
        status: TaskStatus::Todo,
    };
    let id = story.new_id();
    let of_team = Command::TeamBoard(TeamBoardCommand::AddTeamTask { id, task });
    story.world.act(story.at_camille, of_team);
    story.world.settle();
    let mine = story.actions(story.at_anna);
    let labels: Vec<&str> = mine
        .mine
        .rows
        .iter()
        .map(|row| row.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Envoyer le devis à la mairie",
            "Visiter le local",
            "Réserver la salle",
            "Faire un budget"
        ]
    );
    assert_eq!(mine.late, [], "who is late is direction’s to see");
    let late = story.actions(story.at_director).late;
    let owners: Vec<_> = late
        .iter()
        .map(|one| (one.owner, one.actions.len()))
        .collect();
    assert_eq!(owners, [(None, 2), (Some(story.anna), 2)]);
}

#[test]
fn who_does_an_action_that_the_team_gave_them_ticks_it_without_signal() {
    let mut story = Story::new("tick");
    let opportunity = story.sees(story.at_camille, "Une boutique partagée", "");
    let id = story.new_id();
    let add = OpportunityCommand::AddOpportunityAction {
        opportunity,
        id,
        action: OpportunityActionFields {
            text: "Visiter le local".into(),
            owner: Some(story.anna),
            due: "2026-05-10".into(),
            status: OpportunityActionStatus::Todo,
        },
    };
    story.does(story.at_camille, add);
    story.world.settle();
    story.world.signal(story.at_anna, false);
    let edit = |changes| OpportunityCommand::EditOpportunityAction {
        opportunity,
        id,
        changes,
    };
    let rewrite = edit(OpportunityActionChanges {
        due: Some("2027-05-10".into()),
        ..Default::default()
    });
    let rewritten = story
        .world
        .attempt(story.at_anna, Command::Opportunity(rewrite));
    assert!(matches!(rewritten, Some(DispatchResult::Rejected { .. })));
    let done = edit(OpportunityActionChanges {
        status: Some(OpportunityActionStatus::Done),
        ..Default::default()
    });
    story.does(story.at_anna, done);
    story.world.signal(story.at_anna, true);
    story.world.settle();
    assert_eq!(story.actions(story.at_director).late, []);
    assert_eq!(story.actions(story.at_anna).mine.rows, []);
}
