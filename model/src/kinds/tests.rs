//! What holds for every command: its right author's change is admitted, nobody else's is, and bad input is named.

use std::collections::{BTreeMap, BTreeSet};

use automerge::Automerge;

use super::change::write;
use super::{Context, Made, apply, coaching_log, commit};
use crate::admission::{DocIndex, Judgement, check_rules};
use crate::command::*;
use crate::error::{ErrorCode, Refusal};
use crate::genesis::Genesis;
use crate::ids::{MemberId, Ulid};
use crate::kind::{DocHead, Grants, Role};
use crate::record::*;
use crate::time::Timestamp;

/// A Thursday in March 2026.
pub(super) const NOW: Timestamp = Timestamp(1_772_700_000_000);

pub(super) fn ulid(number: u8) -> Ulid {
    Ulid::from_parts(1_772_000_000_000, [number; 10])
}

pub(super) fn person(number: u8) -> MemberId {
    MemberId(ulid(number))
}

pub(super) const MEMBER: u8 = 1;
pub(super) const COACH: u8 = 2;
pub(super) const STRANGER: u8 = 9;

pub(super) fn grants(number: u8) -> Grants {
    let role = match number {
        COACH => Role::Coach,
        _ => Role::Entrepreneur,
    };
    Grants {
        member: person(number),
        roles: BTreeSet::from([role]),
        coached: match number {
            COACH => BTreeSet::from([person(MEMBER)]),
            _ => BTreeSet::new(),
        },
        facilitates: BTreeSet::new(),
    }
}

pub(super) fn actor(person: u8, session: u8) -> [u8; 16] {
    let mut actor = [person; 16];
    actor[15] = session;
    actor
}

/// Does a command as a person on one device, at `NOW` plus so many seconds.
pub(super) fn act_at(
    doc: &mut Automerge,
    by: u8,
    seconds: i64,
    command: &Command,
) -> Result<Made, CommandError> {
    let context = Context {
        author: &grants(by),
        now: NOW.plus_ms(seconds * 1000),
    };
    commit(doc, command, &context, actor(by, 0))
}

pub(super) fn act(doc: &mut Automerge, by: u8, command: &Command) -> Result<Made, CommandError> {
    act_at(doc, by, 0, command)
}

/// A second phone with the same document.
pub(super) fn other_phone(doc: &Automerge) -> Automerge {
    doc.fork()
}

/// Brings one phone's changes to another.
pub(super) fn hear(doc: &mut Automerge, from: &Automerge) {
    doc.merge(&mut from.clone()).unwrap();
}

pub(super) fn expense() -> ExpenseFields {
    ExpenseFields {
        date: "2026-03-05".into(),
        category: ExpenseCategory::Meal,
        label: "Déjeuner à Besançon".into(),
        net_cents: 1_850,
        vat_cents: 185,
        vat_rate_bp: 1_000,
        kind: ExpenseKind::Cash,
    }
}

pub(super) fn session() -> SessionFields {
    SessionFields {
        starts_at: "2026-03-05T09:00:00Z".into(),
        minutes: 75,
        mode: SessionMode::Office,
        place: "Salle du haut".into(),
        session_type: SessionType::Statutory,
        statutory: true,
        topics: vec!["prix".into(), "trésorerie".into()],
        status: SessionStatus::Done,
        coaches: vec![person(COACH)],
        objectives: "Faire le point".into(),
        points: "Le carnet de commandes est plein.\nLes prix sont trop bas.".into(),
        plan: "Revoir la grille de prix".into(),
        eight_points: (1..=8)
            .map(|n| format!("Point {n} : vu ensemble"))
            .collect(),
        member_present: Some(true),
        amends: None,
    }
}

pub(super) fn event() -> EventFields {
    EventFields {
        title: "Café des prix".into(),
        kind: EventKind::Workshop,
        description: "On compare nos devis.".into(),
        slots: vec![slot("2026-04-02T08:00:00Z", "2026-04-02T10:00:00Z")],
        branch: "Vallée".into(),
        capacity: 12,
        signup_open: true,
        status: EventStatus::Confirmed,
    }
}

