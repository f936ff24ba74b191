//! Whom the log calls, what each channel is to say of it, and how that ends.

mod calling;
mod channels;

use std::collections::BTreeSet;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Concern;
use besace_model::kinds::coaching_log::{
    AskTopic, CoachingCommand, GoalFields, GoalKind, GoalStatus, Urgency,
};
use besace_model::kinds::ledger::{
    LedgerCommand, ObligationFields, ObligationKind, ObligationOwner,
};

use super::world::*;
use crate::store::channels::{Concerns, Lang, PushCall, PushChannel};

/// Longer than a call waits for more.
const A_WHILE_MS: i64 = 120_000;

/// A channel of a device, by its number.
fn channel(n: u8) -> PushChannel {
    PushChannel {
        endpoint: format!("https://push.example.org/{n}"),
        p256dh: [4; 65],
        auth: [n; 16],
        concerns: Concerns::of(Concern::ALL),
        quiet: None,
        lang: Lang::Fr,
    }
}

fn goal(member: MemberId, n: u8) -> Say {
    let goal = GoalFields {
        title: "Trois devis par mois".into(),
        kind: GoalKind::Commercial,
        target_value: 3,
        unit: "devis".into(),
        due: String::new(),
        status: GoalStatus::Open,
        progress_bp: 0,
    };
    let id = Ulid([n; 16]);
    Say::CoachingLog(CoachingCommand::AddGoal { member, id, goal })
}

fn obligation(member: MemberId, n: u8) -> Say {
    let obligation = ObligationFields {
        kind: ObligationKind::Insurance,
        label: "Attestation décennale".into(),
        due: "2026-12-01".into(),
        owner: ObligationOwner::Member,
        note: String::new(),
    };
    Say::Ledger(LedgerCommand::AddObligation {
        member,
        id: Ulid([n; 16]),
        obligation,
    })
}

impl World {
    /// A phone of each has a channel.
    fn all_listen(&mut self, phones: &[&Phone]) {
        for phone in phones {
            let now = self.tick();
            let n = phone.device.as_bytes()[0];
            self.coop.put_push(now, phone.device, &channel(n)).unwrap();
        }
    }

    /// The phone syncs, and so its member was here.
    fn visit(&mut self, phone: &Phone) {
        let now = self.tick();
        self.coop.glance().is_here(now, phone.device);
    }

    /// What is to be told, a while later.
    fn calls(&mut self) -> Vec<PushCall> {
        self.calls_beside(&BTreeSet::new())
    }

    fn calls_beside(&mut self, live: &BTreeSet<besace_model::ids::DeviceId>) -> Vec<PushCall> {
        self.settle();
        self.now = self.now.plus_ms(A_WHILE_MS);
        let now = self.now;
        while self.coop.hear(now).unwrap() {}
        self.coop.push_calls(now, live).unwrap()
    }

    /// Who is to be told of what.
    fn called(&mut self) -> Vec<(u8, Concern)> {
        let calls = self.calls().into_iter();
        let called = calls.map(|call| (call.member.as_bytes()[0], call.concern));
        called.collect()
    }
}
