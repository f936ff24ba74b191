//! Who was there, as who held it marked it on the day.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::attendance::{
    AttendanceCommand, MarkFields, Presence, TakesPart, VisitorFields,
};
use besace_model::kinds::event::SlotFields;
use besace_model::time::Timestamp;

use crate::demo::dice::Dice;
use crate::demo::people::People;
use crate::demo::plan::Plan;
use crate::demo::plan::signature::strokes;

const MINUTE_MS: i64 = 60_000;

/// Marks those who said that they come, and who held it; most sign, some do not come, some had said so.
pub(super) fn attendance(
    plan: &mut Plan,
    people: &People,
    (event, by): (Ulid, usize),
    slots: &[SlotFields],
    coming: &[usize],
) {
    // A stream of its own: what else the demonstration tells stays as it was.
    let mut dice = Dice::of(event);
    let missing = |chance: i64| match chance {
        1..=8 => Presence::Absent,
        9..=14 => Presence::Excused,
        _ => Presence::Present,
    };
    let stay: Vec<_> = coming
        .iter()
        .map(|one| (*one, missing(dice.between(1, 100))))
        .collect();
    for (half_day, slot) in slots.iter().enumerate() {
        let Some(start) = Timestamp::parse_rfc3339(&slot.start) else {
            continue;
        };
        let mut minutes = 2;
        let mut mark = |dice: &mut Dice, plan: &mut Plan, fields: MarkFields| {
            minutes += 1;
            let at = start.plus_ms(minutes * MINUTE_MS);
            let (id, mark) = (dice.ulid(at), fields);
            plan.add(
                at,
                by,
                Command::Attendance(AttendanceCommand::MarkAttendance { event, id, mark }),
            );
        };
        let of = |one: usize, presence: Presence, signs: bool| {
            let member = people.0[one].member;
            MarkFields {
                person: Some(member),
                visitor: None,
                slot: slot.id,
                start: slot.start.clone(),
                end: slot.end.clone(),
                presence,
                part: TakesPart::Participant,
                strokes: if signs {
                    strokes(member)
                } else {
                    String::new()
                },
                typed: String::new(),
            }
        };
        for (one, presence) in &stay {
            // Of a long day some leave at noon, and one in twelve forgets to sign.
            let presence = match presence {
                Presence::Present if half_day > 0 && dice.percent(6) => Presence::Absent,
                presence => *presence,
            };
            let signs = presence == Presence::Present && !dice.percent(8);
            mark(&mut dice, plan, of(*one, presence, signs));
        }
        let trainer = MarkFields {
            part: TakesPart::Trainer,
            ..of(by, Presence::Present, true)
        };
        mark(&mut dice, plan, trainer);
        if half_day == 0 && dice.percent(20) {
            let id = dice.ulid(start);
            let visitor = VisitorFields {
                name: dice
                    .pick(&["Maud Ancel", "Yann Le Goff", "Inès Carpentier"])
                    .to_owned(),
                organisation: dice
                    .pick(&["Mission locale", "Chambre de métiers", "Mairie"])
                    .to_owned(),
            };
            let name = visitor.name.clone();
            let add = AttendanceCommand::AddVisitor { event, id, visitor };
            plan.add(start.plus_ms(MINUTE_MS), by, Command::Attendance(add));
            let fields = MarkFields {
                person: None,
                visitor: Some(id),
                typed: name,
                ..of(by, Presence::Present, false)
            };
            mark(&mut dice, plan, fields);
        }
    }
}
