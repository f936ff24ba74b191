//! The frame of one's activity: contract, deadlines, statements; on a phone without network, and as finance fills it.

use besace_client::api::DispatchResult;
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

/// How many lines of a file say something new on a phone.
fn imports(coop: &mut Coop, lines: &[Command]) -> usize {
    let mut new = 0;
    for line in lines {
        match coop.world.attempt(coop.fatou.phone, line.clone()) {
            Some(DispatchResult::Done { .. }) => new += 1,
            Some(DispatchResult::NoChange) => {}
            other => panic!("{line:?}: {other:?}"),
        }
    }
    new
}

pub(super) fn finance_imports_twelve_statements_for_84_members_offline_and_what_stopped_goes_on() {
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
    // The app is closed in the middle; the same file again writes the rest, and nothing twice.
    assert_eq!(imports(&mut coop, &lines[..500]), 500);
    coop.world.kill(fatou.phone);
    coop.world.open(fatou.phone);
    assert_eq!(imports(&mut coop, &lines), 508);
    assert_eq!(imports(&mut coop, &lines), 0);
    coop.online(fatou);
    coop.settle();
    assert_eq!(coop.world.phones[fatou.phone].count(store::OUTBOX), 0);

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
        let written: Vec<_> = (1..=12)
            .map(|month| Some(number * 10_000 + month))
            .collect();
        assert_eq!(told, written, "{}", row.name);
    }
}
