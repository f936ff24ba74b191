//! The frame of one's activity: contract, deadlines, statements; on a phone without network, and as finance fills it.

use besace_client::api::{DispatchResult, Intent};
use besace_client::kinds::ledger::{LedgerAnswer, LedgerRequest};
use besace_client::store;
use besace_model::access::Role;
use besace_model::command::Command;
use besace_model::ids::MemberId;
use besace_model::kinds::ledger::{Alert, ContractKind, DeadlineKind};

use super::cast::{ALL, Coop, asked};
use super::papers::{contract, signs, states};

/// Members of a cooperative of ordinary size.
const MEMBERS: usize = 84;
/// The turnover of the last line, corrected.
const LAST_CENTS: i64 = 987_654;

pub(super) fn in_flight_mode_one_opens_contract_next_deadline_and_last_statement_with_its_date() {
    let mut coop = Coop::new("frame");
    let (anna, fatou) = (coop.anna, coop.fatou);
    let id = coop.id();
    let cape = contract(ContractKind::Cape, "2026-01-01", "2026-12-31");
    coop.does(fatou, signs(anna.id, id, cape));
    for (month, turnover) in [("2026-01", 123_456), ("2026-02", 234_567)] {
        coop.does(fatou, states(anna.id, month, turnover, 50_000));
    }
    coop.settle();

    coop.offline(anna);
    coop.world.kill(anna.phone);
    coop.world.open(anna.phone);
    let frame = asked!(coop, anna, Ledger: LedgerRequest::Ledger { member: None },
        LedgerAnswer::Ledger(frame) => frame);
    assert!(frame.contracts[0].in_force);
    assert_eq!(frame.contracts[0].fields.goals, "Dix clients.");
    let next = &frame.deadlines[0];
    assert_eq!(
        (next.what, next.day.as_str(), next.alert),
        (DeadlineKind::CapeEnd, "2026-12-31", Alert::TwelveMonths)
    );
    let last = frame.statement.expect("the last one");
    assert_eq!(
        (last.month.as_str(), last.as_of.as_str()),
        ("2026-02", "2026-02-28")
    );
    assert_eq!(
        (last.turnover_cents, last.reference_cents),
        (234_567, 50_000)
    );
}

/// What a file of twelve monthly statements for each of them says, in its order.
fn file(members: &[MemberId]) -> Vec<Command> {
    let lines = members.iter().zip(1_i64..).flat_map(|(member, number)| {
        (1..=12).map(move |month| {
            let turnover = number * 10_000 + month;
            states(*member, &format!("2025-{month:02}"), turnover, 1_000)
        })
    });
    lines.collect()
}

/// What comes of a file that finance imports on a phone.
fn import(coop: &mut Coop, lines: &[Command]) -> DispatchResult {
    let commands = lines.to_vec();
    let result = coop
        .world
        .intend(coop.fatou.phone, Intent::DoAll { commands });
    result.expect("the app is open")
}

fn waiting(coop: &Coop) -> usize {
    coop.world.phones[coop.fatou.phone].count(store::OUTBOX)
}

pub(super) fn finance_imports_twelve_statements_for_84_members_offline_all_of_them_or_none() {
    let mut coop = Coop::new("import");
    let members: Vec<MemberId> = (1..=MEMBERS)
        .map(|number| {
            let name = format!("Membre {number:02}");
            coop.world.member(&name, &[Role::Entrepreneur])
        })
        .collect();
    coop.settle();
    let fatou = coop.fatou;
    let lines = file(&members);
    assert_eq!(lines.len(), 1_008);
    coop.offline(fatou);
    // One line is wrong: nothing of the file is kept, what was written before it neither.
    let mut faulty = lines.clone();
    faulty[700] = states(members[0], "2025-13", 1, 1);
    let result = import(&mut coop, &faulty);
    assert!(
        matches!(result, DispatchResult::Rejected { .. }),
        "{result:?}"
    );
    assert_eq!(waiting(&coop), 0);
    let result = import(&mut coop, &lines);
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    assert_eq!(waiting(&coop), 1_008);
    // The app is closed; the same file again writes nothing twice, and a corrected line that one alone.
    coop.world.kill(fatou.phone);
    coop.world.open(fatou.phone);
    assert_eq!(import(&mut coop, &lines), DispatchResult::NoChange);
    let mut corrected = lines;
    corrected[1_007] = states(members[MEMBERS - 1], "2025-12", LAST_CENTS, 1_000);
    let result = import(&mut coop, &corrected);
    assert!(matches!(result, DispatchResult::Done { .. }), "{result:?}");
    assert_eq!(waiting(&coop), 1_009);
    coop.online(fatou);
    coop.settle();
    assert_eq!(waiting(&coop), 0);

    let request = LedgerRequest::Months {
        year: 2025,
        search: "Membre".into(),
        window: ALL,
    };
    let rows = asked!(coop, coop.dominique, Ledger: request,
        LedgerAnswer::Months(page) => page.rows);
    assert_eq!(rows.len(), MEMBERS);
    for (row, number) in rows.iter().zip(1_i64..) {
        let told: Vec<Option<i64>> = row.months.iter().map(|it| it.turnover_cents).collect();
        let mut written: Vec<_> = (1..=12)
            .map(|month| Some(number * 10_000 + month))
            .collect();
        if number == MEMBERS as i64 {
            written[11] = Some(LAST_CENTS);
        }
        assert_eq!(told, written, "{}", row.name);
    }
}
