//! Asks that go to one more beside the coach: the person whom the guide names for their topic, chosen by who asks.

use besace_client::api::{DispatchResult, Intent};
use besace_client::kinds::Wait;
use besace_client::kinds::asked::{AskedAnswer, AskedRequest, AskedWait, SentAskRow};
use besace_client::kinds::coaching_log::{CoachingAnswer, CoachingRequest};
use besace_model::command::{Command, EntryRef};
use besace_model::head::DocHead;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kind::Record;
use besace_model::kinds::coaching_log::{AskTopic, CoachingCommand};
use besace_model::kinds::contact::{ContactChanges, ContactCommand};
use besace_server::coop::{Changes, Decision};
use besace_server::store::people::Status;

use super::accompaniment::goal;
use super::cast::{ALL, Coop, Someone, asked};
use super::support::{ASKED, answers, asks_also, read, with_a_guide};

/// An ask waits for whom it was sent to.
const OF_ME: Wait = Wait::Asked {
    word: AskedWait::OfMe,
};

/// What is asked of somebody, the oldest first.
pub(super) fn of(coop: &mut Coop, who: Someone) -> Vec<SentAskRow> {
    asked!(coop, who, Asked: AskedRequest::AskedOfMe, AskedAnswer::AskedOfMe(rows) => rows)
}

/// The same, by its words.
fn words(coop: &mut Coop, who: Someone) -> Vec<String> {
    of(coop, who).into_iter().map(|row| row.text).collect()
}

fn sends(coop: &mut Coop, phone: usize, id: Ulid, to: Option<MemberId>) {
    let send = CoachingCommand::SendAsk { id, to };
    coop.world.act(phone, Command::CoachingLog(send));
}

/// Anna asks about the law, and sends it to the director too.
fn asks_dominique(coop: &mut Coop, text: &str) -> Ulid {
    let (anna, to) = (coop.anna, Some(coop.dominique.id));
    asks_also(coop, anna, text, Some(AskTopic::Legal), to)
}

/// Whether a word stands anywhere on somebody's phone.
fn holds(coop: &Coop, who: Someone, word: &str) -> bool {
    let mut held = coop.world.phones[who.phone].disk().values();
    held.any(|value| String::from_utf8_lossy(value).contains(word))
}

pub(super) fn an_ask_with_a_topic_reaches_the_assigned_coach_and_the_person_named_for_it_in_the_guide()
 {
    let mut coop = with_a_guide("asked");
    let (anna, ben, camille, dominique) = (coop.anna, coop.ben, coop.camille, coop.dominique);
    let changes = ContactChanges {
        phone: Some("06 01 02 03 04".into()),
        ..ContactChanges::default()
    };
    let contact = ContactCommand::EditContact { changes };
    coop.does(anna, Command::Contact(contact));
    coop.offline(anna);
    asks_dominique(&mut coop, "Un client conteste.");
    coop.online(anna);
    coop.settle();
    assert_eq!(coop.waits_for(camille, ASKED), ["Un client conteste."]);
    assert_eq!(coop.waits_for(dominique, OF_ME), ["Un client conteste."]);
    assert!(coop.waits_for(ben, OF_ME).is_empty());
    coop.offline(dominique);
    let rows = of(&mut coop, dominique);
    let told = (rows[0].name.as_str(), rows[0].topic, rows[0].phone.as_str());
    assert_eq!(told, ("Anna", Some(AskTopic::Legal), "06 01 02 03 04"));
    for reader in [anna, camille] {
        let member = Some(anna.id);
        let request = CoachingRequest::Asks {
            member,
            window: ALL,
        };
        let asks = asked!(coop, reader, CoachingLog: request,
            CoachingAnswer::Asks(page) => page.rows);
        let also = asks[0].also_read_by.as_ref().map(|one| one.name.as_str());
        assert_eq!(also, Some("Dominique"), "both see who reads it");
    }
}

pub(super) fn the_oldest_comes_first_and_whom_one_accompanies_waits_once() {
    let mut coop = with_a_guide("asked-age");
    let (camille, dominique) = (coop.camille, coop.dominique);
    asks_dominique(&mut coop, "La première");
    coop.days_pass(2);
    let (ben, to) = (coop.ben, Some(dominique.id));
    asks_also(&mut coop, ben, "La deuxième", Some(AskTopic::Legal), to);
    coop.settle();
    assert_eq!(words(&mut coop, dominique), ["La première", "La deuxième"]);
    let waits = coop.waits_for(dominique, OF_ME);
    assert_eq!(waits, ["La première", "La deuxième"]);
    let anna = coop.anna;
    asks_also(&mut coop, anna, "La troisième", None, Some(camille.id));
    coop.settle();
    assert!(coop.waits_for(camille, OF_ME).is_empty());
    assert_eq!(coop.waits_for(camille, ASKED).len(), 2);
}

