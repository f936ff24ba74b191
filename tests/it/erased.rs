//! A browser erases its database, and with it the device's key: what nobody else has was kept elsewhere, and comes back on the
//! replica of the same member, who joins again.

use std::collections::BTreeMap;

use besace_client::api::{DispatchResult, Intent};
use besace_client::store::{OUTBOX, REFUSED};
use besace_client::view::sync::Carried;
use besace_client::view::{View, ViewRequest};
use besace_client::views::requests::{WholeAnswer, WholeRequest};
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Record;
use besace_model::kinds::journal::JournalCommand;
use besace_model::plain;
use besace_tests::world::World;
use besace_tests::{empty_folder, people};

/// Anna, whom Camille accompanies; each has a phone.
struct Story {
    world: World,
    anna: MemberId,
    camille: MemberId,
    at_anna: usize,
    at_camille: usize,
}

impl Story {
    fn new(name: &str) -> Self {
        let mut world = World::new(1, empty_folder(&format!("erased-{name}")));
        let camille = world.member("Camille", &[Role::Coach]);
        let anna = world.member("Anna", &[Role::Entrepreneur]);
        world.assign(camille, anna);
        let [at_camille, at_anna] = [camille, anna].map(|who| world.phone(who));
        world.settle();
        Self {
            world,
            anna,
            camille,
            at_anna,
            at_camille,
        }
    }

    /// What a phone keeps outside its database, as it is read again from there.
    fn kept(&mut self, phone: usize) -> Vec<Carried> {
        let request = ViewRequest::Whole(WholeRequest::Carried);
        let now = self.world.now;
        let Some(View::Whole(WholeAnswer::Carried(items))) =
            self.world.phones[phone].view(now, &request)
        else {
            panic!("what is kept elsewhere is shown");
        };
        let text = plain::to_json(&items);
        plain::from_json(text.as_bytes()).expect("what was written is read")
    }

    /// The browser erases a phone, and its member joins again.
    fn joins_again(&mut self, phone: usize, member: MemberId) -> usize {
        self.world.kill(phone);
        self.world.phones[phone].restore(BTreeMap::new());
        let again = self.world.phone(member);
        self.world.settle();
        again
    }

    fn takes_up(&mut self, phone: usize, items: &[Carried]) -> DispatchResult {
        let items = items.to_vec();
        let result = self.world.intend(phone, Intent::TakeUp { items });
        result.expect("the app is open")
    }

    fn holds(&self, phone: usize, store: &str) -> usize {
        self.world.phones[phone].count(store)
    }

    /// The texts of Anna's journal on a phone.
    fn journal(&self, phone: usize) -> Vec<String> {
        let records = self.world.phones[phone].records().into_values();
        let mut texts: Vec<String> = records
            .filter_map(|record| match record {
                Record::Journal(journal) => Some(journal),
                _ => None,
            })
            .flat_map(|journal| journal.journal.into_iter())
            .map(|(_, entry)| entry.text)
            .collect();
        texts.sort();
        texts
    }
}

fn id(number: u8) -> Ulid {
    Ulid([number; 16])
}

fn adds(number: u8, text: &str) -> Command {
    Command::Journal(JournalCommand::AddJournalEntry {
        id: id(number),
        date: "2026-03-02".into(),
        text: text.into(),
    })
}

fn edits(number: u8, text: &str) -> Command {
    Command::Journal(JournalCommand::EditJournalEntry {
        year: 2026,
        id: id(number),
        date: None,
        text: Some(text.into()),
    })
}

