//! Coaches' private notes.

use besace_model::command::Command;
use besace_model::kinds::coach_notes::NotesCommand;

use super::Pair;
use crate::demo::dice::{Dice, instant, working_day};
use crate::demo::plan::{Plan, YEAR_DAYS};
use crate::demo::talks::NOTES;

pub(super) fn notes(plan: &mut Plan, dice: &mut Dice, pair: &Pair<'_>) {
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
