//! People who type for hours on what they saw: their change is made there, whatever came meanwhile.

use automerge::{Automerge, Change, ChangeHash};
use besace_model::access::{Grants, Role};
use besace_model::command::Command;
use besace_model::doc::genesis::Genesis;
use besace_model::doc::writer::Context;
use besace_model::error::ErrorCode;
use besace_model::head::DocHead;
use besace_model::ids::{CommitHash, MemberId, Ulid};
use besace_model::kind::Kind;
use besace_model::kinds;
use besace_model::kinds::activity::{ActivityCommand, ExpenseChanges};
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionChanges, SessionFields, SessionMode, SessionStatus, SessionType,
};
use besace_model::record::FieldValue;
use besace_model::sorted::SortedSet;
use besace_model::wire::{CommitVerdict, DocName, DocUpdate, Verdict};

use super::device::{Device, NOW, Other, accepted, coop, logged, me, update, verdict};
use crate::api::{DispatchResult, Intent};
use crate::kinds::coaching_log::{CoachingAnswer, CoachingRequest, SessionSheet};
use crate::view::{RereadView, View, ViewRequest};

const SESSION: Ulid = Ulid([50; 16]);

fn edit_amount(id: Ulid, cents: i64) -> Command {
    Command::Activity(ActivityCommand::EditExpense {
        year: 2026,
        id,
        changes: ExpenseChanges {
            net_cents: Some(cents),
            ..Default::default()
        },
    })
}

fn points(text: &str) -> Command {
    Command::CoachingLog(CoachingCommand::EditSession {
        member: me(),
        id: SESSION,
        changes: SessionChanges {
            points: Some(text.into()),
            ..Default::default()
        },
    })
}

/// A coach on another phone, with the log of the member who holds the device.
struct Coach {
    doc: Automerge,
    seconds: i64,
}

fn coach() -> MemberId {
    MemberId::from_bytes([8; 16])
}

impl Coach {
    fn new() -> Self {
        Self {
            doc: Genesis::document(Kind::CoachingLog),
            seconds: 0,
        }
    }

    fn make(&mut self, command: &Command) -> Vec<u8> {
        let author = Grants {
            member: coach(),
            roles: SortedSet::from([Role::Coach]),
            coached: SortedSet::from([me()]),
            ..Grants::relay()
        };
        self.seconds += 10;
        let context = Context {
            author: &author,
            now: NOW.plus_ms(self.seconds * 1000),
        };
        kinds::commit(&mut self.doc, command, &context, [77; 16])
            .unwrap()
            .change
    }

    fn log_session(&mut self, text: &str) -> Vec<u8> {
        self.make(&Command::CoachingLog(CoachingCommand::LogSession {
            member: me(),
            id: SESSION,
            session: SessionFields {
                starts_at: "2026-03-02T09:00:00Z".into(),
                minutes: 60,
                mode: SessionMode::Office,
                place: String::new(),
                session_type: SessionType::FollowUp,
                statutory: false,
                topics: Vec::new(),
                status: SessionStatus::Done,
                coaches: vec![coach()],
                objectives: String::new(),
                points: text.into(),
                plan: String::new(),
                member_present: Some(true),
                amends: None,
                eight_points: Vec::new(),
            },
        }))
    }

    fn hear(&mut self, change: Vec<u8>) {
        let change = Change::from_bytes(change).unwrap();
        self.doc.apply_changes([change]).unwrap();
    }
}

fn my_log() -> DocHead {
    DocHead::coaching_log(me())
}

fn log_update(changes: Vec<Vec<u8>>) -> DocUpdate {
    DocUpdate {
        doc: DocName::Head(my_log()),
        ..logged(changes)
    }
}

impl Device {
    fn hear_log(&mut self, place: u8, changes: Vec<Vec<u8>>) {
        let mut news = update(place);
        news.docs = vec![log_update(changes)];
        self.hear(news);
    }

    fn sheet(&self) -> SessionSheet {
        let request = ViewRequest::CoachingLog(CoachingRequest::Session {
            member: None,
            id: SESSION,
        });
        match self.replica.view(&request, self.now) {
            View::CoachingLog(CoachingAnswer::Session(Some(sheet))) => *sheet,
            other => panic!("{other:?}"),
        }
    }

    fn rereads(&self) -> Vec<RereadView> {
        self.sheet().row.info.rereads
    }

    fn save_at(&mut self, command: Command, base: &str) -> DispatchResult {
        self.dispatch(Intent::Do {
            command,
            base: Some(base.to_owned()),
        })
    }

    /// The changes of this phone that the relay has not spoken on.
    fn pending(&self) -> Vec<Vec<u8>> {
        let items = self.replica.outbox.items();
        items.map(|item| item.row.change.clone()).collect()
    }
}

fn is_done(result: &DispatchResult) -> bool {
    matches!(result, DispatchResult::Done { .. })
}

