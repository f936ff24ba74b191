//! What counts as an interview.

use besace_model::kinds::coaching_log::{SessionFields, SessionType};

use super::{Story, interview};

#[test]
fn an_amended_interview_counts_once_an_annulled_one_not_and_three_are_never_three_of_two() {
    let mut story = Story::new("count");
    let (coach, id, at_coach) = (story.coach, story.session, story.at_coach);
    story.both_sign(id);
    let amendment = story.new_id();
    story.logs(amendment, interview(coach, Some(id)));
    assert_eq!(story.done(at_coach), 1, "while the amendment is not signed");
    story.both_sign(amendment);
    assert_eq!(story.done(at_coach), 1);
    for _ in 0..2 {
        let other = story.new_id();
        story.logs(other, interview(coach, None));
        story.both_sign(other);
    }
    assert_eq!(story.done(at_coach), 2);
    // Annulled, the first interview and its amendment count no more; the two others do.
    let annulment = story.new_id();
    let why = SessionFields {
        session_type: SessionType::Annulment,
        statutory: false,
        eight_points: Vec::new(),
        objectives: "Saisi deux fois.".into(),
        ..interview(coach, Some(id))
    };
    story.logs(annulment, why);
    story.both_sign(annulment);
    for signed in [id, amendment] {
        assert!(story.sheet(at_coach, signed).row.annulled);
    }
    assert_eq!(story.done(at_coach), 2);
    story.world.settle();
    story.check();
}
