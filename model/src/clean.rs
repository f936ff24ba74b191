//! What was typed or pasted, without what nobody sees: marks of no width, marks of direction, odd spaces, accents apart
//! from their letters. Phones clean what they write; the app asks the same before it sends (`pwa/src/lib/clean.ts`).

mod accents;
mod invisible;
#[cfg(test)]
mod tests;

use accents::composed;
pub use accents::{bare, is_mark};
use invisible::{is_blank, is_invisible, is_joined};

/// One line: a name, a label, a number. Line breaks and odd spaces become spaces, ends are trimmed; empty when nothing of
/// it can be seen.
#[must_use]
pub fn line(text: &str) -> String {
    let spaced = seen(text).replace('\u{2800}', " ");
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&line) { String::new() } else { line }
}

/// Prose: line breaks, and the spaces that French sets before `!`, stay. Empty when nothing of it can be seen.
#[must_use]
pub fn prose(text: &str) -> String {
    let odd = |c| {
        matches!(
            c,
            '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{2800}' | '\u{3000}'
        )
    };
    let prose = seen(text).replace(odd, " ");
    if is_blank(&prose) {
        String::new()
    } else {
        prose
    }
}

/// Without what is of no width and no meaning, every line break as `\n`, accents on their letters.
fn seen(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut chars = text.chars().filter(|c| !is_invisible(*c)).peekable();
    let mut clean = String::with_capacity(text.len());
    let mut last: Option<char> = None;
    while let Some(c) = chars.next() {
        let next = match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            // Joiners mean something inside emoji and in scripts that join letters.
            '\u{200c}' | '\u{200d}' => {
                let follows = chars.peek().copied().is_some_and(is_joined);
                if !(follows && last.is_some_and(is_joined)) {
                    continue;
                }
                c
            }
            _ => match last.and_then(|before| composed(before, c)) {
                Some(letter) => {
                    clean.pop();
                    letter
                }
                None => c,
            },
        };
        clean.push(next);
        last = Some(next);
    }
    clean
}
