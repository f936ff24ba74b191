//! Whom changes of each kind call.

use besace_model::kinds::assembly::{AssemblyCommand, AssemblyFields};
use besace_model::kinds::consultation::{
    ConsultationCommand, ConsultationFields, ConsultationStatus, Electorate, Method, OptionFields,
};
use besace_model::kinds::rsvp::AnswerStatus;
use besace_model::kinds::team_board::{CoverFields, TeamBoardCommand};

use super::*;

#[test]
fn a_coach_who_writes_calls_the_member_and_a_member_who_writes_their_coaches() {
    let mut world = World::new();
    let mut member = world.join(1, &[Role::Entrepreneur]);
    let mut coach = world.join(2, &[Role::Coach]);
    let other = world.join(3, &[Role::Coach]);
    world.assign(2, 1);
    world.all_listen(&[&member, &coach, &other]);
    world.say(&mut coach, &goal(member.member, 1));
    assert_eq!(world.called(), [(1, Concern::Coaching)]);
    world.visit(&member);
    let own = goal(member.member, 2);
    world.say(&mut member, &own);
    assert_eq!(world.called(), [(2, Concern::Coaching)]);
    world.visit(&coach);
    assert_eq!(world.called(), [], "nobody is called twice");
    world.unassign(2, 1);
    world.assign(3, 1);
    let own = goal(member.member, 3);
    world.say(&mut member, &own);
    assert_eq!(world.called(), [(3, Concern::Coaching)], "not who was");
}

#[test]
fn who_stands_in_for_an_absent_coach_is_called_too() {
    let mut world = World::new();
    let mut member = world.join(1, &[Role::Entrepreneur]);
    let mut away = world.join(2, &[Role::Coach]);
    let stands_in = world.join(3, &[Role::Coach]);
    world.assign(2, 1);
    let day = |ms| world.now.plus_ms(ms).local_date();
    let cover = CoverFields {
        away: Some(away.member),
        from: day(0),
        until: day(3 * 86_400_000),
        backup: Some(stands_in.member),
        note: String::new(),
    };
    let id = Ulid([9; 16]);
    let said = Say::TeamBoard(TeamBoardCommand::AddCover { id, cover });
    world.say(&mut away, &said);
    let now = world.tick();
    world.coop.turn_covers(now).unwrap();
    world.all_listen(&[&stands_in]);
    let own = goal(member.member, 1);
    world.say(&mut member, &own);
    assert_eq!(world.called(), [(3, Concern::Coaching)]);
}

#[test]
fn finance_that_writes_in_a_ledger_calls_its_member_and_nobody_else() {
    let mut world = World::new();
    let member = world.join(1, &[Role::Entrepreneur]);
    let coach = world.join(2, &[Role::Coach]);
    let mut director = world.join(3, &[Role::Director]);
    let mut own = world.enrol(1, 11);
    world.assign(2, 1);
    world.all_listen(&[&member, &coach, &director]);
    world.say(&mut director, &obligation(member.member, 1));
    assert_eq!(world.called(), [(1, Concern::Accounts)]);
    world.visit(&member);
    world.say(&mut own, &forecast("2026-10", 100_000));
    assert_eq!(world.called(), [], "one's own activity calls nobody");
}

#[test]
fn an_ask_calls_whom_it_is_sent_to_beside_the_coaches() {
    let mut world = World::new();
    let mut member = world.join(1, &[Role::Entrepreneur]);
    let coach = world.join(2, &[Role::Coach]);
    let chosen = world.join(3, &[Role::Finance]);
    world.assign(2, 1);
    world.all_listen(&[&member, &coach, &chosen]);
    let ask = Say::CoachingLog(CoachingCommand::AskSupport {
        id: Ulid([5; 16]),
        text: "Une question".into(),
        urgency: Urgency::Normal,
        topic: Some(AskTopic::Management),
        sent_to: Some(chosen.member),
    });
    world.say(&mut member, &ask);
    assert_eq!(
        world.called(),
        [(2, Concern::Coaching), (3, Concern::Coaching)]
    );
}

