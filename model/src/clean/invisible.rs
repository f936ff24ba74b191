//! What nobody sees.

use super::is_mark;

pub(super) fn is_joined(c: char) -> bool {
    c >= '\u{600}'
        && !matches!(
            c,
            '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}'
        )
}

pub(super) fn is_invisible(c: char) -> bool {
    match c {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => true,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => false,
        c => c.is_control(),
    }
}

pub(super) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}'))
}
