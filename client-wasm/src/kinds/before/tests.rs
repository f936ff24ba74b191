//! What earlier versions kept is still read.

use besace_model::plain::{from_json, to_json};

use super::*;

#[test]
fn places_that_a_phone_kept_before_its_app_was_renewed_are_found() {
    let (member, id) = (MemberId(Ulid([7; 16])), Ulid([8; 16]));
    let (year, log) = (
        DocHead::activity(member, 2026),
        DocHead::coaching_log(member),
    );
    let found = |head: &DocHead, collection| Place::new(head, collection, &id.to_string());
    let of_member = format!(r#""member":"{member}""#);
    let of_both = format!(r#"{of_member},"id":"{id}""#);
    let cases = [
        (
            "activityEntry",
            format!(r#"{of_both},"year":2026"#),
            found(&year, ""),
        ),
        (
            "forecast",
            format!(r#"{of_member},"month":"2026-03""#),
            Place::new(&year, "forecast", "2026-03"),
        ),
        ("session", of_both.clone(), found(&log, "sessions")),
        ("goal", of_both.clone(), found(&log, "goals")),
        ("action", of_both.clone(), found(&log, "actions")),
        ("ask", of_both.clone(), found(&log, "asks")),
        (
            "notes",
            of_member.clone(),
            whole(&DocHead::coach_notes(MemberId::RELAY, member)),
        ),
        (
            "event",
            format!(r#""id":"{id}""#),
            whole(&DocHead::event(id)),
        ),
        ("profile", of_member, whole(&DocHead::profile(member))),
        (
            "members",
            r#""x":0"#.to_owned(),
            whole(&DocHead::directory()),
        ),
        (
            "entry",
            format!(r#"{of_both},"kind":"post""#),
            whole(&DocHead::post(member, id)),
        ),
    ];
    for (word, said, place) in cases {
        let json = format!(r#"{{"place":"{word}",{said}}}"#);
        assert_eq!(
            from_json::<Place>(json.as_bytes()),
            Ok(place.clone()),
            "{word}"
        );
        assert_eq!(from_json::<Place>(to_json(&place).as_bytes()), Ok(place));
    }
}
