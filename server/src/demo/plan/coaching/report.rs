//! The report of a session.

use besace_model::kinds::coaching_log::{
    STATUTORY_POINTS, SessionFields, SessionMode, SessionStatus, SessionType,
};
use besace_model::time::Timestamp;

use super::Pair;
use crate::demo::dice::Dice;
use crate::demo::people::BRANCHES;
use crate::demo::talks::{EIGHT_POINTS, Talk};

pub(super) fn report(
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
