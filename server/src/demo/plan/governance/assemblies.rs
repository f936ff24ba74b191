//! The assembly of the year, with its votes, and the one to come, with proxies.

use besace_model::command::Command;
use besace_model::ids::Ulid;
use besace_model::kinds::assembly::{
    AgendaFields, AssemblyChanges, AssemblyCommand, AssemblyDocumentFields, AssemblyFields,
    AssemblyStatus, Majority, ResolutionFields,
};
use besace_model::time::{DAY_MS, Timestamp};

use super::super::Plan;
use super::words::RESOLUTIONS;
use super::{DIRECTOR, OTHER_DIRECTOR};
use crate::demo::dice::{Dice, date, instant, working_day};
use crate::demo::people::People;

/// Days since the assembly of the year, and until the next one.
const HELD_DAYS: i64 = 150;
const COMING_DAYS: i64 = 24;
/// Those who may vote.
const VOTERS: i64 = 48;

pub(super) fn year(plan: &mut Plan, dice: &mut Dice, people: &People) {
    let held = working_day(plan.today - HELD_DAYS);
    let id = convene(plan, dice, people, held, "Assemblée générale ordinaire", 6);
    let on_day = instant(held, 18, 0);
    conclude(plan, dice, id, on_day);
    let coming = working_day(plan.today + COMING_DAYS);
    convene(
        plan,
        dice,
        people,
        coming,
        "Assemblée générale extraordinaire",
        4,
    );
}

fn say(plan: &mut Plan, at: Timestamp, by: usize, command: AssemblyCommand) {
    plan.add(at, by, Command::Assembly(command));
}

fn convene(
    plan: &mut Plan,
    dice: &mut Dice,
    people: &People,
    day: i64,
    title: &str,
    proxies: usize,
) -> Ulid {
    let convened = working_day(day - 32).min(plan.today - 6);
    let at = instant(convened, 10, 0);
    let id = dice.ulid(at);
    let assembly = AssemblyFields {
        title: title.to_owned(),
        starts_at: instant(day, 17, 0).rfc3339(),
        place: "Salle des fêtes, quai du Port".to_owned(),
        notice_sent: date(convened + 1),
        voters: VOTERS,
        present: 0,
        proxies_max: 2,
        quorum_bp: Some(5_000),
        proceedings: String::new(),
    };
    say(
        plan,
        at,
        DIRECTOR,
        AssemblyCommand::AddAssembly { id, assembly },
    );
    let points = ["Rapport moral", "Comptes et résultat", "Questions diverses"];
    for (rank, point) in (1..).zip(points) {
        let at = at.plus_ms(rank);
        let item = AgendaFields {
            rank,
            title: point.to_owned(),
            details: String::new(),
        };
        let add = AssemblyCommand::AddAgendaItem {
            assembly: id,
            id: dice.ulid(at),
            item,
        };
        say(plan, at, DIRECTOR, add);
    }
    let at = at.plus_ms(10);
    let document = AssemblyDocumentFields {
        title: "Rapport de gestion".to_owned(),
        link: "Affiché à l’accueil et envoyé avec la convocation".to_owned(),
    };
    let add = AssemblyCommand::AddAssemblyDocument {
        assembly: id,
        id: dice.ulid(at),
        document,
    };
    say(plan, at, OTHER_DIRECTOR, add);
    for (place, (giver, ..)) in associates(people).take(proxies).enumerate() {
        // Three for the first bearer: one beyond the rule.
        let bearer = associates(people)
            .nth(proxies + place / 3)
            .map(|(_, person)| person);
        let proxy = AssemblyCommand::GiveAssemblyProxy { id, holder: bearer };
        say(
            plan,
            at.plus_ms((2 + place as i64 % 3) * DAY_MS + place as i64),
            giver,
            proxy,
        );
    }
    id
}

fn associates(people: &People) -> impl Iterator<Item = (usize, besace_model::ids::MemberId)> {
    let all = people
        .entrepreneurs()
        .filter(|(.., business)| business.associate);
    all.map(|(index, person, _)| (index, person.member))
}

/// Votes are typed and locked, the minutes written.
fn conclude(plan: &mut Plan, dice: &mut Dice, id: Ulid, at: Timestamp) {
    for (place, (title, body, votes, by_two_thirds)) in (0i64..).zip(RESOLUTIONS) {
        let at = at.plus_ms(place * 60_000);
        let resolution = dice.ulid(at);
        let [votes_for, votes_against, votes_abstain] = votes;
        let fields = ResolutionFields {
            title: title.to_owned(),
            body: body.to_owned(),
            majority: if by_two_thirds {
                Majority::TwoThirds
            } else {
                Majority::Simple
            },
            votes_for,
            votes_against,
            votes_abstain,
        };
        let add = AssemblyCommand::AddResolution {
            assembly: id,
            id: resolution,
            resolution: fields,
        };
        say(plan, at, DIRECTOR, add);
        let lock = AssemblyCommand::LockResolution {
            assembly: id,
            id: resolution,
        };
        say(plan, at.plus_ms(30_000), DIRECTOR, lock);
    }
    let changes = AssemblyChanges {
        present: Some(35),
        proceedings: Some(
            "La séance est ouverte à 18\u{a0}h. Le quorum est constaté. Les rapports sont lus, les questions posées, \
             les résolutions mises aux voix une à une. La séance est levée à 20\u{a0}h\u{a0}30."
                .to_owned(),
        ),
        ..AssemblyChanges::default()
    };
    let after = at.plus_ms(2 * 3_600_000);
    say(
        plan,
        after,
        DIRECTOR,
        AssemblyCommand::EditAssembly { id, changes },
    );
    let status = AssemblyStatus::Held;
    say(
        plan,
        after.plus_ms(60_000),
        DIRECTOR,
        AssemblyCommand::SetAssemblyStatus { id, status },
    );
}
