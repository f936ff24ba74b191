//! A tally as plain data, and what it is made of.

use crate::ids::{MemberId, Ulid};
use crate::kind::Said;
use crate::kinds::consultation::{Electorate, Method};
use crate::kinds::stance::{Position, Stance};
use crate::plain::{FromPlain, ToPlain};
use crate::sorted::{SortedMap, SortedSet};

/// Of fewer who answered in secret nothing is told.
pub const VOICES_MIN: i64 = 5;

/// What became of a consultation.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Tally {
    /// Whether it is closed: nothing of what was counted changes any more.
    pub closed: bool,
    /// How many may answer.
    pub asked: i64,
    /// How many answered, proxies included.
    pub voices: i64,
    /// How many of them by proxy.
    pub proxies: i64,
    /// How many answered, or answered otherwise, too late.
    pub late: i64,
    /// Whether enough answered.
    pub quorate: bool,
    /// Whether too few answered in secret to say anything.
    pub few: bool,
    /// How many answered what: by option, or by the word of a position.
    pub counts: SortedMap<String, i64>,
    /// Who answered what, where that is public.
    pub said: SortedMap<MemberId, Voice>,
}

/// What somebody answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
#[ts(rename_all = "camelCase")]
pub struct Voice {
    /// The option they chose.
    pub option: Option<Ulid>,
    /// What they said to a proposal.
    pub position: Option<Position>,
    /// The options they can live with.
    pub days: SortedSet<Ulid>,
    /// Why, in words.
    pub reason: String,
    /// Who answered for them.
    pub by: Option<MemberId>,
}

impl Said for Tally {}

/// What one document gives to a tally.
#[derive(Debug, Clone, Default, PartialEq, Eq, ToPlain, FromPlain)]
pub(crate) struct Part {
    /// The consultation, once it was asked.
    pub(super) asked: Option<Asked>,
    /// What somebody answered.
    pub(super) heard: Option<Heard>,
    /// Members.
    pub(super) members: SortedSet<MemberId>,
    /// Those of them who are associates.
    pub(super) associates: SortedSet<MemberId>,
    /// Who is in a group.
    pub(super) groups: SortedMap<Ulid, SortedSet<MemberId>>,
}

/// What is asked, of whom, by when.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(super) struct Asked {
    pub(super) closes: String,
    pub(super) method: Method,
    pub(super) secret: bool,
    pub(super) quorum_bp: i64,
    pub(super) proxies: i64,
    pub(super) electorate: Electorate,
    pub(super) options: SortedSet<Ulid>,
}

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq, ToPlain, FromPlain)]
pub(super) struct Heard {
    pub(super) member: MemberId,
    pub(super) now: Stance,
    /// Whether the relay heard of them again after the consultation closed, as the stance says when that is.
    pub(super) is_after: bool,
    /// Then, what it was by that time.
    pub(super) then: Option<Stance>,
    /// Whether that was looked up.
    pub(super) is_known: bool,
}
