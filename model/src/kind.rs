//! The kinds of document: the one list of them, and what each says about itself.
//!
//! One document = one audience: whoever may read any of it gets all of it, history included.

mod calls;
mod codec;
mod command;
mod content;
mod number;
mod record;
mod set;
mod spec;
#[cfg(test)]
mod tests;

use automerge::Automerge;
use ts_rs::TS;

use crate::command::{CommandError, EntryCommand};
use crate::doc::commands::{Commands, Writing};
use crate::doc::rules::Table;
use crate::head::DocHead;
use crate::ids::{MemberId, Ulid};
use crate::kinds;
use crate::plain::{self, FromPlain, PlainReader, ToPlain, Unfit};
pub use calls::{Calls, Concern};
use command::command;
pub use content::{ContentOf, Said};
use number::kind;
use record::record;
pub use set::KindSet;
pub use spec::{Fetched, Spec, Watched};

/// Makes the kinds, and everything that goes through all of them, from a list: number, name, module in [`kinds`].
macro_rules! kinds {
    ($($list:tt)+) => {
        kind! { $($list)+ }
        record! { $($list)+ }
        command! { $($list)+ }
    };
}

kinds! {
    /// Names, roles and assignments of the cooperative; written by the relay.
    1 Directory directory,
    /// What a member shows to all.
    2 Profile profile,
    /// A member's activity of one calendar year: journal, expenses, mileage, pipeline, forecast.
    3 Activity activity,
    /// Goals, sessions, actions and asks between a member and their coaches.
    4 CoachingLog coaching_log,
    /// A coach's private notes about one member. Owner: the coach; key: the member.
    5 CoachNotes coach_notes,
    /// One event of the cooperative.
    6 Event event,
    /// A member's answers to events.
    7 Rsvp rsvp,
    /// Who has a seat at one event, and how many wait; written by the relay.
    8 Roster roster,
    /// A post on the board, with its answers. Owner: its author; key: a ULID.
    9 Post post,
    /// Dates and signatures of a member's sessions, and none of their text; derived by the relay.
    10 Register register,
    /// Those who answered one event, with diet, car and words; derived by the relay.
    11 Guests guests,
    /// Lifts offered to one event; derived by the relay.
    12 Rides rides,
    /// The waiting list of one event; written by the relay.
    13 Waitlist waitlist,
    /// A member's own places in waiting lists; written by the relay.
    14 Places places,
    /// Asks of members, for one whom they chose beside their coaches; derived by the relay.
    15 Asked asked,
    /// Who was at one event, half-day by half-day, with signatures. Key: the event.
    16 Attendance attendance,
    /// The half-days at which a member was; derived by the relay.
    17 Attended attended,
    /// A member's journal of one calendar year.
    20 Journal journal,
    /// How a member is reached.
    21 Contact contact,
    /// How a member is reached, as they show it to everyone; derived by the relay.
    22 ContactShown contact_shown,
    /// Where each member stands; written by the relay for the team.
    23 Membership membership,
    /// The legal and financial frame of a member: contracts, obligations, statements, decisions.
    24 Ledger ledger,
    /// A group of members, with its mandates, minutes and actions. Key: a ULID.
    25 Group group,
    /// A question to the cooperative, or to a group. Key: a ULID.
    26 Consultation consultation,
    /// A member's answers to consultations.
    27 Stance stance,
    /// What became of one consultation; derived by the relay.
    28 Tally tally,
    /// An assembly of the associates. Key: a ULID.
    29 Assembly assembly,
    /// A partner of the cooperative.
    30 Partner partner,
    /// What everyone reads of a partner; derived by the relay.
    31 PartnerCard partner_card,
    /// Something that may be worth doing, from the idea to what came of it.
    32 Opportunity opportunity,
    /// A story that the cooperative may tell.
    33 Story story,
    /// What a member agrees to be shown by.
    34 Consent consent,
    /// What everybody reads of a story; derived by the relay.
    35 News news,
    /// What the team has to do, who is away, what it tells itself each week.
    36 TeamBoard team_board,
    /// The cooperative's own legal, tax and social calendar of one year.
    37 Duties duties,
    /// What everybody of the cooperative may look up: values, welcome, sectors, who does what.
    38 Guide guide,
    /// What a member ticked and read of the guide.
    39 Progress progress,
    /// How a member is doing, for themself alone.
    40 Pulse pulse,
    /// Figures of a calendar year, for those who lead; derived by the relay.
    41 Indicators indicators,
    /// Those of them that everybody may see; derived by the relay.
    42 Figures figures,
    /// The account of the services shared in a calendar year.
    43 Services services,
}

impl Kind {
    /// Whether the relay alone writes documents of this kind.
    #[must_use]
    pub fn is_relays(self) -> bool {
        self.spec().is_some_and(|spec| spec.relayed.is_some())
    }

    /// Whether a document may begin anew without its history, in its next generation.
    #[must_use]
    pub fn begins_anew(self) -> bool {
        let spec = self.spec();
        spec.is_some_and(|spec| spec.relayed.is_some() || !spec.moved.is_empty())
    }

    /// Whether a document is one entry, rather than maps of them.
    #[must_use]
    pub fn is_one_entry(self) -> bool {
        self.spec().is_some_and(|spec| spec.is_one_entry)
    }

    /// Whom a change of a document calls.
    #[must_use]
    pub fn calls(self) -> Calls {
        self.spec().map_or(Calls::Nobody, |spec| spec.calls)
    }

    /// Maps and texts that members may make in one document.
    #[must_use]
    pub fn objects_max(self) -> u32 {
        self.spec().map_or(0, |spec| spec.objects_max)
    }
}
