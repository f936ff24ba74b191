//! Who is told, and first.

use besace_client::kinds::coaching_log::CoachingWait;
use besace_model::command::Command;
use besace_model::kinds::coaching_log::CoachingCommand;
use besace_tests::people;

use super::{Story, in_log};

#[test]
fn who_was_signed_for_is_told_first_and_who_captured_it_hears_of_a_contest() {
    let mut story = Story::new("told");
    let (member, id) = (story.anna, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    story.both_sign(id);
    story.world.settle();
    assert_eq!(story.done(at_anna), 1);
    assert_eq!(story.waits(at_anna)[0], in_log(CoachingWait::SignedForMe));
    assert!(
        !story
            .waits(at_coach)
            .contains(&in_log(CoachingWait::Contested))
    );
    story.world.act(
        at_anna,
        Command::CoachingLog(CoachingCommand::ContestSignature { member, id }),
    );
    story.world.settle();
    assert!(
        !story
            .waits(at_anna)
            .contains(&in_log(CoachingWait::SignedForMe))
    );
    assert_eq!(story.waits(at_coach)[0], in_log(CoachingWait::Contested));
    assert_eq!(story.done(at_coach), 0, "contested, it does not count");
    assert!(story.sheet(at_coach, id).row.closed, "and is not opened");
    story.world.act(
        at_anna,
        Command::CoachingLog(CoachingCommand::ConfirmSignature { member, id }),
    );
    story.world.settle();
    assert!(
        !story
            .waits(at_coach)
            .contains(&in_log(CoachingWait::Contested))
    );
    assert_eq!(story.done(at_coach), 1);
    story.check();
}

#[test]
fn a_report_that_changed_after_it_was_signed_is_told_to_who_signed_and_to_who_captured_it() {
    let mut story = Story::new("changed");
    let (anna, coach, id) = (story.anna, story.coach, story.session);
    let (at_coach, at_anna) = (story.at_coach, story.at_anna);
    let changed = in_log(CoachingWait::ChangedSince);
    story.signs(at_coach, id, anna);
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert!(!story.waits(phone).contains(&changed), "as it was signed");
    }
    story
        .world
        .act(at_coach, people::points(anna, id, "Vu, et revu."));
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert_eq!(story.waits(phone)[0], changed);
    }
    assert!(
        !story.waits(at_anna).contains(&in_log(CoachingWait::Sign)),
        "once"
    );
    story.signs(at_anna, id, anna);
    story.world.settle();
    for phone in [at_coach, at_anna] {
        assert!(!story.waits(phone).contains(&changed), "signed anew");
    }
    story.signs(at_coach, id, coach);
    story.world.settle();
    assert!(story.sheet(at_anna, id).row.closed);
    assert!(!story.waits(at_coach).contains(&changed));
    story.check();
}
