//! A year of opportunities, in every state: just seen, weighed, studied, decided, tried, done.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::opportunity::{
    AssessmentChanges, ExperimentChanges, ExperimentStatus, OpportunityActionChanges,
    OpportunityActionFields, OpportunityActionStatus, OpportunityCommand, OpportunityFields,
    OpportunityKind, OpportunityStatus,
};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::dice::{Dice, date, instant, working_day};
use super::super::ideas::{SAID, SEEN, TO_DO};
use super::super::people::{BRANCHES, People};
use super::Plan;

/// Days over which they were seen.
const SEEN_DAYS: i64 = 300;
/// Opportunities of the year.
const COUNT: i64 = 2 * SEEN.len() as i64;
/// Who directs.
const DIRECTOR: usize = 0;

/// One opportunity under way: which, by whom, since when.
struct Way {
    id: Ulid,
    by: usize,
    at: Timestamp,
}

impl Way {
    /// So many days after it was made known.
    fn after(&self, days: i64) -> Timestamp {
        self.at.plus_ms(days * DAY_MS)
    }

    fn say(&self, plan: &mut Plan, days: i64, by: usize, command: OpportunityCommand) {
        plan.add(self.after(days), by, Command::Opportunity(command));
    }
}

/// The opportunities of the year.
pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let members: Vec<usize> = people.entrepreneurs().map(|(index, ..)| index).collect();
    for turn in 0..COUNT {
        let day = working_day(plan.today - SEEN_DAYS + turn * (SEEN_DAYS - 4) / COUNT);
        let at = instant(day, 8 + dice.between(0, 9), dice.between(0, 59));
        let index = usize::try_from(turn).unwrap_or_default();
        let by = if index % 3 == 0 {
            people.coach(index % BRANCHES.len())
        } else {
            dice.pick(&members)
        };
        let way = Way {
            id: dice.ulid(at),
            by,
            at,
        };
        let kind = seen(plan, dice, &way, index);
        echo(plan, dice, &members, &way);
        go_on(plan, dice, people, &way, index);
        if kind == OpportunityKind::Experiment {
            try_it(plan, &way, index);
        }
    }
}

fn seen(plan: &mut Plan, dice: &mut Dice, way: &Way, index: usize) -> OpportunityKind {
    let (kind, source, title, body) = SEEN[index % SEEN.len()];
    let deadline = way.at.0.div_euclid(DAY_MS) + dice.between(30, 120);
    let opportunity = OpportunityFields {
        source,
        kind,
        title: format!("{title} · {}", BRANCHES[index % BRANCHES.len()]),
        body: body.to_owned(),
        deadline: if kind == OpportunityKind::Call {
            date(deadline)
        } else {
            String::new()
        },
    };
    let id = way.id;
    way.say(
        plan,
        0,
        way.by,
        OpportunityCommand::AddOpportunity { id, opportunity },
    );
    kind
}

/// Whom it interests, and what they say.
fn echo(plan: &mut Plan, dice: &mut Dice, members: &[usize], way: &Way) {
    let id = way.id;
    let mut told = Vec::new();
    for _ in 0..dice.between(0, 6) {
        let by = dice.pick(members);
        if told.contains(&by) {
            continue;
        }
        told.push(by);
        let follow = OpportunityCommand::FollowOpportunity {
            id,
            interested: true,
        };
        way.say(plan, dice.between(1, 9), by, follow);
        if dice.percent(25) {
            let text = dice.pick(&SAID).to_owned();
            let comment = OpportunityCommand::CommentOpportunity { id, text };
            way.say(plan, dice.between(1, 9), by, comment);
        }
    }
}