/// A phone with the session as the coach logged it, online.
fn with_session(text: &str) -> (Device, Coach) {
    let mut coach = Coach::new();
    let mut device = Device::new();
    device.connect();
    device.hear_log(1, vec![coach.log_session(text)]);
    (device, coach)
}

#[test]
fn a_draft_from_yesterday_does_not_put_an_old_amount_back_over_a_newer_one() {
    let mut device = Device::new();
    let mut other = Other::new(30);
    let id = Ulid([1; 16]);
    let first = other.make(&super::device::add_expense(id, 4_200));
    device.connect();
    let mut news = update(1);
    news.docs = vec![logged(vec![first])];
    device.hear(news);
    let base = device.expenses()[0].info.base.clone();
    let mut news = update(2);
    news.docs = vec![logged(vec![other.make(&edit_amount(id, 9_900))])];
    device.hear(news);
    // The app was closed meanwhile: the draft is all that is left of yesterday.
    let mut device = device.reopen();
    let result = device.save_at(edit_amount(id, 4_300), &base);
    assert!(is_done(&result), "{result:?}");
    let conflicts = device.expenses()[0].info.conflicts.clone();
    assert_eq!(conflicts.len(), 1, "it becomes a field to check");
    let mut values: Vec<_> = conflicts[0].values.iter().map(|it| &it.value).collect();
    values.sort_by_key(|value| format!("{value:?}"));
    assert_eq!(
        values,
        [&FieldValue::Number(4_300), &FieldValue::Number(9_900)]
    );
    // Settling it is done on what stands.
    let settled = device.dispatch(Intent::Settle {
        conflict: conflicts[0].id.clone(),
        choice: 1,
    });
    assert!(is_done(&settled), "{settled:?}");
    assert_eq!(device.expenses()[0].info.conflicts, []);
}

#[test]
fn a_save_where_nothing_of_the_entry_changed_goes_on_in_one_line_and_one_session() {
    let mut device = Device::new();
    let ids: Vec<Ulid> = (1..=40).map(|number| device.expense(number, 100)).collect();
    let base = device.expenses()[0].info.base.clone();
    for id in &ids {
        assert!(is_done(&device.save_at(edit_amount(*id, 200), &base)));
    }
    let base_now = device.expenses()[0].info.base.clone();
    assert!(!base_now.contains('.'), "one head: {base_now}");
    let actors: SortedSet<Vec<u8>> = actors_of(&device);
    assert_eq!(actors.len(), 1);
}

fn actors_of(device: &Device) -> SortedSet<Vec<u8>> {
    let changes = device.pending().into_iter();
    let changes = changes.map(|change| Change::from_bytes(change).unwrap());
    changes
        .map(|change| change.actor_id().to_bytes().to_vec())
        .collect()
}

#[test]
fn typing_on_stale_forms_all_year_takes_two_writing_sessions() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    for number in 0..60 {
        let base = device.expenses()[0].info.base.clone();
        assert!(is_done(
            &device.save_at(edit_amount(id, 1_000 + number), &base)
        ));
        assert!(is_done(
            &device.save_at(edit_amount(id, 2_000 + number), &base)
        ));
        if number % 20 == 10 {
            device = device.reopen();
        }
    }
    assert!(
        actors_of(&device).len() <= 2,
        "{:?}",
        actors_of(&device).len()
    );
}

#[test]
fn two_sentences_about_one_fact_are_marked_to_read_again() {
    let was = "Le carnet est plein.";
    let (mut device, mut coach) = with_session(was);
    let base = device.sheet().row.info.base;
    let theirs = coach.make(&points(&format!("{was} Hausse de 8 %.")));
    device.hear_log(2, vec![theirs]);
    device.pass(60_000);
    assert_eq!(device.rereads(), []);
    assert!(is_done(
        &device.save_at(points(&format!("{was} On monte de 5 %.")), &base)
    ));
    let marks = device.rereads();
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].field, "points");
    assert!(marks[0].may_settle);
    let said: Vec<_> = marks[0]
        .versions
        .iter()
        .map(|it| (it.mine, &*it.text))
        .collect();
    assert_eq!(
        said,
        [
            (false, "Le carnet est plein. Hausse de 8 %."),
            (true, "Le carnet est plein. On monte de 5 %."),
        ]
    );
    assert_eq!(device.sync().rereads, 1);
    let mut device = device.reopen();
    assert_eq!(device.rereads(), marks, "kept");
    let ours = device.pending();
    // Whoever receives it, from the start or bit by bit, has the same mark.
    for change in &ours {
        coach.hear(change.clone());
    }
    let mut fresh = Device::open(Default::default(), 5);
    fresh.connect();
    let all = coach.doc.get_changes(&[]);
    let all = all.iter().skip(1).map(|change| change.raw_bytes().to_vec());
    fresh.hear_log(1, all.collect());
    assert_eq!(fresh.rereads()[0].versions.len(), 2);
    device.pass(60_000);
    let read = device.dispatch(Intent::Reread {
        reread: marks[0].id.clone(),
    });
    assert!(is_done(&read), "{read:?}");
    assert_eq!(device.rereads(), []);
    assert_eq!(device.sync().rereads, 0);
    fresh.hear_log(2, vec![device.pending().pop().unwrap()]);
    assert_eq!(fresh.rereads(), [], "somebody read it: nobody else has to");
}