#[test]
fn an_event_that_changes_calls_those_who_come_and_a_place_in_the_waiting_list_whose_it_is() {
    let mut world = World::new();
    let mut organiser = world.join(1, &[Role::Coach]);
    let mut comes = world.join(2, &[Role::Entrepreneur]);
    let mut waits = world.join(3, &[Role::Entrepreneur]);
    let mut declined = world.join(4, &[Role::Entrepreneur]);
    let silent = world.join(5, &[Role::Entrepreneur]);
    world.all_listen(&[&organiser, &comes, &waits, &declined, &silent]);
    world.say(&mut organiser, &event(7, 1));
    assert_eq!(world.called(), [], "nobody has answered yet");
    world.say(&mut comes, &answer(7, AnswerStatus::Accepted));
    world.say(&mut declined, &answer(7, AnswerStatus::Declined));
    assert_eq!(world.called(), []);
    world.say(&mut waits, &answer(7, AnswerStatus::Accepted));
    assert_eq!(world.called(), [(3, Concern::Events)], "on the list");
    world.visit(&waits);
    let closed = signup(7, false);
    world.say(&mut organiser, &closed);
    assert_eq!(
        world.called(),
        [(2, Concern::Events), (3, Concern::Events)],
        "not who wrote, nor who does not come"
    );
}

#[test]
fn a_consultation_calls_everybody_as_it_opens_and_not_before_or_after() {
    let mut world = World::new();
    let mut director = world.join(1, &[Role::Director]);
    let one = world.join(2, &[Role::Entrepreneur]);
    let other = world.join(3, &[Role::Comms]);
    world.all_listen(&[&director, &one, &other]);
    let id = Ulid([6; 16]);
    let say = Say::Consultation;
    let add = say(ConsultationCommand::AddConsultation {
        id,
        consultation: ConsultationFields {
            question: "Où ouvrir l’antenne ?".into(),
            details: "open".into(),
            method: Method::Poll,
            secret: false,
            closes: "2026-12-12T18:00:00Z".into(),
            quorum_bp: None,
            proxies: 0,
        },
        electorate: Electorate::Everyone,
    });
    world.say(&mut director, &add);
    for n in 1..3 {
        let option = OptionFields {
            label: format!("Ville {n}"),
            day: String::new(),
        };
        let option = ConsultationCommand::AddOption {
            consultation: id,
            id: Ulid([60 + n; 16]),
            option,
        };
        world.say(&mut director, &say(option));
    }
    assert_eq!(world.called(), [], "a draft asks nobody");
    let status = ConsultationStatus::Open;
    let open = say(ConsultationCommand::SetConsultationStatus { id, status });
    let verdict = world.say(&mut director, &open);
    assert!(matches!(verdict, besace_model::wire::Verdict::Accepted(_)));
    let everybody = [(2, Concern::Votes), (3, Concern::Votes)];
    assert_eq!(world.called(), everybody);
    world.visit(&one);
    world.visit(&other);
    let status = ConsultationStatus::CalledOff;
    let off = say(ConsultationCommand::SetConsultationStatus { id, status });
    world.say(&mut director, &off);
    assert_eq!(world.called(), []);
}

#[test]
fn an_assembly_calls_everybody_as_it_begins_and_not_when_it_changes() {
    let mut world = World::new();
    let mut director = world.join(1, &[Role::Director]);
    let one = world.join(2, &[Role::Entrepreneur]);
    world.all_listen(&[&director, &one]);
    let assembly = AssemblyFields {
        title: "Assemblée générale".into(),
        starts_at: "2026-12-12T16:00:00Z".into(),
        place: String::new(),
        notice_sent: String::new(),
        voters: 2,
        present: 0,
        proxies_max: 0,
        quorum_bp: None,
        proceedings: String::new(),
    };
    let id = Ulid([8; 16]);
    let say = Say::Assembly;
    world.say(
        &mut director,
        &say(AssemblyCommand::AddAssembly { id, assembly }),
    );
    assert_eq!(world.called(), [(2, Concern::Votes)]);
    world.visit(&one);
    let changes = besace_model::kinds::assembly::AssemblyChanges {
        place: Some("Salle des fêtes".into()),
        ..Default::default()
    };
    world.say(
        &mut director,
        &say(AssemblyCommand::EditAssembly { id, changes }),
    );
    assert_eq!(world.called(), []);
}
