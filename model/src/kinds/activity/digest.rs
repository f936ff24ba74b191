//! The digest of an expense or a trip: who decides on it says which state of it they read.

use sha2::{Digest, Sha256};

use super::{Expense, Trip};
use crate::ids::CommitHash;

/// The SHA-256, in lower hexadecimal, of what a line says: its fields in the order of their declaration, one on each
/// line of text.
fn digest(fields: &[&str]) -> String {
    CommitHash(Sha256::digest(fields.join("\n")).into()).to_string()
}

impl Expense {
    /// The digest of what it says; its stamps are no part of it, nor is where the receipt is or its picture: handing
    /// it in after the decision changes nothing of what was decided on.
    #[must_use]
    pub fn digest(&self) -> String {
        let rate = self.vat_rate_bp.map(|rate| rate.to_string());
        digest(&[
            &self.date,
            self.category.as_str(),
            &self.label,
            &self.net_cents.to_string(),
            &self.vat_cents.to_string(),
            &rate.unwrap_or_default(),
            self.kind.as_str(),
        ])
    }
}

impl Trip {
    /// The digest of what it says; its stamps are no part of it.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(&[
            &self.date,
            &self.from,
            &self.to,
            &self.metres.to_string(),
            self.vehicle.as_str(),
            &self.purpose,
        ])
    }
}