pub(super) fn slot(start: &str, end: &str) -> SlotFields {
    SlotFields {
        id: ulid(70),
        start: start.into(),
        end: end.into(),
        place: "Atelier".into(),
    }
}

pub(super) fn answer(status: AnswerStatus, for_sequence: i64) -> Command {
    Command::AnswerEvent {
        event: ulid(60),
        answer: AnswerFields {
            status,
            comment: "J’apporte le café".into(),
            carpool_seats: 3,
            carpool_from: "Ornans".into(),
            diet: String::new(),
            for_sequence,
        },
    }
}

fn trip() -> TripFields {
    TripFields {
        date: "2026-03-05".into(),
        from: "Ornans".into(),
        to: "Besançon".into(),
        metres: 26_000,
        vehicle: Vehicle::ElectricCar,
        purpose: String::new(),
    }
}

fn lead() -> LeadFields {
    LeadFields {
        title: "Mobilier de la médiathèque".into(),
        contact: "Mme Œuvrard".into(),
        amount_cents: 480_000,
        stage: LeadStage::QuoteSent,
        next_step: "Rappeler".into(),
        due: "2026-03-20".into(),
    }
}

fn goal() -> GoalFields {
    GoalFields {
        title: "Trois devis par mois".into(),
        kind: GoalKind::Commercial,
        target_value: 3,
        unit: "devis".into(),
        due: String::new(),
        status: GoalStatus::Open,
        progress_bp: 2_500,
    }
}

fn action() -> ActionFields {
    ActionFields {
        text: "Relancer la mairie".into(),
        due: "2026-03-12".into(),
        status: ActionStatus::Todo,
        owner: Some(person(MEMBER)),
        session: Some(ulid(20)),
        goal: None,
    }
}

