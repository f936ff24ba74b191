//! Edits from a phone that did not know.

use besace_client::api::DispatchResult;
use besace_client::store;
use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::command::{Command, EntryRef};
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_tests::people;

use super::Story;

#[test]
fn an_edit_from_a_phone_that_did_not_know_blocks_nothing_and_its_words_are_kept() {
    let mut story = Story::new("stale");
    let (anna, id) = (story.anna, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    story.world.signal(at_anna, false);
    let (before, after) = (story.new_id(), story.new_id());
    story.world.act(at_anna, people::action(anna, anna, before));
    story
        .world
        .act(at_anna, people::points(anna, id, "Écrit sans réseau."));
    story.world.act(at_anna, people::action(anna, anna, after));
    story.both_sign(id);
    assert!(story.sheet(at_coach, id).row.closed);
    story.world.settle();
    story.world.signal(at_anna, true);
    story.world.settle();
    story.check();
    let sheet = story.sheet(at_anna, id);
    assert_eq!(sheet.fields.points, "Vu.", "what was signed stands");
    assert!(sheet.row.closed && !sheet.row.info.may_edit);
    assert_eq!(story.world.phones[at_anna].count(store::REFUSED), 1);
    assert_eq!(story.world.phones[at_anna].count(store::OUTBOX), 0);
    let now = story.world.now;
    let window = besace_client::view::Window {
        offset: 0,
        limit: 10,
    };
    let refused = match story.world.phones[at_anna]
        .view(now, &ViewRequest::Whole(WholeRequest::Refused { window }))
    {
        Some(View::Whole(WholeAnswer::Refused(page))) => page.rows,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused[0].code, ErrorCode::Closed);
    assert!(
        refused[0].text.contains("Écrit sans réseau."),
        "the words are kept"
    );
    for action in [before, after] {
        let said = story.world.phones[at_coach].records();
        let has = said.values().any(|record| match record {
            besace_model::kind::Record::CoachingLog(log) => log.actions.contains_key(&action),
            _ => false,
        });
        assert!(has, "what came before and after went through");
    }
}

#[test]
fn a_phone_that_knows_refuses_at_once_and_a_restarted_relay_still_does() {
    let mut story = Story::new("known");
    let (anna, id, at_anna) = (story.anna, story.session, story.at_anna);
    story.both_sign(id);
    story.world.settle();
    let log = DocHead::coaching_log(anna);
    let removal = Command::remove(EntryRef::new(log, "sessions", id), true);
    for command in [people::points(anna, id, "Autre."), removal] {
        let told = story.world.attempt(at_anna, command);
        assert!(
            matches!(
                told,
                Some(DispatchResult::Rejected {
                    code: ErrorCode::Closed,
                    ..
                })
            ),
            "{told:?}"
        );
    }
    story.world.signal(at_anna, false);
    story.world.crash_relay();
    story.world.relay.start();
    story.world.signal(at_anna, true);
    story.world.settle();
    story.check();
    assert!(story.sheet(at_anna, id).row.closed);
}
