//! Goals, sessions with their reports and signatures, actions, asks, and coaches' private notes.

use besace_model::command::Command;
use besace_model::ids::{MemberId, Ulid};
use besace_model::kinds::coach_notes::NotesCommand;
use besace_model::kinds::coaching_log::{
    ActionChanges, ActionFields, ActionStatus, CoachingCommand, GoalFields, GoalStatus,
    STATUTORY_POINTS, SessionFields, SessionMode, SessionStatus, SessionType, SignedHand, Urgency,
    as_logged,
};
use besace_model::kinds::directory::Stage;
use besace_model::time::Timestamp;

use super::super::dice::{Dice, date, instant, working_day};
use super::super::people::{BRANCHES, Business, People, Person};
use super::super::talks::{ASKS, EIGHT_POINTS, GOALS, NOTES, PREPARED, TALKS, Talk};
use super::{Plan, STALE_DAYS, YEAR_DAYS};

/// Sessions of a member under a CAPE in a year; the others have [`CESA_SESSIONS`].
const CAPE_SESSIONS: i64 = 10;
const CESA_SESSIONS: i64 = 4;
/// Members whose second statutory interview is missing, so that somebody is late.
const MISSING_INTERVIEWS: usize = 5;

/// What is answered in the end where there was no quick answer.
const LATE_ANSWER: &str =
    "Pas de réponse toute faite : on regarde cela ensemble à la prochaine séance.";

/// Whose log, and who writes in it.
struct Pair<'a> {
    business: &'a Business,
    by_member: usize,
    by_coach: usize,
    member: MemberId,
    coach: MemberId,
}

pub(super) fn year(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    by: usize,
    person: &Person,
    business: &Business,
) {
    let by_coach = people.coach(business.branch);
    let pair = Pair {
        business,
        by_member: by,
        by_coach,
        member: person.member,
        coach: people.0[by_coach].member,
    };
    goals(plan, dice, &pair);
    let is_cape = business.stage == Stage::Cape;
    let count = if is_cape {
        CAPE_SESSIONS
    } else {
        CESA_SESSIONS
    };
    let late = !is_cape && by.is_multiple_of(12) && by / 12 <= MISSING_INTERVIEWS + 2;
    for index in 0..count {
        let day = plan.start + (index * 2 + 1) * YEAR_DAYS / (count * 2) + dice.between(-9, 9);
        let statutory = if is_cape {
            index == count - 1
        } else {
            index == 1 || (index == 3 && !late)
        };
        session(plan, dice, &pair, working_day(day), statutory);
    }
    if dice.percent(60) {
        planned(plan, dice, &pair);
    }
    asks(plan, dice, &pair);
    if dice.percent(20) {
        open_ask(plan, dice, &pair);
    }
    notes(plan, dice, &pair);
}

fn goals(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let first = dice.between(0, GOALS.len() as i64 - 1);
    for index in 0..dice.between(2, 3) {
        let (kind, title, target_value, unit) =
            GOALS[((first + index * 3) % GOALS.len() as i64).unsigned_abs() as usize];
        let at = instant(
            working_day(plan.start + dice.between(10, 40)),
            14,
            dice.between(0, 59),
        );
        let progress_bp = dice.between(0, 20) * 500;
        let status = if progress_bp == 10_000 {
            GoalStatus::Reached
        } else {
            GoalStatus::Open
        };
        let goal = GoalFields {
            title: title.to_owned(),
            kind,
            target_value,
            unit: unit.to_owned(),
            due: date(plan.today + dice.between(-20, 150)),
            status,
            progress_bp,
        };
        plan.add(
            at,
            pair.by_coach,
            Command::CoachingLog(CoachingCommand::AddGoal {
                member: pair.member,
                id: dice.ulid(at),
                goal,
            }),
        );
    }
}

