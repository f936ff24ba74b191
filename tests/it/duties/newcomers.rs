//! Newcomers tick the steps of the welcome without network, and who may help sees who is stuck where.

use besace_client::kinds::Wait;
use besace_client::kinds::progress::{NewcomerRow, ProgressAnswer, ProgressRequest, ProgressWait};
use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::guide::{GuideCommand, GuidePageFields, GuidePart};
use besace_model::kinds::progress::ProgressCommand;

use super::cast::{ALL, Coop, Someone, asked};

const STEP: Wait = Wait::Progress {
    word: ProgressWait::WelcomeStep,
};

fn newcomers(coop: &mut Coop, who: Someone) -> Vec<NewcomerRow> {
    asked!(coop, who, Progress: ProgressRequest::Newcomers { window: ALL },
        ProgressAnswer::Newcomers(page) => page.rows)
}

/// A cooperative whose welcome has three steps.
fn welcoming(name: &str) -> (Coop, [Ulid; 3]) {
    let mut coop = Coop::new(name);
    let mut rank = 0;
    let steps = ["Signer", "Rencontrer", "Venir"].map(|title| {
        rank += 1;
        let page = GuidePageFields {
            part: GuidePart::Step,
            title: title.into(),
            body: String::new(),
            link: String::new(),
            rank,
            opportunity: None,
        };
        let id = coop.id();
        let add = GuideCommand::AddGuidePage { id, page };
        coop.does(coop.dominique, Command::Guide(add));
        id
    });
    coop.settle();
    (coop, steps)
}

fn ticks(coop: &mut Coop, id: Ulid, done: bool) {
    let tick = ProgressCommand::TickGuide { id, done };
    coop.does(coop.anna, Command::Progress(tick));
}

pub(super) fn a_newcomer_ticks_the_welcome_steps_offline() {
    let (mut coop, [sign, meet, come]) = welcoming("welcome");
    let anna = coop.anna;
    coop.offline(anna);
    ticks(&mut coop, sign, true);
    assert_eq!(coop.waits_for(anna, STEP), ["Rencontrer"]);
    coop.online(anna);
    ticks(&mut coop, meet, true);
    ticks(&mut coop, come, true);
    coop.settle();
    assert!(coop.waits_for(anna, STEP).is_empty());
    ticks(&mut coop, meet, false);
    assert_eq!(coop.waits_for(anna, STEP), ["Rencontrer"]);
}

pub(super) fn the_director_sees_who_is_stuck_where() {
    let (mut coop, [sign, meet, come]) = welcoming("stuck");
    let (anna, ben, dominique) = (coop.anna, coop.ben, coop.dominique);
    assert_eq!(newcomers(&mut coop, dominique), [], "nobody began");
    coop.offline(anna);
    ticks(&mut coop, sign, true);
    coop.world.pass(60_000);
    assert_eq!(newcomers(&mut coop, dominique), [], "nothing was sent");
    coop.online(anna);
    coop.settle();
    for who in [dominique, coop.fatou, coop.camille] {
        let rows = newcomers(&mut coop, who);
        let [row] = rows.as_slice() else {
            panic!("{rows:?}");
        };
        assert_eq!((row.name.as_str(), row.done, row.total), ("Anna", 1, 3));
        assert_eq!(row.next_title, "Rencontrer");
        assert!(!row.last_at.is_empty(), "since when");
    }
    assert_eq!(newcomers(&mut coop, ben), [], "each is at their own");
    ticks(&mut coop, meet, true);
    ticks(&mut coop, come, true);
    coop.settle();
    assert_eq!(newcomers(&mut coop, dominique), [], "she is through");
}