/// Weighed, studied, decided, done: each as far as its turn has it.
fn go_on(plan: &mut Plan, dice: &mut Dice, people: &People, way: &Way, index: usize) {
    use OpportunityStatus::{Done, Go, NoGo, Studying};
    let id = way.id;
    let steps: &[(OpportunityStatus, &str)] = match index % 8 {
        3 | 7 => &[(Studying, "")],
        4 => &[
            (Studying, ""),
            (Go, "Douze membres en veulent, et le loyer est tenable."),
        ],
        5 => &[
            (Studying, ""),
            (
                NoGo,
                "Trop loin de nos métiers, et personne pour le porter.",
            ),
        ],
        6 => &[
            (Studying, ""),
            (Go, "Peu d’effort, et nous apprendrons."),
            (Done, "Fait, et raconté à l’assemblée."),
        ],
        _ => &[],
    };
    if index % 8 >= 2 {
        let changes = AssessmentChanges {
            impact: Some(dice.between(1, 5)),
            effort: Some(dice.between(1, 5)),
        };
        let coach = people.coach(index % BRANCHES.len());
        way.say(
            plan,
            3,
            coach,
            OpportunityCommand::AssessOpportunity { id, changes },
        );
    }
    for (step, (status, reason)) in (1..).zip(steps) {
        let reason = (*reason).to_owned();
        let decide = OpportunityCommand::DecideOpportunity {
            id,
            status: *status,
            reason,
        };
        way.say(plan, step * 12, DIRECTOR, decide);
    }
    if steps.len() > 1 && index % 8 != 5 {
        for (turn, text) in (0..3).zip(TO_DO.iter().cycle().skip(index)) {
            action(plan, dice, people, way, (turn, text));
        }
    }
}

fn action(plan: &mut Plan, dice: &mut Dice, people: &People, way: &Way, (turn, text): (i64, &str)) {
    let at = way.after(25 + turn);
    let (id, opportunity) = (dice.ulid(at), way.id);
    let coach = people.coach(usize::try_from(turn).unwrap_or_default());
    let owner = dice.pick(&[way.by, coach, DIRECTOR]);
    let due = working_day(at.0.div_euclid(DAY_MS) + dice.between(10, 40));
    let action = OpportunityActionFields {
        text: text.to_owned(),
        owner: Some(people.0[owner].member),
        due: date(due),
        status: OpportunityActionStatus::Todo,
    };
    let add = OpportunityCommand::AddOpportunityAction {
        opportunity,
        id,
        action,
    };
    way.say(plan, 25 + turn, DIRECTOR, add);
    if dice.percent(80) {
        let changes = OpportunityActionChanges {
            status: Some(OpportunityActionStatus::Done),
            ..OpportunityActionChanges::default()
        };
        let done = OpportunityCommand::EditOpportunityAction {
            opportunity,
            id,
            changes,
        };
        way.say(plan, 30 + turn + dice.between(0, 30), DIRECTOR, done);
    }
}

/// What is tried: planned at once, then run, then ended with what came of it.
fn try_it(plan: &mut Plan, way: &Way, index: usize) {
    let id = way.id;
    let day = way.at.0.div_euclid(DAY_MS);
    let begun = ExperimentChanges {
        hypothesis: Some("Dix personnes au moins y viendront sans qu’on les relance.".to_owned()),
        start: Some(date(day + 20)),
        end: Some(date(day + 80)),
        measure: Some("Qui vient, combien de fois, et ce que cela rapporte.".to_owned()),
        status: Some(ExperimentStatus::Planned),
        ..ExperimentChanges::default()
    };
    let run = ExperimentChanges {
        status: Some(ExperimentStatus::Running),
        ..ExperimentChanges::default()
    };
    let (status, result) = if index.is_multiple_of(2) {
        (
            ExperimentStatus::Adopted,
            "Quatorze personnes, trois fois chacune. On continue.",
        )
    } else {
        (
            ExperimentStatus::Stopped,
            "Quatre personnes seulement : l’heure n’allait à personne.",
        )
    };
    let ended = ExperimentChanges {
        status: Some(status),
        result: Some(result.to_owned()),
        ..ExperimentChanges::default()
    };
    for (days, changes) in [(2, begun), (20, run), (82, ended)] {
        way.say(
            plan,
            days,
            way.by,
            OpportunityCommand::EditExperiment { id, changes },
        );
    }
}