fn session(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>, day: i64, statutory: bool) {
    let start = instant(day, dice.between(9, 16), dice.pick(&[0, 0, 15, 30]));
    let talk = dice.pick(&TALKS);
    let fields = report(dice, pair, &talk, start, statutory);
    let end = start.plus_ms(fields.minutes * 60_000);
    let id = dice.ulid(start);
    let member = pair.member;
    let read = as_logged(id, &fields).content_sha256;
    let hand = |of: MemberId| {
        Some(SignedHand {
            content_sha256: read.clone(),
            strokes: strokes(of),
            typed: String::new(),
        })
    };
    plan.add(
        end,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::LogSession {
            member,
            id,
            session: fields,
        }),
    );
    if statutory || dice.percent(35) {
        let hours = dice.between(1, 40) * 3_600_000;
        plan.add(
            end.plus_ms(60_000),
            pair.by_coach,
            Command::CoachingLog(CoachingCommand::SignSession {
                member,
                id,
                signer: pair.coach,
                hand: hand(pair.coach),
            }),
        );
        plan.add(
            end.plus_ms(hours),
            pair.by_member,
            Command::CoachingLog(CoachingCommand::SignSession {
                member,
                id,
                signer: member,
                hand: hand(member),
            }),
        );
    }
    for text in talk
        .actions
        .iter()
        .take(if dice.percent(50) { 1 } else { 2 })
    {
        action(plan, dice, pair, end, id, text);
    }
    if dice.percent(40) {
        let text = dice
            .pick(&[
                "Utile et concret.",
                "",
                "J’ai repris confiance, merci.",
                "Un peu court, on n’a pas parlé des congés.",
            ])
            .to_owned();
        let at = end.plus_ms(dice.between(1, 20) * 3_600_000);
        plan.add(
            at,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::RateSession {
                id,
                score: dice.between(3, 5),
                text,
            }),
        );
    }
}

/// Somebody's signature as a finger draws it: a wave with a line under it.
fn strokes(of: MemberId) -> String {
    let [.., left, turns, high] = *of.as_bytes();
    let (left, turns) = (120 + u32::from(left % 140), 10 + u32::from(turns % 8));
    let wave: Vec<String> = (0..turns)
        .map(|turn| {
            let height = 30 + (u32::from(high) + turn * 29) % 90;
            let y = if turn % 2 == 0 {
                190 - height
            } else {
                190 + height
            };
            format!("{},{y}", left + turn * 38)
        })
        .collect();
    let under = format!("{},310 {},300", left - 20, left + turns * 38 + 30);
    format!("{};{under}", wave.join(" "))
}

fn report(
    dice: &mut Dice,
    pair: &Pair<'_>,
    talk: &Talk,
    start: Timestamp,
    statutory: bool,
) -> SessionFields {
    let sector = pair.business.sector;
    let amount = dice.between(9, 48) * 100;
    let fill = |text: &str, dice: &mut Dice| {
        text.replace("{sign}", &pair.business.sign)
            .replace("{client}", dice.pick(sector.clients))
            .replace("{job}", &format!("« {} »", dice.pick(sector.jobs)))
            .replace("{amount}", &amount.to_string())
    };
    let mode = dice.pick(&[
        SessionMode::Office,
        SessionMode::Office,
        SessionMode::Onsite,
        SessionMode::Phone,
        SessionMode::Video,
    ]);
    let place = match mode {
        SessionMode::Office => format!("Antenne {}", BRANCHES[pair.business.branch]),
        SessionMode::Onsite => format!("Chez {}", pair.business.sign),
        SessionMode::Phone | SessionMode::Video => String::new(),
    };
    let eight_points = if statutory {
        (0..STATUTORY_POINTS)
            .map(|point| dice.pick(&EIGHT_POINTS[point]).to_owned())
            .collect()
    } else {
        Vec::new()
    };
    SessionFields {
        starts_at: start.rfc3339(),
        minutes: dice.pick(&[60, 60, 75, 90]),
        mode,
        place,
        session_type: if statutory {
            SessionType::Statutory
        } else {
            talk.session_type
        },
        statutory,
        topics: talk
            .topics
            .iter()
            .map(|topic| (*topic).to_owned())
            .collect(),
        status: SessionStatus::Done,
        coaches: vec![pair.coach],
        member_present: Some(true),
        objectives: fill(talk.objectives, dice),
        points: format!(
            "{}\n\n{}",
            fill(talk.points, dice),
            dice.pick(sector.remarks)
        ),
        plan: fill(talk.plan, dice),
        eight_points,
        amends: None,
    }
}

