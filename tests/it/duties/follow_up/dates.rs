//! What the two interviews of a year amount to, by their dates and signatures.

use besace_client::kinds::register::{FollowTotals, RegisterAnswer, RegisterRequest};
use besace_model::command::Command;
use besace_model::kinds::coaching_log::CoachingCommand;
use besace_model::kinds::register::Standing;
use besace_tests::people;

use super::{SAID, Story};

pub(in crate::duties) fn one_interview_of_two_is_amber_on_the_first_of_october_and_red_on_the_first_of_november()
 {
    let mut story = Story::new("standing");
    story.interviews("2026-03-02T09:00:00Z");
    story.world.settle();
    for (day, standing) in [
        ("2026-03-02", Standing::InTime),
        ("2026-09-30", Standing::InTime),
        ("2026-10-01", Standing::Soon),
        ("2026-10-31", Standing::Soon),
        ("2026-11-01", Standing::Late),
        ("2027-01-01", Standing::Late),
    ] {
        assert_eq!(story.stands(day), Some(standing), "{day}");
    }
    let row = story.anna("2026-11-01");
    assert_eq!((row.interviews, row.due, row.minutes), (1, 2, 75));
    let director = story.at_director;
    let late = story.listed(director, "2026-11-01", Some(Standing::Late));
    assert_eq!(late.len(), 1);
    assert_eq!(
        story.ask(
            director,
            "2026-11-01",
            RegisterRequest::FollowTotals { year: 2026 }
        ),
        RegisterAnswer::FollowTotals(FollowTotals {
            late: 1,
            ..FollowTotals::default()
        })
    );
    story.interviews("2026-03-02T13:00:00Z");
    story.world.settle();
    for day in ["2026-10-01", "2026-11-01"] {
        assert_eq!(story.stands(day), Some(Standing::Complete), "{day}");
    }
}

#[test]
fn what_is_not_signed_by_both_as_it_stands_or_is_contested_does_not_count() {
    let mut story = Story::new("counts");
    let at = "2026-03-02T09:00:00Z";
    let (coach, anna) = (story.coach, story.anna);
    let id = story.holds(at);
    story.signs(id, anna, at);
    story.world.settle();
    let row = story.anna("2026-06-01");
    assert_eq!((row.interviews, row.to_sign), (0, 1), "half signed");
    // The text changes under the signature.
    story
        .world
        .act(story.at_coach, people::points(anna, id, "Autrement."));
    story.world.settle();
    let sheet = story.sheet(story.at_director).expect("Anna's sessions");
    assert!(sheet.sessions[0].signed_by.is_empty());
    story
        .world
        .act(story.at_coach, people::points(anna, id, SAID));
    story.signs(id, coach, at);
    story.world.settle();
    assert_eq!(story.anna("2026-06-01").interviews, 1);
    let contest = CoachingCommand::ContestSignature { member: anna, id };
    story
        .world
        .act(story.at_anna, Command::CoachingLog(contest));
    story.world.settle();
    let row = story.anna("2026-11-01");
    assert_eq!((row.interviews, row.to_sign), (0, 1), "contested");
    assert_eq!(row.standing, Some(Standing::Late));
    assert!(story.sheet(story.at_director).expect("hers").sessions[0].contested);
}
