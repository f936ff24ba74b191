//! A drawn signature as plain data: whole coordinates in a fixed box, so that it is drawn the same everywhere, small enough
//! to travel with the words it signs.

use crate::limits::{
    STROKES_BYTES_MAX, STROKES_HEIGHT, STROKES_MAX, STROKES_POINTS_MAX, STROKES_WIDTH,
};

/// Whether a text is a drawn signature: lines with `;` between them, points of a line with a space between them, each point
/// as `x,y` from the upper left corner.
#[must_use]
pub fn are_strokes(text: &str) -> bool {
    if text.len() > STROKES_BYTES_MAX {
        return false;
    }
    let (mut strokes, mut points) = (0, 0);
    for stroke in text.split(';') {
        strokes += 1;
        for point in stroke.split(' ') {
            points += 1;
            let is_inside = point.split_once(',').is_some_and(|(x, y)| {
                coordinate(x).is_some_and(|x| x < STROKES_WIDTH)
                    && coordinate(y).is_some_and(|y| y < STROKES_HEIGHT)
            });
            if !is_inside {
                return false;
            }
        }
    }
    strokes <= STROKES_MAX && points <= STROKES_POINTS_MAX
}

/// Digits alone, and no more of them than needed.
fn coordinate(text: &str) -> Option<u32> {
    let plain = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = text == "0" || !text.starts_with('0');
    (plain && shortest).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_signature_stays_within_its_box_and_its_limits() {
        let many = |one: &str, by: &str, count: usize| vec![one; count].join(by);
        for drawn in [
            "0,0",
            "999,399",
            "1,2 3,4;5,6",
            &many("9,9", ";", STROKES_MAX),
        ] {
            assert!(are_strokes(drawn), "{drawn}");
        }
        assert!(are_strokes(&many("999,399", " ", STROKES_POINTS_MAX)));
        let hostile = [
            "",
            ";",
            " ",
            "1",
            "1,",
            ",1",
            "1,2,3",
            "1000,0",
            "0,400",
            "-1,0",
            "+1,0",
            "01,0",
            "1 2",
            "1,2;",
            "1,2  3,4",
            "1,2\n3,4",
            "1.5,2",
            "<svg>",
            "1,2;<path d='M0 0'/>",
            "\u{661},2",
        ];
        for hostile in hostile {
            assert!(!are_strokes(hostile), "{hostile}");
        }
        assert!(!are_strokes(&many("9,9", ";", STROKES_MAX + 1)));
        assert!(!are_strokes(&many("9,9", " ", STROKES_POINTS_MAX + 1)));
    }
}
