//! The closed lists of words of an activity.

use crate::doc::word::words;

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
    /// Where the receipt of an expense is.
    ReceiptState {
        /// Nobody has it.
        Missing = "missing",
        /// The member has it.
        Kept = "kept",
        /// The cooperative has it.
        HandedIn = "handed_in",
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
