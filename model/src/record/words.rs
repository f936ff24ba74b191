//! The closed lists of words that stand in documents.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plain::{FromPlain, Reader, ToPlain, Unfit, Writer};

/// A closed list of words.
pub trait Words: Copy + Sized + 'static {
    /// Every word, for rule tables.
    const WORDS: &'static [&'static str];
    /// What a word that this version does not know is read as.
    const OTHERWISE: Self;

    /// The word as it stands in documents.
    fn as_str(self) -> &'static str;

    /// Reads a word; `None` for one this version does not know.
    fn parse(word: &str) -> Option<Self>;
}

/// The word that others are read as: the one that says so, else the first.
macro_rules! otherwise {
    ($list:ident, $otherwise:ident, $($variant:ident),+) => {
        $list::$otherwise
    };
    ($list:ident, , $first:ident $(, $variant:ident)*) => {
        $list::$first
    };
}

/// A word of a closed list, as it stands in documents.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $(otherwise $otherwise:ident)? { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// Every one of them, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every word, for rule tables.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word as it stands in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// Reads a word; `None` for one this version does not know.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Words for $name {
            const WORDS: &'static [&'static str] = Self::WORDS;
            const OTHERWISE: Self = otherwise!(Self, $($otherwise)?, $($variant),+);

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn parse(word: &str) -> Option<Self> {
                Self::parse(word)
            }
        }

        impl ToPlain for $name {
            fn write(&self, out: &mut Writer) {
                out.text(self.as_str());
            }
        }

        impl FromPlain for $name {
            const SHAPE: u64 = String::SHAPE;

            fn read(input: &mut Reader<'_>) -> Result<Self, Unfit> {
                Self::parse(input.text()?).ok_or(Unfit)
            }
        }
    };
}

words! {
    /// Where a member stands on their path through the cooperative.
    Stage {
        /// First contact.
        Prospect = "prospect",
        /// Diagnostic talks.
        Diagnosis = "diagnosis",
        /// Testing under a CAPE.
        Cape = "cape",
        /// Employed entrepreneur (CESA).
        Cesa = "cesa",
        /// Pre-2016 contract.
        CdiEs = "cdi_es",
        /// Left.
        Exited = "exited",
    }
}

words! {
    /// How an expense was paid.
    ExpenseKind {
        /// Paid by the member, to be reimbursed.
        Cash = "cash",
        /// Bought by the cooperative for the activity.
        Purchase = "purchase",
    }
}

words! {
    /// What an expense is for.
    ExpenseCategory otherwise Other {
        /// Meals.
        Meal = "meal",
        /// Train, bus, parking, tolls.
        Travel = "travel",
        /// A night away.
        Lodging = "lodging",
        /// Small equipment and consumables.
        Supplies = "supplies",
        /// Goods and materials for clients' work.
        Materials = "materials",
        /// Telephone and internet.
        Telecom = "telecom",
        /// Software and online services.
        Software = "software",
        /// Training.
        Training = "training",
        /// Advertising and printing.
        Promotion = "promotion",
        /// Rent of a place or a stall.
        Rent = "rent",
        /// Fees and insurance.
        Fees = "fees",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// The vehicle of a trip.
    Vehicle {
        /// Car.
        Car = "car",
        /// Electric car.
        ElectricCar = "electric_car",
        /// Motorcycle or scooter.
        Motorcycle = "motorcycle",
        /// Bicycle.
        Bicycle = "bicycle",
    }
}

words! {
    /// How far a business lead has come.
    LeadStage {
        /// A contact.
        Lead = "lead",
        /// A quote was sent.
        QuoteSent = "quote_sent",
        /// Signed.
        Won = "won",
        /// Lost.
        Lost = "lost",
    }
}

words! {
    /// What a goal is about.
    GoalKind otherwise Personal {
        /// Of the contract.
        Contract = "contract",
        /// Commercial.
        Commercial = "commercial",
        /// Technical.
        Technical = "technical",
        /// Legal.
        Legal = "legal",
        /// Management.
        Management = "management",
        /// Personal.
        Personal = "personal",
    }
}

words! {
    /// Where a goal stands.
    GoalStatus {
        /// Being pursued.
        Open = "open",
        /// Reached.
        Reached = "reached",
        /// Given up.
        Dropped = "dropped",
    }
}

words! {
    /// How a session takes place.
    SessionMode otherwise Office {
        /// At the member's place of work.
        Onsite = "onsite",
        /// At the cooperative.
        Office = "office",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

words! {
    /// What kind of talk a session is.
    SessionType {
        /// Follow-up of the activity.
        FollowUp = "follow_up",
        /// The interview the law asks for twice a year.
        Statutory = "statutory",
        /// First diagnosis.
        Diagnosis = "diagnosis",
        /// Commercial support.
        Commercial = "commercial",
        /// Management and treasury.
        Management = "management",
        /// Legal or contractual support.
        Legal = "legal",
        /// Preparing to become an associate.
        Associate = "associate",
        /// Both say that a session they signed does not count, and why.
        Annulment = "annulment",
    }
}

words! {
    /// Where a session stands. When two people say different things at once, done outranks cancelled, cancelled
    /// outranks planned.
    SessionStatus {
        /// Ahead.
        Planned = "planned",
        /// Held.
        Done = "done",
        /// Called off.
        Cancelled = "cancelled",
    }
}

words! {
    /// Where an action stands.
    ActionStatus {
        /// To do.
        Todo = "todo",
        /// Under way.
        Doing = "doing",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

words! {
    /// How soon an ask wants an answer.
    Urgency otherwise Normal {
        /// When you can.
        Low = "low",
        /// This week.
        Normal = "normal",
        /// Now.
        High = "high",
    }
}

words! {
    /// What an event is.
    EventKind otherwise Other {
        /// Workshop.
        Workshop = "workshop",
        /// Training.
        Training = "training",
        /// Information meeting.
        InfoMeeting = "info_meeting",
        /// Café, lunch, visit.
        Meetup = "meetup",
        /// General assembly.
        Assembly = "assembly",
        /// With or at a partner.
        PartnerEvent = "partner_event",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Whether an event takes place. Cancelled outranks the others.
    EventStatus {
        /// Perhaps.
        Tentative = "tentative",
        /// Yes.
        Confirmed = "confirmed",
        /// No longer.
        Cancelled = "cancelled",
    }
}

words! {
    /// A member's answer (RFC 8984 participation status).
    AnswerStatus {
        /// No answer yet, or the event moved since.
        NeedsAction = "needs-action",
        /// Coming.
        Accepted = "accepted",
        /// Perhaps.
        Tentative = "tentative",
        /// Not coming.
        Declined = "declined",
    }
}

words! {
    /// What the relay decided about a seat.
    SeatStatus {
        /// Has a seat.
        Seated = "seated",
        /// On the waiting list.
        Waitlisted = "waitlisted",
    }
}

words! {
    /// A set of words in a profile.
    ProfileSet {
        /// Trades.
        Trades = "trades",
        /// Skills.
        Skills = "skills",
        /// Languages spoken.
        Languages = "languages",
    }
}
