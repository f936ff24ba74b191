//! What stood in documents of before, where too many read it: it moves over by itself, and nothing of it is lost.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::Ulid;
use besace_model::kind::{Kind, Record};
use besace_model::kinds::activity::{ActivityCommand, ExpenseCategory, ExpenseFields, ExpenseKind};
use besace_model::kinds::journal::{Journal, JournalCommand};
use besace_model::kinds::{activity, journal};
use besace_model::wire::Verdict;

use super::world::*;
use crate::coop::Coop;
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

#[test]
fn a_journal_leaves_the_activity_with_its_history_and_stays_with_its_owner_and_coaches() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.accepted(&expense(2));
    let mut accountant = before.world.fresh(ACCOUNTANT);
    assert!(accountant.knows(SECRET), "as it was");
    let expected = before
        .anne
        .last(Kind::Activity)
        .map(|(_, doc)| activity::read(doc))
        .unwrap();
    before.world.settle();
    for n in [1, 2] {
        let phone = before.world.fresh(n);
        assert_eq!(lines(&phone).journal, expected.journal, "{n}");
    }
    before.world.sync(&mut accountant, 1 << 16);
    for phone in [accountant, before.world.fresh(ACCOUNTANT)] {
        assert!(!phone.knows(SECRET), "{:?}", phone.heads);
        let (head, doc) = phone.last(Kind::Activity).unwrap();
        assert_eq!(head.generation, 1);
        assert_eq!(activity::read(doc).expenses, expected.expenses);
    }
    before.world.settle();
    let fresh = before.world.fresh(1);
    assert_eq!(
        fresh.last(Kind::Activity).unwrap().0.generation,
        1,
        "once is enough"
    );
}

#[test]
fn a_phone_that_was_away_goes_on_where_its_words_stand_now() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.world.settle();
    // It does not know yet: it is asked to come again, and then told.
    let away = line(3, "écrit au loin");
    let push = before
        .anne
        .commit_at(&before.world, &away, DocHead::activity(member(1), 2026));
    let verdicts = [0, 1].map(|_| {
        let outcome = before.world.push(vec![push.clone()]);
        outcome.verdicts[0][0].verdict.clone()
    });
    assert!(matches!(verdicts[0], Verdict::Retry(_)), "{verdicts:?}");
    assert_eq!(
        verdicts[1],
        Verdict::Refused(ErrorCode::Gone, String::new())
    );
    // An older app makes its command again in the next generation, and the relay carries that over too.
    before.anne = before.world.fresh(1);
    before.anne.device = before.world.enrol(1, 9).device;
    let mut phone = before.world.enrol(1, 10);
    before.world.sync(&mut phone, 1 << 16);
    let (head, _) = phone
        .last(Kind::Activity)
        .map(|(head, doc)| (head.clone(), doc))
        .unwrap();
    let push = phone.commit_at(&before.world, &away, head);
    let outcome = before.world.push(vec![push]);
    assert!(matches!(
        outcome.verdicts[0][0].verdict,
        Verdict::Accepted(_)
    ));
    before.world.settle();
    let mut said: Vec<String> = lines(&before.world.fresh(1))
        .journal
        .values()
        .map(|it| it.text.clone())
        .collect();
    said.sort();
    assert_eq!(said, ["mot-du-journal", "écrit au loin"]);
    // What is written where it stands now stands beside it.
    let verdict = before.world.say(&mut phone, &line(4, "écrit ici"));
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert_eq!(lines(&before.world.fresh(2)).journal.len(), 3);
}

#[test]
fn a_relay_carries_over_what_files_of_before_hold_whatever_interrupts_it() {
    for step in 0..3 {
        let folder =
            std::env::temp_dir().join(format!("besace-moving-{}-{step}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let place = StorePlace::File(folder.join("coop.db"));
        let mut before = Before::at(place.clone());
        before.accepted(&line(1, SECRET));
        before.accepted(&expense(2));
        let coop = &mut before.world.coop;
        // As an earlier version left it.
        coop.store
            .conn()
            .execute_batch("DELETE FROM projection; UPDATE coop SET derived_upto = 0")
            .unwrap();
        let now = before.world.now.plus_ms(60_000);
        if step > 0 {
            let sources = coop.sources_due(now);
            let reader = coop.reader().unwrap().unwrap();
            coop.put_taken(now, reader.take_from(&sources).unwrap())
                .unwrap();
        }
        if step > 1 {
            coop.write_derived(now).unwrap();
        }
        let at = before.world.now;
        drop(std::mem::replace(&mut before.world, World::new()));
        before.world = World::of(Coop::open(place, 1).unwrap(), at);
        before.world.settle();
        assert_eq!(lines(&before.world.fresh(2)).journal.len(), 1, "{step}");
        let accountant = before.world.fresh(ACCOUNTANT);
        assert!(!accountant.knows(SECRET), "{step}");
        let (head, doc) = accountant.last(Kind::Activity).unwrap();
        assert_eq!(
            (head.generation, activity::read(doc).expenses.len()),
            (1, 1)
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn an_activity_that_held_nothing_else_begins_anew_and_is_written_to() {
    let mut before = Before::at(StorePlace::Memory);
    before.accepted(&line(1, SECRET));
    before.world.settle();
    let mut phone = before.world.enrol(1, 9);
    before.world.sync(&mut phone, 1 << 16);
    let (head, doc) = phone.last(Kind::Activity).unwrap();
    assert_eq!(head.generation, 1);
    let said = Record::read(Kind::Activity, doc).unwrap();
    assert_eq!(said, Record::Activity(Default::default()));
    let head = head.clone();
    let push = phone.commit_at(&before.world, &expense(2), head);
    let outcome = before.world.push(vec![push]);
    let verdict = &outcome.verdicts[0][0].verdict;
    assert!(matches!(verdict, Verdict::Accepted(_)), "{verdict:?}");
    assert!(!before.world.fresh(ACCOUNTANT).knows(SECRET));
    before.world.compact_all();
    assert!(!before.world.fresh(ACCOUNTANT).knows(SECRET));
}
