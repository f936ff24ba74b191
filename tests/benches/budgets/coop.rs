//! Cooperatives made offline, through the same decisions, commands, signatures and admission as everywhere, and then
//! served by the relay.

use automerge::{Automerge, ObjId, ReadDoc};
use besace_model::access::Grants;
use besace_model::command::Command as Say;
use besace_model::commit::{Commit, signing_bytes};
use besace_model::files::FileSet;
use besace_model::ids::{DeviceId, DocId, MemberId, Ulid};
use besace_model::kinds::activity::{ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind};
use besace_model::wire::Verdict;
use ed25519_dalek::{Signer, SigningKey};

mod founder;
mod pen;

pub(crate) use founder::{Founder, fresh_folder};
pub(crate) use pen::Pen;

/// A device with its key, and what its member may do.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    /// The member.
    pub(crate) member: MemberId,
    /// The device.
    pub(crate) device: DeviceId,
    /// What the member may do.
    pub(crate) grants: Grants,
    key: SigningKey,
}

impl Device {
    /// Signs anything.
    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(bytes).to_bytes()
    }

    /// Signs a change of a document.
    pub(crate) fn commit(&self, doc: DocId, change: Vec<u8>, hash: [u8; 32]) -> Commit {
        let message = signing_bytes(doc, besace_model::ids::CommitHash(hash));
        Commit {
            device: self.device,
            signature: Some(self.sign(&message)),
            change,
        }
    }
}

/// Stops the bench at anything but an acceptance.
pub(crate) fn assert_accepted(verdict: &Verdict) {
    assert!(
        matches!(verdict, Verdict::Accepted(_)),
        "not accepted: {verdict:?}"
    );
}

/// A ULID that nothing else of the bench has.
pub(crate) fn ulid(number: u64) -> Ulid {
    let mut random = [7; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    Ulid::from_parts(1_790_000_000_000, random)
}

/// A new expense of a year.
pub(crate) fn expense(year: u16, number: u64) -> Say {
    Say::Activity(ActivityCommand::AddExpense {
        id: ulid(number),
        expense: ExpenseFields {
            date: format!("{year:04}-03-{:02}", number % 28 + 1),
            category: ExpenseCategory::Meal,
            label: format!("Déjeuner avec le client {number}"),
            net_cents: 1_000 + number as i64 % 977,
            vat_cents: 100,
            vat_rate_bp: Some(1000),
            kind: ExpenseKind::Cash,
            receipt: None,
            files: FileSet::default(),
        },
    })
}

/// The smallest change there is: one number of a year's forecast.
pub(crate) fn forecast(year: u16, number: u64) -> Say {
    Say::Activity(ActivityCommand::SetForecast {
        month: format!("{year:04}-{:02}", number % 12 + 1),
        cents: 100_000 + number as i64,
    })
}

/// A record of so many changes: a year's activity, a quarter new expenses and the rest single figures and lines.
pub(crate) fn record(year: u16, changes: u64) -> impl Iterator<Item = Say> {
    (0..changes).map(move |number| match number % 4 {
        0 => expense(year, number),
        1 => Say::Activity(ActivityCommand::EditExpense {
            year,
            id: ulid(number - 1),
            changes: besace_model::kinds::activity::ExpenseChanges {
                net_cents: Some(5_000 + number as i64),
                ..Default::default()
            },
        }),
        2 => forecast(year, number),
        _ => Say::Activity(ActivityCommand::EditExpense {
            year,
            id: ulid(number - 3),
            changes: besace_model::kinds::activity::ExpenseChanges {
                label: Some(format!("Relancé la mairie, {number}")),
                ..Default::default()
            },
        }),
    })
}

/// The year of a record by its number: a thousand fit one member.
pub(crate) fn year(number: usize) -> u16 {
    2000 + number as u16
}

fn child(doc: &Automerge, parent: &ObjId, key: &str) -> ObjId {
    doc.get(parent, key)
        .expect("it can be asked")
        .expect("it stands")
        .1
}
