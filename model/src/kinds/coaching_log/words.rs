//! The closed lists of words of a coaching log.

use crate::doc::word::words;

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
    /// What an ask is about, so that the guide can name who answers for it.
    AskTopic otherwise Other {
        /// Craft and technique.
        Technical = "technical",
        /// Finding and keeping clients.
        Commercial = "commercial",
        /// Law and contracts with clients.
        Legal = "legal",
        /// Prices, treasury, accounts.
        Management = "management",
        /// Pay, contract, leave, health.
        Social = "social",
        /// Insurance.
        Insurance = "insurance",
        /// Communication.
        Communication = "communication",
        /// Training.
        Training = "training",
        /// Tools and software.
        Tools = "tools",
        /// How one is doing.
        Wellbeing = "wellbeing",
        /// Anything else.
        Other = "other",
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