/// Every command with someone who may give it, in an order in which each finds what it needs.
fn every_command() -> Vec<(u8, Command)> {
    let (member, year) = (person(MEMBER), 2026);
    let date = || "2026-03-05".to_owned();
    let mut commands = vec![
        (
            MEMBER,
            Command::AddJournalEntry {
                id: ulid(10),
                date: date(),
                text: "Marché\nde Noël".into(),
            },
        ),
        (
            MEMBER,
            Command::EditJournalEntry {
                year,
                id: ulid(10),
                date: None,
                text: Some("Marché de Pâques".into()),
            },
        ),
        (
            MEMBER,
            Command::AddExpense {
                id: ulid(11),
                expense: expense(),
            },
        ),
        (
            MEMBER,
            Command::EditExpense {
                year,
                id: ulid(11),
                changes: ExpenseChanges {
                    net_cents: Some(2_000),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::AddTrip {
                id: ulid(12),
                trip: trip(),
            },
        ),
        (
            MEMBER,
            Command::EditTrip {
                year,
                id: ulid(12),
                changes: TripChanges {
                    metres: Some(27_000),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::AddLead {
                year,
                id: ulid(13),
                lead: lead(),
            },
        ),
        (
            MEMBER,
            Command::EditLead {
                year,
                id: ulid(13),
                changes: LeadChanges {
                    due: Some(String::new()),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::SetForecast {
                month: "2026-04".into(),
                cents: 250_000,
            },
        ),
        (
            COACH,
            Command::LogSession {
                member,
                id: ulid(20),
                session: session(),
            },
        ),
        (
            MEMBER,
            Command::EditSession {
                member,
                id: ulid(20),
                changes: SessionChanges {
                    points: Some("Tout va bien.".into()),
                    amends: Some(None),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::PrepareSession {
                id: ulid(20),
                text: "Mes questions".into(),
            },
        ),
        (
            COACH,
            Command::SignSession {
                member,
                id: ulid(20),
                signer: member,
            },
        ),
        (
            COACH,
            Command::SignSession {
                member,
                id: ulid(20),
                signer: person(COACH),
            },
        ),
        (
            MEMBER,
            Command::ContestSignature {
                member,
                id: ulid(20),
            },
        ),
        (
            MEMBER,
            Command::RateSession {
                id: ulid(20),
                score: 5,
                text: "Utile".into(),
            },
        ),
        (
            MEMBER,
            Command::AddGoal {
                member,
                id: ulid(21),
                goal: goal(),
            },
        ),
        (
            COACH,
            Command::EditGoal {
                member,
                id: ulid(21),
                changes: GoalChanges {
                    progress_bp: Some(5_000),
                    ..Default::default()
                },
            },
        ),
        (
            COACH,
            Command::AddAction {
                member,
                id: ulid(22),
                action: action(),
            },
        ),
        (
            MEMBER,
            Command::EditAction {
                member,
                id: ulid(22),
                changes: ActionChanges {
                    owner: Some(None),
                    status: Some(ActionStatus::Done),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::AskSupport {
                id: ulid(23),
                text: "Un impayé, que faire ?".into(),
                urgency: Urgency::High,
            },
        ),
        (
            COACH,
            Command::AnswerAsk {
                member,
                id: ulid(23),
                answer: "Appelle-moi.".into(),
            },
        ),
        (
            COACH,
            Command::AddNote {
                member,
                id: ulid(30),
                text: "Rester factuel".into(),
            },
        ),
        (
            COACH,
            Command::EditNote {
                member,
                id: ulid(30),
                text: "Rester factuel et bref".into(),
            },
        ),
        (
            COACH,
            Command::SetNextTime {
                member,
                text: "Demander des nouvelles".into(),
            },
        ),
        (
            COACH,
            Command::CreateEvent {
                id: ulid(60),
                event: event(),
            },
        ),
        (
            COACH,
            Command::EditEvent {
                id: ulid(60),
                changes: EventChanges {
                    slots: Some(vec![slot("2026-04-03T08:00:00Z", "2026-04-03T10:00:00Z")]),
                    ..Default::default()
                },
            },
        ),
        (MEMBER, answer(AnswerStatus::Accepted, 1)),
        (
            MEMBER,
            Command::EditProfile {
                changes: ProfileChanges {
                    display_name: Some("Élodie Œuvrard".into()),
                    offers: Some("Coup de main\nen menuiserie".into()),
                    contact_visible: Some(true),
                    ..Default::default()
                },
            },
        ),
        (
            MEMBER,
            Command::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: true,
            },
        ),
        (
            MEMBER,
            Command::SetProfileTag {
                set: ProfileSet::Skills,
                tag: "Ébénisterie".into(),
                present: false,
            },
        ),
    ];
    let entries = [
        EntryRef::Journal { year, id: ulid(10) },
        EntryRef::Expense { year, id: ulid(11) },
        EntryRef::Trip { year, id: ulid(12) },
        EntryRef::Lead { year, id: ulid(13) },
        EntryRef::Session {
            member,
            id: ulid(20),
        },
        EntryRef::Goal {
            member,
            id: ulid(21),
        },
        EntryRef::Action {
            member,
            id: ulid(22),
        },
        EntryRef::Ask { id: ulid(23) },
        EntryRef::Note {
            member,
            id: ulid(30),
        },
    ];
    for entry in entries {
        let by = if matches!(entry, EntryRef::Note { .. }) {
            COACH
        } else {
            MEMBER
        };
        for removed in [true, false] {
            commands.push((
                by,
                Command::Remove {
                    entry: entry.clone(),
                    removed,
                },
            ));
        }
    }
    commands
}

#[test]
fn every_command_is_admitted_from_its_author_and_refused_from_another() {
    let mut docs: Vec<(DocHead, Automerge, DocIndex)> = Vec::new();
    for (seconds, (by, command)) in every_command().into_iter().enumerate() {
        let head = command.target(person(by));
        assert!(head.is_well_formed(), "{command:?}");
        let place = docs.iter().position(|(known, ..)| *known == head);
        let place = place.unwrap_or_else(|| {
            let doc = Genesis::document(head.kind);
            docs.push((head.clone(), doc, DocIndex::new(head.clone())));
            docs.len() - 1
        });
        let (_, doc, index) = &mut docs[place];
        let made = act_at(doc, by, seconds as i64, &command)
            .unwrap_or_else(|e| panic!("{command:?}: {e}"));
        assert_eq!(made.change[8], 1, "a plain, uncompressed change chunk");
        assert_refused(index, STRANGER, &made, &command);
        if person(by) != head.owner {
            assert_refused(index, by, &made, &command);
        }
        match check_rules(index, &grants(by), &made.change) {
            Judgement::Accept(accepted) => index.record(&accepted).unwrap(),
            other => panic!("{command:?}: {other:?}"),
        }
        let again = act_at(doc, by, seconds as i64, &command);
        assert_eq!(again, Err(CommandError::NoChange), "{command:?}");
    }
    assert_eq!(docs.len(), 6);
}

/// Someone without role and without assignment gets nothing through admission.
fn assert_refused(index: &DocIndex, by: u8, made: &Made, command: &Command) {
    let powerless = Grants {
        member: person(by),
        roles: BTreeSet::new(),
        coached: BTreeSet::new(),
        facilitates: BTreeSet::new(),
    };
    match check_rules(index, &powerless, &made.change) {
        Judgement::Refuse(Refusal {
            code: ErrorCode::Forbidden | ErrorCode::BadAuthor,
            ..
        }) => {}
        other => panic!("{command:?}: {other:?}"),
    }
}

#[test]
fn a_stranger_is_told_before_anything_is_made() {
    let mut docs: BTreeMap<DocHead, Automerge> = BTreeMap::new();
    for (by, command) in every_command() {
        let head = command.target(person(by));
        let doc = docs
            .entry(head.clone())
            .or_insert_with(|| Genesis::document(head.kind));
        let before = doc.get_heads();
        let context = Context {
            author: &grants(STRANGER),
            now: NOW,
        };
        let mut session = coaching_log::read(doc).sessions.remove(&ulid(20));
        if let Command::SignSession { .. } = command {
            assert!(session.is_some());
        }
        let done = write(doc, &head, &context, actor(STRANGER, 0), |writer| {
            writer.signed = session.take();
            apply(&command, writer)
        });
        let contests = matches!(command, Command::ContestSignature { .. });
        match done {
            Err(CommandError::Forbidden(_)) => {}
            Err(CommandError::NoSuchEntry) if contests => {}
            other => panic!("{command:?}: {other:?}"),
        }
        assert_eq!(doc.get_heads(), before, "nothing was made");
        act(doc, by, &command).unwrap_or_else(|error| panic!("{command:?}: {error}"));
    }
}

/// What a command says is wrong, when it is given on documents where every command before it was done.
fn complaint(by: u8, command: &Command) -> CommandError {
    let head = command.target(person(by));
    let mut doc = Genesis::document(head.kind);
    for (author, earlier) in every_command() {
        let is_removal = matches!(earlier, Command::Remove { .. });
        if earlier.target(person(author)) == head && !is_removal {
            act(&mut doc, author, &earlier).unwrap();
        }
    }
    act(&mut doc, by, command).expect_err("bad input is refused")
}

fn assert_invalid(by: u8, command: Command, path: &str) {
    assert_eq!(
        complaint(by, &command),
        CommandError::Invalid(path.to_owned()),
        "{command:?}"
    );
}

#[test]
fn bad_activity_input_is_named() {
    let add = |change: fn(&mut ExpenseFields)| {
        let mut expense = expense();
        change(&mut expense);
        Command::AddExpense {
            id: ulid(40),
            expense,
        }
    };
    let at = |key| format!("expenses/{}/{key}", ulid(40));
    assert_invalid(MEMBER, add(|e| e.net_cents = i64::MAX), &at("net_cents"));
    assert_invalid(MEMBER, add(|e| e.vat_rate_bp = 10_001), &at("vat_rate_bp"));
    assert_invalid(MEMBER, add(|e| e.label = " \n ".into()), &at("label"));
    assert_invalid(MEMBER, add(|e| e.label = "x".repeat(500)), &at("label"));
    assert_invalid(
        MEMBER,
        add(|e| e.label = "payé\u{202e}".into()),
        &at("label"),
    );
    assert_invalid(MEMBER, add(|e| e.date = "2026-02-30".into()), &at("date"));
    let elsewhere = ExpenseChanges {
        date: Some("2027-01-01".into()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::EditExpense {
            year: 2026,
            id: ulid(11),
            changes: elsewhere,
        },
        &format!("expenses/{}/date", ulid(11)),
    );
    let mut trip = trip();
    trip.metres = 0;
    assert_invalid(
        MEMBER,
        Command::AddTrip { id: ulid(40), trip },
        &format!("mileage/{}/metres", ulid(40)),
    );
    let mut lead = lead();
    lead.due = "demain".into();
    assert_invalid(
        MEMBER,
        Command::AddLead {
            year: 2026,
            id: ulid(40),
            lead,
        },
        &format!("pipeline/{}/due", ulid(40)),
    );
    assert_invalid(
        MEMBER,
        Command::SetForecast {
            month: "2026-4".into(),
            cents: 1,
        },
        "forecast/2026-4",
    );
    assert_invalid(
        MEMBER,
        Command::SetForecast {
            month: "2026-04".into(),
            cents: -1,
        },
        "forecast/2026-04",
    );
    let empty = Command::AddJournalEntry {
        id: ulid(40),
        date: "2026-03-05".into(),
        text: " ".into(),
    };
    assert_invalid(MEMBER, empty, &format!("journal/{}/text", ulid(40)));
    let unknown = Command::EditExpense {
        year: 2026,
        id: ulid(41),
        changes: Default::default(),
    };
    assert_eq!(complaint(MEMBER, &unknown), CommandError::NoSuchEntry);
}

#[test]
fn bad_coaching_input_is_named() {
    let member = person(MEMBER);
    let log = |change: fn(&mut SessionFields)| {
        let mut session = session();
        change(&mut session);
        Command::LogSession {
            member,
            id: ulid(40),
            session,
        }
    };
    let at = |key| format!("sessions/{}/{key}", ulid(40));
    assert_invalid(
        COACH,
        log(|s| s.starts_at = "2026-03-05 09:00".into()),
        &at("starts_at"),
    );
    assert_invalid(COACH, log(|s| s.minutes = 0), &at("minutes"));
    assert_invalid(COACH, log(|s| drop(s.eight_points.pop())), &at("eight"));
    assert_invalid(COACH, log(|s| s.statutory = false), &at("eight"));
    assert_invalid(COACH, log(|s| s.topics.push(" ".into())), &at("topics/"));
    assert_invalid(COACH, log(|s| s.plan = "\u{7}".into()), &at("plan"));
    assert_invalid(COACH, log(|s| s.plan = "x".repeat(70_000)), &at("plan"));
    assert_eq!(
        complaint(COACH, &log(|s| s.plan = "x".repeat(60_000))),
        CommandError::TooBig
    );
    let unsay = SessionChanges {
        status: Some(SessionStatus::Planned),
        ..Default::default()
    };
    assert_invalid(
        COACH,
        Command::EditSession {
            member,
            id: ulid(20),
            changes: unsay,
        },
        &format!("sessions/{}/status", ulid(20)),
    );
    assert_invalid(
        MEMBER,
        Command::RateSession {
            id: ulid(20),
            score: 6,
            text: String::new(),
        },
        &format!("feedback/{}/score", ulid(20)),
    );
    let mut goal = goal();
    goal.progress_bp = 10_001;
    assert_invalid(
        COACH,
        Command::AddGoal {
            member,
            id: ulid(40),
            goal,
        },
        &format!("goals/{}/progress_bp", ulid(40)),
    );
    let mut action = action();
    action.text = String::new();
    assert_invalid(
        COACH,
        Command::AddAction {
            member,
            id: ulid(40),
            action,
        },
        &format!("actions/{}/text", ulid(40)),
    );
    let note = Command::AddNote {
        member,
        id: ulid(40),
        text: String::new(),
    };
    assert_invalid(COACH, note, &format!("notes/{}/text", ulid(40)));
    let answer = Command::AnswerAsk {
        member,
        id: ulid(23),
        answer: "Moi-même".into(),
    };
    let path = format!("asks/{}/answer", ulid(23));
    assert_eq!(complaint(MEMBER, &answer), CommandError::Forbidden(path));
}

#[test]
fn bad_event_and_profile_input_is_named() {
    let edit = |slots| Command::EditEvent {
        id: ulid(60),
        changes: EventChanges {
            slots: Some(slots),
            ..Default::default()
        },
    };
    let backwards = slot("2026-04-02T10:00:00Z", "2026-04-02T08:00:00Z");
    assert_invalid(
        COACH,
        edit(vec![backwards]),
        &format!("slots/{}/end", ulid(70)),
    );
    assert_invalid(COACH, edit(vec![]), "slots");
    let twice = slot("2026-04-02T08:00:00Z", "2026-04-02T10:00:00Z");
    assert_invalid(COACH, edit(vec![twice.clone(), twice]), "slots");
    let full = EventChanges {
        capacity: Some(-1),
        ..Default::default()
    };
    assert_invalid(
        COACH,
        Command::EditEvent {
            id: ulid(60),
            changes: full,
        },
        "event/capacity",
    );
    assert_invalid(
        MEMBER,
        answer(AnswerStatus::Accepted, -1),
        &format!("answers/{}/for_sequence", ulid(60)),
    );
    let nameless = ProfileChanges {
        display_name: Some(String::new()),
        ..Default::default()
    };
    assert_invalid(
        MEMBER,
        Command::EditProfile { changes: nameless },
        "profile/display_name",
    );
    for (tag, path) in [
        (" ", "skills/".to_owned()),
        ("\u{202e}", "skills/\u{202e}".to_owned()),
    ] {
        let tag = Command::SetProfileTag {
            set: ProfileSet::Skills,
            tag: tag.into(),
            present: true,
        };
        assert_invalid(MEMBER, tag, &path);
    }
}

#[test]
fn a_cleared_field_survives_json_and_an_unsaid_one_stays_unsaid() {
    let changes = ActionChanges {
        owner: Some(None),
        ..Default::default()
    };
    let json = serde_json::to_string(&changes).unwrap();
    assert_eq!(json, r#"{"owner":null}"#);
    assert_eq!(
        serde_json::from_str::<ActionChanges>(&json).unwrap(),
        changes
    );
    assert_eq!(
        serde_json::from_str::<ActionChanges>("{}").unwrap(),
        ActionChanges::default()
    );
}

#[test]
fn types_for_the_app_can_be_written() {
    use ts_rs::TS;
    let config = ts_rs::Config::new().with_large_int("number");
    assert!(
        Command::decl(&config).contains("AddExpense")
            || Command::decl(&config).contains("addExpense")
    );
    let changes = ActionChanges::decl(&config);
    assert!(changes.contains("owner?: MemberId | null"), "{changes}");
    for text in [
        Directory::decl(&config),
        CoachingLog::decl(&config),
        Session::decl(&config),
        Roster::decl(&config),
    ] {
        assert!(!text.contains("bigint"), "{text}");
    }
}