fn action(
    plan: &mut Plan,
    dice: &mut Dice,
    pair: &Pair<'_>,
    at: Timestamp,
    session: Ulid,
    text: &str,
) {
    let at = at.plus_ms(120_000);
    let id = dice.ulid(at);
    let day = at.0.div_euclid(besace_model::time::DAY_MS);
    let due = working_day(day + dice.between(7, 30));
    let action = ActionFields {
        text: text.to_owned(),
        owner: Some(if dice.percent(85) {
            pair.member
        } else {
            pair.coach
        }),
        due: date(due),
        status: ActionStatus::Todo,
        session: Some(session),
        goal: None,
    };
    plan.add(
        at,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::AddAction {
            member: pair.member,
            id,
            action,
        }),
    );
    // What is long past was done, or nobody would keep it: only the last weeks hold something late.
    let is_stale = due < plan.today - STALE_DAYS;
    if dice.percent(75) || is_stale {
        let done = instant(due + dice.between(-5, 6), 17, dice.between(0, 59));
        let changes = ActionChanges {
            status: Some(ActionStatus::Done),
            ..ActionChanges::default()
        };
        plan.add(
            done,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::EditAction {
                member: pair.member,
                id,
                changes,
            }),
        );
    }
}

/// The next session, in the agenda already; some members have prepared it.
fn planned(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let day = working_day(plan.today + dice.between(1, 28));
    let start = instant(day, dice.between(9, 16), 0);
    let at = instant(
        working_day(plan.today - dice.between(3, 12)),
        16,
        dice.between(0, 59),
    );
    let talk = dice.pick(&TALKS);
    let statutory = dice.percent(20);
    let fields = SessionFields {
        status: SessionStatus::Planned,
        member_present: None,
        points: String::new(),
        plan: String::new(),
        eight_points: vec![String::new(); if statutory { STATUTORY_POINTS } else { 0 }],
        ..report(dice, pair, &talk, start, statutory)
    };
    let id = dice.ulid(start);
    plan.add(
        at,
        pair.by_coach,
        Command::CoachingLog(CoachingCommand::LogSession {
            member: pair.member,
            id,
            session: fields,
        }),
    );
    if dice.percent(50) {
        let text = dice.pick(&PREPARED).to_owned();
        plan.add(
            at.plus_ms(40 * 3_600_000),
            pair.by_member,
            Command::CoachingLog(CoachingCommand::PrepareSession { id, text }),
        );
    }
}

fn asks(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    for _ in 0..dice.between(0, 2) {
        let at = instant(
            working_day(plan.start + dice.between(20, YEAR_DAYS)),
            10,
            dice.between(0, 59),
        );
        let (text, answer) = dice.pick(&ASKS);
        let id = dice.ulid(at);
        let urgency = dice.pick(&[
            Urgency::Low,
            Urgency::Normal,
            Urgency::Normal,
            Urgency::High,
        ]);
        plan.add(
            at,
            pair.by_member,
            Command::CoachingLog(CoachingCommand::AskSupport {
                id,
                text: text.to_owned(),
                urgency,
            }),
        );
        let day = at.0.div_euclid(besace_model::time::DAY_MS);
        let answer = if answer.is_empty() && day < plan.today - STALE_DAYS {
            LATE_ANSWER
        } else {
            answer
        };
        if !answer.is_empty() {
            let answered = at.plus_ms(dice.between(1, 50) * 3_600_000);
            plan.add(
                answered,
                pair.by_coach,
                Command::CoachingLog(CoachingCommand::AnswerAsk {
                    member: pair.member,
                    id,
                    answer: answer.to_owned(),
                }),
            );
        }
    }
}

/// What somebody asked these days and nobody has answered yet.
fn open_ask(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let day = working_day(plan.today - dice.between(1, 9));
    let at = instant(day, 11, dice.between(0, 59));
    let (text, _) = dice.pick(&ASKS);
    let command = Command::CoachingLog(CoachingCommand::AskSupport {
        id: dice.ulid(at),
        text: text.to_owned(),
        urgency: dice.pick(&[Urgency::Low, Urgency::Normal, Urgency::High]),
    });
    plan.add(at, pair.by_member, command);
}

fn notes(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
    let member = pair.member;
    for _ in 0..dice.between(1, 3) {
        let at = instant(
            working_day(plan.start + dice.between(15, YEAR_DAYS)),
            18,
            dice.between(0, 59),
        );
        let text = dice.pick(&NOTES).to_owned();
        plan.add(
            at,
            pair.by_coach,
            Command::CoachNotes(NotesCommand::AddNote {
                member,
                id: dice.ulid(at),
                text,
            }),
        );
    }
    if dice.percent(60) {
        let at = instant(
            working_day(plan.today - dice.between(1, 20)),
            18,
            dice.between(0, 59),
        );
        let text = format!(
            "Demander où en est « {} ».",
            dice.pick(pair.business.sector.jobs)
        );
        plan.add(
            at,
            pair.by_coach,
            Command::CoachNotes(NotesCommand::SetNextTime { member, text }),
        );
    }
}
