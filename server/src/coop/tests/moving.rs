//! What stood in documents of before, where too many read it: it moves over by itself, and nothing of it is lost.

mod phones;
mod relay;

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::files::FileSet;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::Kind;
use besace_model::kinds::activity::{ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind};
use besace_model::kinds::journal::{self, Journal, JournalCommand};
use besace_model::wire::Verdict;

use super::world::*;
use crate::store::StorePlace;

const SECRET: &str = "mot-du-journal";
const ACCOUNTANT: u8 = 3;

fn line(n: u8, text: &str) -> Say {
    Say::Journal(JournalCommand::AddJournalEntry {
        id: Ulid([n; 16]),
        date: "2026-12-01".into(),
        text: text.into(),
    })
}

fn expense(n: u8) -> Say {
    Say::Activity(ActivityCommand::AddExpense {
        id: Ulid([n; 16]),
        expense: ExpenseFields {
            date: "2026-12-02".into(),
            category: ExpenseCategory::Supplies,
            label: "Planches".into(),
            net_cents: 10_000,
            vat_cents: 2_000,
            vat_rate_bp: Some(2_000),
            kind: ExpenseKind::Cash,
            receipt: None,
            files: FileSet::default(),
        },
    })
}

/// An entrepreneur who writes as earlier versions did, their coach, and finance.
struct Before {
    world: World,
    anne: Phone,
}

impl Before {
    fn at(place: StorePlace) -> Self {
        let mut world = World::at(place);
        let anne = world.join(1, &[Role::Entrepreneur]);
        world.join(2, &[Role::Coach]);
        world.join(ACCOUNTANT, &[Role::Finance]);
        world.assign(2, 1);
        Self { world, anne }
    }

    /// Writes in the activity, where the journal stood.
    fn write(&mut self, say: &Say) -> Verdict {
        let head = DocHead::activity(member(1), 2026);
        let push = self.anne.commit_at(&self.world, say, head);
        let outcome = self.world.push(vec![push]);
        outcome.verdicts[0][0].verdict.clone()
    }

    fn accepted(&mut self, say: &Say) {
        let verdict = self.write(say);
        assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    }
}

fn lines(phone: &Phone) -> Journal {
    let held = phone.last(Kind::Journal);
    held.map(|(_, doc)| journal::read(doc)).unwrap_or_default()
}
