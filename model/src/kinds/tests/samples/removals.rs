//! Entries removed and brought back.

use crate::head::DocHead;
use crate::kind::Kind;
use crate::kinds::tests::*;

/// Each entry removed and brought back.
pub(super) fn removals() -> Vec<(u8, Command)> {
    let (member, year) = (person(MEMBER), 2026);
    let mut commands = Vec::new();
    let activity = || DocHead::activity(member, year);
    let log = || DocHead::coaching_log(member);
    let entries = [
        EntryRef::new(DocHead::journal(member, year), "journal", ulid(10)),
        EntryRef::new(activity(), "expenses", ulid(11)),
        EntryRef::new(activity(), "mileage", ulid(12)),
        EntryRef::new(activity(), "pipeline", ulid(13)),
        EntryRef::new(log(), "sessions", ulid(20)),
        EntryRef::new(log(), "goals", ulid(21)),
        EntryRef::new(log(), "actions", ulid(22)),
        EntryRef::new(log(), "asks", ulid(23)),
        EntryRef::new(
            DocHead::coach_notes(person(COACH), member),
            "notes",
            ulid(30),
        ),
        EntryRef::new(DocHead::team_board(), "tasks", ulid(70)),
        EntryRef::new(DocHead::team_board(), "cover", ulid(71)),
        EntryRef::new(DocHead::team_board(), "weeks", ulid(72)),
        EntryRef::new(DocHead::duties(year), "duties", ulid(73)),
        EntryRef::new(DocHead::services(year), "lines", ulid(78)),
        EntryRef::new(DocHead::guide(), "pages", ulid(74)),
        EntryRef::new(DocHead::guide(), "sectors", ulid(75)),
        EntryRef::new(DocHead::guide(), "people", ulid(76)),
        EntryRef::new(DocHead::pulse(member), "days", ulid(77)),
        EntryRef::new(DocHead::partner(ulid(80)), "partners", ulid(80)),
        EntryRef::new(DocHead::partner(ulid(80)), "contacts", ulid(81)),
        EntryRef::new(DocHead::partner(ulid(80)), "interactions", ulid(82)),
        EntryRef::new(DocHead::partner(ulid(80)), "agreements", ulid(83)),
        EntryRef::new(
            DocHead::opportunity(ulid(EXPERIMENT)),
            "opportunities",
            ulid(EXPERIMENT),
        ),
        EntryRef::new(DocHead::opportunity(ulid(EXPERIMENT)), "actions", ulid(91)),
        EntryRef::new(DocHead::post(member, ulid(60)), "posts", ulid(60)),
        EntryRef::new(DocHead::consent(member), "consents", ulid(62)),
        EntryRef::new(DocHead::group(ulid(GROUP)), "groups", ulid(GROUP)),
        EntryRef::new(DocHead::group(ulid(GROUP)), "mandates", ulid(MANDATE)),
        EntryRef::new(DocHead::group(ulid(GROUP)), "minutes", ulid(72)),
        EntryRef::new(DocHead::group(ulid(GROUP)), "actions", ulid(73)),
        EntryRef::new(DocHead::ledger(member), "contracts", ulid(70)),
        EntryRef::new(DocHead::ledger(member), "path", ulid(72)),
        EntryRef::new(DocHead::ledger(member), "obligations", ulid(73)),
        EntryRef::new(DocHead::story(ulid(61)), "stories", ulid(61)),
        EntryRef::new(
            DocHead::attendance(ulid(60)),
            "visitors",
            ulid(samples::VISITOR),
        ),
        EntryRef::new(
            DocHead::attendance(ulid(60)),
            "marks",
            ulid(samples::PRESENT),
        ),
    ];
    for entry in entries {
        let by = match entry.kind {
            Kind::CoachNotes | Kind::Partner | Kind::TeamBoard | Kind::Story | Kind::Attendance => {
                COACH
            }
            Kind::Ledger => FINANCE,
            Kind::Duties | Kind::Services | Kind::Guide => DIRECTOR,
            _ => MEMBER,
        };
        for removed in [true, false] {
            commands.push((by, Command::remove(entry.clone(), removed)));
        }
    }
    commands
}