#[test]
fn what_was_not_sent_is_sent_by_the_replica_that_takes_it_up() {
    let mut story = Story::new("unsent");
    let phone = story.at_anna;
    story.world.act(phone, adds(1, "Marché"));
    story.world.settle();
    story.world.signal(phone, false);
    for command in [
        adds(2, "Deux devis"),
        edits(2, "Trois devis"),
        edits(1, "Marché de Noël"),
        edits(1, "Marché de Noël, complet"),
    ] {
        story.world.act(phone, command);
    }
    let kept = story.kept(phone);
    assert_eq!(kept.len(), 4);
    let again = story.joins_again(phone, story.anna);
    assert_eq!(story.journal(again), ["Marché"]);
    let result = story.takes_up(again, &kept);
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    let all = ["Marché de Noël, complet", "Trois devis"];
    assert_eq!(story.journal(again), all);
    // It stands on the disk, and once only.
    story.world.kill(again);
    story.world.open(again);
    assert_eq!(story.takes_up(again, &kept), DispatchResult::NoChange);
    story.world.settle();
    assert_eq!(
        (story.holds(again, OUTBOX), story.holds(again, REFUSED)),
        (0, 0)
    );
    assert_eq!(story.journal(story.at_camille), all);
    assert_eq!(story.takes_up(again, &kept), DispatchResult::NoChange);
    let coop = story.world.relay.coop().expect("the relay runs");
    story.world.watch.check(coop, &story.world.phones[again..]);
}

#[test]
fn what_the_cooperative_has_after_all_is_not_done_twice() {
    let mut story = Story::new("sent");
    let phone = story.at_anna;
    story.world.signal(phone, false);
    story.world.act(phone, adds(1, "Marché"));
    story.world.act(phone, edits(1, "Marché de Noël"));
    let kept = story.kept(phone);
    story.world.signal(phone, true);
    story.world.settle();
    let again = story.joins_again(phone, story.anna);
    story.world.act(again, edits(1, "Marché de Pâques"));
    assert_eq!(story.takes_up(again, &kept), DispatchResult::NoChange);
    story.world.settle();
    assert_eq!(story.journal(again), ["Marché de Pâques"]);
    assert_eq!(story.holds(again, REFUSED), 0);
}

#[test]
fn what_was_refused_and_what_may_not_be_written_any_more_is_there_to_look_at() {
    let mut story = Story::new("refused");
    let phone = story.at_camille;
    let (anna, camille) = (story.anna, story.camille);
    story.world.signal(phone, false);
    story.world.act(
        phone,
        people::session(anna, camille, id(1), "Vu au marché."),
    );
    story.world.unassign(camille, anna);
    story.world.signal(phone, true);
    story.world.settle();
    assert_eq!(story.holds(phone, REFUSED), 1);
    story.world.assign(camille, anna);
    story.world.settle();
    story.world.signal(phone, false);
    story.world.act(
        phone,
        people::session(anna, camille, id(2), "Vu à l’atelier."),
    );
    let kept = story.kept(phone);
    assert_eq!(kept.len(), 2);
    story.world.unassign(camille, anna);
    let again = story.joins_again(phone, camille);
    story.takes_up(again, &kept);
    story.world.settle();
    assert_eq!(
        (story.holds(again, OUTBOX), story.holds(again, REFUSED)),
        (0, 2)
    );
    for number in [1, 2] {
        assert!(story.world.phones[again].refused_mentions(id(number)));
    }
    assert_eq!(story.takes_up(again, &kept), DispatchResult::NoChange);
}

#[test]
fn what_was_damaged_where_it_was_kept_is_no_reason_to_lose_the_rest() {
    let mut story = Story::new("damaged");
    let phone = story.at_anna;
    story.world.signal(phone, false);
    for number in [1, 2, 3] {
        story
            .world
            .act(phone, adds(number, &format!("Marché {number}")));
    }
    let mut kept = story.kept(phone);
    kept[0].was = "zz".into();
    kept[1].base = Some("zz".into());
    let again = story.joins_again(phone, story.anna);
    story.takes_up(again, &kept);
    story.world.settle();
    assert_eq!(
        story.journal(story.at_camille),
        ["Marché 1", "Marché 2", "Marché 3"]
    );
}
