//! What the relay says, and what it was sent.

use besace_model::admission::commit_hash;
use besace_model::ids::CommitHash;
use besace_model::wire::{
    self, CommitVerdict, Cursor, DocName, DocUpdate, Hello, Logged, Receipt, ToPhone, ToRelay,
    Update, Verdict,
};

use super::{Device, NOW, coop, my_activity};
use crate::api::Event;

impl Device {
    /// The relay speaks.
    pub(in crate::replica::tests) fn hear(&mut self, update: Update) {
        let bytes = wire::encode(&ToPhone::Update(update));
        self.handle(Event::Frame { bytes });
    }

    /// The last hello.
    pub(in crate::replica::tests) fn hello(&self) -> &Hello {
        let hello = self.sent.iter().rev().find_map(|frame| match frame {
            ToRelay::Hello(hello) => Some(hello),
            _ => None,
        });
        hello.unwrap()
    }

    /// The hashes pushed since the last hello, it included, in order.
    pub(in crate::replica::tests) fn pushed(&self) -> Vec<CommitHash> {
        let from = self
            .sent
            .iter()
            .rposition(|frame| matches!(frame, ToRelay::Hello(_)))
            .unwrap();
        commits_of(&self.sent[from..])
    }

    /// The hashes ever pushed, in order.
    pub(in crate::replica::tests) fn ever_pushed(&self) -> Vec<CommitHash> {
        commits_of(&self.sent)
    }
}

fn commits_of(frames: &[ToRelay]) -> Vec<CommitHash> {
    frames
        .iter()
        .flat_map(|frame| match frame {
            ToRelay::Hello(hello) => hello.pushes.clone(),
            ToRelay::Push(pushes) => pushes.clone(),
            _ => Vec::new(),
        })
        .flat_map(|push| push.commits)
        .map(|commit| hash_of(&commit.change))
        .collect()
}

pub(in crate::replica::tests) fn hash_of(change: &[u8]) -> CommitHash {
    commit_hash(change)
}

/// An update at the relay's clock, with nothing in it.
pub(in crate::replica::tests) fn update(place: u8) -> Update {
    Update {
        now: NOW.plus_ms(5_000),
        cursor: Some(Cursor(vec![place])),
        ..Update::default()
    }
}

pub(in crate::replica::tests) fn verdict(hash: CommitHash, verdict: Verdict) -> CommitVerdict {
    CommitVerdict {
        doc: my_activity().id(coop()),
        hash,
        verdict,
    }
}

pub(in crate::replica::tests) fn accepted(hash: CommitHash) -> CommitVerdict {
    let at = NOW.plus_ms(4_000);
    verdict(hash, Verdict::Accepted(Receipt { seq: 1, at }))
}

pub(in crate::replica::tests) fn logged(changes: Vec<Vec<u8>>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(my_activity()),
        piece: None,
        changes: changes
            .into_iter()
            .map(|change| Logged {
                age_ms: 1_000,
                change,
            })
            .collect(),
    }
}
