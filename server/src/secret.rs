//! Secrets that people carry: an invitation, as a link or typed by hand. Both hold the same 128 bits.

use std::fmt;

use besace_model::ids::Ulid;
use sha2::{Digest, Sha256};

/// Characters between two hyphens of the typed form.
const GROUP: usize = 5;
/// What a person may type around it, in bytes.
const TYPED_BYTES_MAX: usize = 256;
/// What stands before the secret in a link's fragment, which browsers never send.
pub const FRAGMENT: &str = "#join=";

/// The secret of an invitation. The relay keeps its digest only.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct InviteSecret(pub [u8; 16]);

impl InviteSecret {
    /// Reads what a person typed or a link carried: Crockford base 32, any case, dashes, blanks and marks of all kinds ignored, and the
    /// letters that look like digits taken as these.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > TYPED_BYTES_MAX {
            return None;
        }
        let canonical: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .collect();
        canonical.parse().ok().map(|Ulid(bytes)| Self(bytes))
    }

    /// What the relay keeps.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The form people type.
    #[must_use]
    pub fn code(&self) -> String {
        let text = Ulid(self.0).to_string();
        let (head, tail) = text.split_at(text.len() % GROUP);
        let groups = (0..tail.len() / GROUP).map(|n| &tail[n * GROUP..(n + 1) * GROUP]);
        let mut code = groups.collect::<Vec<_>>().join("-");
        code.insert_str(0, head);
        code
    }

    /// The link that opens the app with the invitation filled in.
    #[must_use]
    pub fn link(&self, origin: &str) -> String {
        format!("{origin}/{FRAGMENT}{}", self.code())
    }
}

impl fmt::Debug for InviteSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InviteSecret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let secret = InviteSecret([0xf5; 16]);
        let code = secret.code();
        assert_eq!(InviteSecret::parse(&code), Some(secret), "{code}");
        assert_eq!(
            InviteSecret::parse(&code.to_lowercase().replace('-', " ")),
            Some(secret)
        );
        assert_eq!(
            InviteSecret::parse(&format!(
                "\u{200e}{}\u{200b}",
                code.replace('-', "\u{2011}")
            )),
            Some(secret)
        );
        let zeros = InviteSecret([0; 16]);
        assert_eq!(
            InviteSecret::parse(&zeros.code().replace('0', "o")),
            Some(zeros)
        );
        for bad in ["", "12345", "é", &"0".repeat(100), &format!("{code}0")] {
            assert_eq!(InviteSecret::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_secret_is_not_printed_and_its_digest_is_its_own() {
        assert!(!format!("{:?}", InviteSecret([1; 16])).contains('1'));
        assert_ne!(
            InviteSecret([1; 16]).digest(),
            InviteSecret([2; 16]).digest()
        );
    }
}
