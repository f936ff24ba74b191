//! Topics: what views read.

use besace_model::kind::Kind;
use besace_model::plain::{PlainWriter, ToPlain};
use ts_rs::TS;

/// What views read. *Today* reads all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(rename_all = "snake_case")]
pub enum Topic {
    /// Documents of a kind.
    #[ts(untagged)]
    Of(Kind),
    /// Refused items.
    Refused,
    /// Fields to check.
    Conflicts,
    /// While you were away.
    Away,
    /// The state of sync, and with it the state of entries.
    Sync,
}

impl Topic {
    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let kinds = Kind::ALL.iter().map(|kind| Self::Of(*kind));
        kinds.chain([Self::Refused, Self::Conflicts, Self::Away, Self::Sync])
    }
}

impl ToPlain for Topic {
    fn write(&self, out: &mut PlainWriter) {
        match self {
            Self::Of(kind) => kind.write(out),
            Self::Refused => out.text("refused"),
            Self::Conflicts => out.text("conflicts"),
            Self::Away => out.text("away"),
            Self::Sync => out.text("sync"),
        }
    }
}
