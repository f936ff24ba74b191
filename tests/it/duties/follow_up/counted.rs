//! What a figure counts, listed where the reader may see it.

use besace_client::kinds::indicators::{IndicatorAnswer, IndicatorRequest};
use besace_client::view::Window;
use besace_model::kind::Kind;

use super::*;

/// What a figure of March counts, as a phone lists it: what it is, how it is called, how much.
fn counted(story: &mut Story, phone: usize, figure: &str) -> Vec<(Kind, String, i64)> {
    let request = IndicatorRequest::Counted {
        figure: figure.to_owned(),
        from: "2026-03".to_owned(),
        to: "2026-03".to_owned(),
        window: Window {
            offset: 0,
            limit: 50,
        },
    };
    let request = ViewRequest::Indicators(request);
    match story.world.phones[phone].view(on("2026-04-02"), &request) {
        Some(View::Indicators(IndicatorAnswer::Counted(page))) => page
            .rows
            .into_iter()
            .map(|row| (row.place.kind, row.label, row.value))
            .collect(),
        other => panic!("not a list: {other:?}"),
    }
}

#[test]
fn who_leads_lists_the_sessions_of_a_figure_by_member_without_reading_one() {
    let mut story = Story::new("counted");
    story.interviews("2026-03-10T09:00:00Z");
    story.world.settle();
    let (director, coach) = (story.at_director, story.at_coach);
    let anna = |kind, value| vec![(kind, "Anna".to_owned(), value)];
    assert_eq!(
        counted(&mut story, director, "sessions"),
        anna(Kind::Register, 1)
    );
    let minutes = counted(&mut story, director, "session_minutes");
    assert_eq!(minutes.len(), 1);
    // A coach has the log and the register, which say the same: it counts once.
    assert_eq!(
        counted(&mut story, coach, "sessions"),
        anna(Kind::CoachingLog, 1)
    );
    assert_eq!(counted(&mut story, director, "asks"), []);
    assert_eq!(counted(&mut story, director, "no_such_figure"), []);
}