#[test]
fn replay_after_a_refusal_keeps_to_the_base() {
    let (mut device, mut coach) = with_session("Le carnet est plein.");
    let refused = device.dispatch(Intent::Do {
        command: Command::CoachingLog(CoachingCommand::AskSupport {
            id: Ulid([51; 16]),
            text: "À l’aide".into(),
            urgency: besace_model::kinds::coaching_log::Urgency::Normal,
        }),
        base: None,
    });
    assert!(is_done(&refused));
    let base = device.sheet().row.info.base;
    assert!(is_done(
        &device.save_at(points("Le mien.\nLe carnet est plein."), &base)
    ));
    let pushed = device.pending();
    let hash = |change: &[u8]| super::device::hash_of(change);
    let theirs = coach.make(&points("Le carnet est plein. Bravo."));
    device.hear_log(2, vec![theirs]);
    let mut news = update(3);
    news.verdicts = vec![CommitVerdict {
        doc: my_log().id(coop()),
        hash: hash(&pushed[0]),
        verdict: Verdict::Refused(ErrorCode::BadValue, String::new()),
    }];
    device.hear(news);
    assert_eq!(device.refused().len(), 1);
    let again = device.pending();
    assert_eq!(again.len(), 1, "made again");
    assert_ne!(hash(&again[0]), hash(&pushed[1]));
    let text = device.sheet().fields.points;
    assert_eq!(text, "Le mien.\nLe carnet est plein. Bravo.");
    let change = Change::from_bytes(again[0].clone()).unwrap();
    let root: Vec<ChangeHash> = vec![coach.doc.get_changes(&[])[1].hash()];
    assert_eq!(change.deps(), root, "at what was seen");
}

#[test]
fn a_base_that_names_ones_own_replayed_change_is_found() {
    let mut device = Device::new();
    device.expense(1, 100);
    let good = device.expense(2, 200);
    device.connect();
    let pushed = device.pushed();
    let base = device.expenses()[0].info.base.clone();
    assert!(base.contains(&pushed[1].to_string()));
    let mut news = update(1);
    let no = Verdict::Refused(ErrorCode::BadValue, String::new());
    news.verdicts = vec![verdict(pushed[0], no)];
    device.hear(news);
    let again = device.pushed()[2];
    assert_ne!(again, pushed[1]);
    let mut news = update(2);
    news.verdicts = vec![accepted(again)];
    device.hear(news);
    let mut device = device.reopen();
    let result = device.save_at(edit_amount(good, 250), &base);
    assert!(is_done(&result), "{result:?}");
    assert_eq!(device.amounts(), [250]);
}

#[test]
fn a_lost_base_is_said_and_nothing_is_written() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    let lost = DispatchResult::rejected(ErrorCode::BaseLost);
    for base in [CommitHash([9; 32]).to_string().as_str(), "no base"] {
        assert_eq!(device.save_at(edit_amount(id, 200), base), lost);
    }
    assert_eq!(device.amounts(), [100]);
    assert_eq!(device.pending().len(), 1);
}

#[test]
fn what_stood_on_changes_that_the_relay_lost_becomes_an_item_with_its_words() {
    let (mut device, mut coach) = with_session("Le carnet est plein.");
    let theirs = coach.make(&points("Le carnet est plein. Bravo."));
    let session = coach.doc.get_changes(&[])[1].raw_bytes().to_vec();
    device.hear_log(2, vec![theirs]);
    let base = device.sheet().row.info.base;
    device.cut();
    assert!(is_done(
        &device.save_at(points("Le carnet est plein. Bravo. Merci."), &base)
    ));
    // The relay comes back from a copy that knows the session alone.
    device.connect();
    let mut news = update(1);
    news.restart = true;
    news.docs = vec![log_update(vec![session])];
    device.hear(news);
    let refused = device.refused();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].code, ErrorCode::BaseLost);
    assert!(refused[0].text.contains("Merci"));
    assert_eq!(device.sheet().fields.points, "Le carnet est plein.");
}

#[test]
fn documents_of_an_earlier_version_say_what_their_records_were_read_from() {
    let mut device = Device::new();
    let id = device.expense(1, 100);
    let base = device.expenses()[0].info.base.clone();
    for ((store, _), row) in &mut device.disk {
        if store == crate::store::DOCS {
            let mut doc: crate::store::DocRow = crate::store::from_cbor(row).unwrap();
            doc.heads.clear();
            *row = crate::store::to_cbor(&doc);
        }
    }
    let mut device = device.reopen();
    assert_eq!(device.expenses()[0].info.base, base);
    assert!(is_done(&device.save_at(edit_amount(id, 200), &base)));
}
