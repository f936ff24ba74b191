//! Whom a change of a kind's documents calls, and what it is about: all that a notice ever says.

/// What somebody may be told about, in so many words and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Concern {
    /// Interviews, asks, actions.
    Coaching = 0,
    /// Expenses decided, statements, obligations.
    Accounts = 1,
    /// An event that one answered, one's place in a waiting list.
    Events = 2,
    /// A consultation or an assembly opens.
    Votes = 3,
}

impl Concern {
    /// Every concern.
    pub const ALL: [Self; 4] = [Self::Coaching, Self::Accounts, Self::Events, Self::Votes];

    /// The word used in SQL and on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Coaching => "coaching",
            Self::Accounts => "accounts",
            Self::Events => "events",
            Self::Votes => "votes",
        }
    }

    /// Reads [`Concern::as_str`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }
}

/// Whom a change of a document calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calls {
    /// Nobody.
    Nobody,
    /// The member whose document it is, when somebody else wrote.
    Subject(Concern),
    /// The same; and where they wrote themselves, who accompanies them.
    Coached(Concern),
    /// Who said that they come to the event that the document is about, when somebody else wrote.
    Seated(Concern),
    /// Everybody who reads the document, as it begins.
    EveryoneOnce(Concern),
    /// Everybody who reads the document, as this word is written at this key.
    EveryoneBy(Concern, &'static str, &'static str),
}

impl Calls {
    /// What the call is about; nothing where nobody is called.
    #[must_use]
    pub const fn concern(self) -> Option<Concern> {
        match self {
            Self::Nobody => None,
            Self::Subject(concern)
            | Self::Coached(concern)
            | Self::Seated(concern)
            | Self::EveryoneOnce(concern)
            | Self::EveryoneBy(concern, ..) => Some(concern),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Kind;

    #[test]
    fn a_concern_reads_back_from_its_word() {
        for concern in Concern::ALL {
            assert_eq!(Concern::parse(concern.as_str()), Some(concern));
        }
        assert_eq!(Concern::parse("Coaching"), None);
    }

    #[test]
    fn every_concern_has_kinds_that_call_for_it_and_most_kinds_call_nobody() {
        let called = |kind: &Kind| kind.calls().concern();
        for concern in Concern::ALL {
            assert!(Kind::ALL.iter().any(|kind| called(kind) == Some(concern)));
        }
        let calling = Kind::ALL.iter().filter(|kind| called(kind).is_some());
        assert!(2 * calling.count() < Kind::ALL.len());
    }
}
