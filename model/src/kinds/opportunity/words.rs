//! The closed lists of words of an opportunity.

use crate::doc::word::words;

words! {
    /// Where an opportunity comes from.
    OpportunitySource otherwise Watch {
        /// The market.
        Market = "market",
        /// A partner.
        Partner = "partner",
        /// A member of the cooperative.
        Member = "member",
        /// Somebody who keeps watch: a newspaper, a network, a law.
        Watch = "watch",
    }
}

words! {
    /// What an opportunity is.
    OpportunityKind otherwise Idea {
        /// A call for tenders or for projects.
        Call = "call",
        /// Something moves in the market.
        Signal = "signal",
        /// Somebody needs what nobody offers yet.
        Need = "need",
        /// An idea.
        Idea = "idea",
        /// Something to try.
        Experiment = "experiment",
    }
}

words! {
    /// How far an opportunity has come.
    OpportunityStatus {
        /// Everyone reads it.
        Published = "published",
        /// It is looked into.
        Studying = "studying",
        /// It will be done.
        Go = "go",
        /// It will not.
        NoGo = "no_go",
        /// Nothing is left to do about it.
        Done = "done",
    }
}

words! {
    /// How far an experiment has come.
    ExperimentStatus {
        /// It has not begun.
        Planned = "planned",
        /// It runs.
        Running = "running",
        /// It was stopped.
        Stopped = "stopped",
        /// It stays.
        Adopted = "adopted",
    }
}

words! {
    /// How far an action about an opportunity has come.
    OpportunityActionStatus {
        /// It is to do.
        Todo = "todo",
        /// It is under way.
        Doing = "doing",
        /// It is done.
        Done = "done",
    }
}

words! {
    /// In which order opportunities are listed.
    OpportunityOrder {
        /// What would change most for the least effort first; what nobody weighed last.
        Ratio = "ratio",
        /// The first to answer by first; what is open last.
        Deadline = "deadline",
        /// The latest first.
        Latest = "latest",
    }
}
