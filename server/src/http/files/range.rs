//! The range of a request (RFC 9110, section 14). Of several, or of one that is not understood, the whole file is the answer.

use std::ops::Range;

/// What is asked of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// The whole.
    All,
    /// These bytes.
    Some(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

/// Reads a `Range` line, for a file of so many bytes.
pub(super) fn asked(line: Option<&str>, bytes: u64) -> Asked {
    let ends = line.and_then(|line| line.strip_prefix("bytes=")?.split_once('-'));
    let Some((first, last)) = ends else {
        return Asked::All;
    };
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
        is_number.then(|| text.parse().unwrap_or(u64::MAX))
    };
    let range = match (first, number(first), last, number(last)) {
        ("", _, _, Some(count)) => bytes.saturating_sub(count)..bytes,
        (_, Some(first), "", _) => first..bytes,
        (_, Some(first), _, Some(last)) if first <= last => {
            first..bytes.min(last.saturating_add(1))
        }
        _ => return Asked::All,
    };
    if range.is_empty() {
        Asked::Nothing
    } else {
        Asked::Some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_understood_and_anything_else_means_the_whole() {
        for (line, expected) in [
            ("bytes=0-9", Asked::Some(0..10)),
            ("bytes=90-", Asked::Some(90..100)),
            ("bytes=-10", Asked::Some(90..100)),
            ("bytes=-1000", Asked::Some(0..100)),
            ("bytes=90-18446744073709551615", Asked::Some(90..100)),
            ("bytes=99-99", Asked::Some(99..100)),
            ("bytes=100-", Asked::Nothing),
            ("bytes=99999999999999999999999-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=9-0", Asked::All),
            ("bytes=0-1,5-6", Asked::All),
            ("bytes=+1-2", Asked::All),
            ("bytes=-", Asked::All),
            ("bytes=", Asked::All),
            ("lines=0-9", Asked::All),
        ] {
            assert_eq!(asked(Some(line), 100), expected, "{line}");
        }
        assert_eq!(asked(None, 100), Asked::All);
    }
}
