//! An invitation's link as a picture: for a terminal, and for the app to draw.

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// Blank modules around the picture, without which readers do not find it.
const QUIET: usize = 4;

/// A QR code as one outline: the path of an SVG, one unit a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Width and height, the quiet zone included.
    pub size: usize,
    /// The dark modules: the `d` of a path.
    pub path: String,
}

impl Picture {
    /// The picture of a text; none when it is too long for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = encode(text)?;
        let width = code.width();
        let mut path = String::new();
        for (row, colors) in code.to_colors().chunks(width).enumerate() {
            let mut column = 0;
            for run in colors.chunk_by(|a, b| a == b) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                    path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
                }
                column += run.len();
            }
        }
        Some(Self {
            size: width + 2 * QUIET,
            path,
        })
    }
}

/// The picture of a text, drawn with characters; none when it is too long for one.
#[must_use]
pub fn for_terminal(text: &str) -> Option<String> {
    let code = encode(text)?;
    Some(code.render::<qrcode::render::unicode::Dense1x2>().build())
}

fn encode(text: &str) -> Option<QrCode> {
    QrCode::with_error_correction_level(text, EcLevel::L).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_covers_as_many_modules_as_are_dark() {
        let text = "https://besace.example.coop/#join=7ABCDE-12345";
        let picture = Picture::of(text).unwrap();
        let dark = encode(text).unwrap().to_colors();
        let dark = dark.iter().filter(|color| **color == Color::Dark).count();
        let runs = picture.path.split('M').skip(1);
        let covered: usize = runs
            .map(|run| {
                let length = run.split(['h', 'v']).nth(1).unwrap();
                length.parse::<usize>().unwrap()
            })
            .sum();
        assert_eq!(covered, dark);
        assert!(
            picture.path.starts_with("M4 4h7v1h-7z"),
            "the first corner's mark"
        );
    }

    #[test]
    fn a_text_too_long_has_no_picture() {
        assert_eq!(Picture::of(&"a".repeat(5_000)), None);
    }
}