pub(super) fn answered_taken_back_or_removed_it_is_gone_with_its_past() {
    let mut coop = with_a_guide("asked-gone");
    let (anna, ben, dominique) = (coop.anna, coop.ben, coop.dominique);
    let answered = asks_dominique(&mut coop, "mot-un");
    let taken_back = asks_dominique(&mut coop, "mot-deux");
    let removed = asks_dominique(&mut coop, "mot-trois");
    asks_dominique(&mut coop, "mot-quatre");
    coop.settle();
    assert_eq!(of(&mut coop, dominique).len(), 4);
    answers(&mut coop, answered);
    sends(&mut coop, anna.phone, taken_back, None);
    let entry = EntryRef::new(DocHead::coaching_log(anna.id), "asks", removed);
    coop.does(anna, Command::remove(entry, true));
    coop.settle();
    assert_eq!(words(&mut coop, dominique), ["mot-quatre"]);
    for word in ["mot-un", "mot-deux", "mot-trois"] {
        assert!(!holds(&coop, dominique, word), "{word} is still there");
    }
    // It may go to somebody else, or there again; to another it is no longer there.
    sends(&mut coop, anna.phone, taken_back, Some(ben.id));
    coop.settle();
    assert_eq!(words(&mut coop, ben), ["mot-deux"]);
    assert_eq!(words(&mut coop, dominique), ["mot-quatre"]);
}

pub(super) fn it_goes_when_its_member_leaves() {
    let mut coop = with_a_guide("asked-left");
    let (anna, dominique) = (coop.anna, coop.dominique);
    asks_dominique(&mut coop, "mot-parti");
    coop.settle();
    assert!(holds(&coop, dominique, "mot-parti"));
    let changes = Changes {
        status: Some(Status::Left),
        ..Changes::default()
    };
    let member = anna.id;
    coop.world.decide(&Decision::Change { member, changes });
    coop.settle();
    assert!(of(&mut coop, dominique).is_empty());
    assert!(!holds(&coop, dominique, "mot-parti"));
}

pub(super) fn two_devices_that_name_others_send_it_to_nobody_until_its_author_chooses() {
    let mut coop = with_a_guide("asked-twice");
    let (anna, ben, dominique) = (coop.anna, coop.ben, coop.dominique);
    let other = coop.world.phone(anna.id);
    let id = asks_dominique(&mut coop, "À qui ?");
    sends(&mut coop, anna.phone, id, None);
    coop.settle();
    for phone in [anna.phone, other] {
        coop.world.signal(phone, false);
    }
    sends(&mut coop, anna.phone, id, Some(dominique.id));
    sends(&mut coop, other, id, Some(ben.id));
    for phone in [anna.phone, other] {
        coop.world.signal(phone, true);
    }
    coop.settle();
    assert!(of(&mut coop, dominique).is_empty() && of(&mut coop, ben).is_empty());
    let row = read(&mut coop).remove(0);
    assert_eq!(row.also_read_by, None, "said to nobody");
    let conflict = &row.info.conflicts[0];
    assert_eq!(
        (conflict.field.as_str(), conflict.values.len()),
        ("sentTo", 2)
    );
    let settle = Intent::Settle {
        conflict: conflict.id.clone(),
        choice: 0,
    };
    let done = coop.world.intend(anna.phone, settle);
    assert!(
        matches!(done, Some(DispatchResult::Done { .. })),
        "{done:?}"
    );
    coop.settle();
    let asked = of(&mut coop, dominique).len() + of(&mut coop, ben).len();
    assert_eq!(asked, 1, "to the one who was chosen");
}

pub(super) fn nothing_else_of_the_log_goes_with_it_and_nobody_else_reads_it() {
    let mut coop = with_a_guide("asked-alone");
    let (anna, camille, dominique) = (coop.anna, coop.camille, coop.dominique);
    let sent = asks_dominique(&mut coop, "mot-envoye");
    asks_also(&mut coop, anna, "mot-garde", Some(AskTopic::Legal), None);
    let (member, id) = (anna.id, coop.id());
    let goal = goal("mot-objectif");
    let add = CoachingCommand::AddGoal { member, id, goal };
    coop.does(camille, Command::CoachingLog(add));
    coop.settle();
    let words = ["mot-envoye", "mot-garde", "mot-objectif"];
    for who in [anna, camille] {
        assert!(words.iter().all(|word| holds(&coop, who, word)));
    }
    let held = words.map(|word| holds(&coop, dominique, word));
    assert_eq!(held, [true, false, false]);
    for who in [coop.ben, coop.fatou, coop.gael] {
        assert!(!words.iter().any(|word| holds(&coop, who, word)));
    }
    let records = coop.world.phones[dominique.phone].records().into_values();
    let asked: Vec<_> = records
        .filter_map(|record| match record {
            Record::Asked(asked) => Some(asked.asks),
            Record::CoachingLog(log) => panic!("somebody's log: {log:?}"),
            _ => None,
        })
        .flat_map(|asks| asks.keys().copied().collect::<Vec<_>>())
        .collect();
    assert_eq!(asked, [sent]);
    // A coach sends nothing on: what they would send is their own.
    let to = Some(coop.fatou.id);
    let send = Command::CoachingLog(CoachingCommand::SendAsk { id: sent, to });
    coop.is_refused(camille, send);
}
