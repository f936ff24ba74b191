//! A part of the raw change, by place and length, and the text that may stand there.

/// A part of the raw change, by place and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::admission) struct Span {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl Span {
    /// The bytes meant; empty when they are not there.
    pub(in crate::admission) fn of(self, raw: &[u8]) -> &[u8] {
        let start = self.start as usize;
        raw.get(start..start.saturating_add(self.len as usize))
            .unwrap_or_default()
    }

    /// The text meant; empty when it is none.
    pub(in crate::admission) fn text(self, raw: &[u8]) -> &str {
        std::str::from_utf8(self.of(raw)).unwrap_or_default()
    }
}

/// Text with its place in the change.
#[derive(Debug, Clone, Copy)]
pub(in crate::admission) struct Text<'a> {
    pub(super) text: &'a str,
    /// Where it stands.
    pub(in crate::admission) span: Span,
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
