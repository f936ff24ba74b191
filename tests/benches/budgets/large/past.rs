//! Five years of a member.

use besace_model::command::Command as Say;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::coaching_log::{
    CoachingCommand, SessionFields, SessionMode, SessionStatus, SessionType,
};
use besace_model::kinds::ledger::{LedgerCommand, StatementChanges};
use besace_model::kinds::post::{PostCommand, PostFields, PostStatus, PostTopic};

use crate::coop::{Device, Founder, Pen, expense, forecast, ulid};

/// The last of the years.
pub(crate) const LAST_YEAR: u16 = 2026;
const YEARS: u16 = 5;
/// A year of a member: expenses and months of a forecast, sessions.
const EXPENSES: u64 = 24;
const SESSIONS: u64 = 4;

/// What was written so far.
#[derive(Default)]
pub(crate) struct Past {
    /// How much.
    pub(crate) commits: usize,
    /// The ledgers, one for each member.
    pub(crate) ledgers: Vec<Pen>,
}

impl Past {
    /// Writes five years of a member.
    pub(crate) fn write(
        &mut self,
        founder: &mut Founder,
        number: u64,
        device: &Device,
        accountant: &Device,
    ) {
        let member = device.member;
        let years = LAST_YEAR - YEARS + 1..=LAST_YEAR;
        for year in years.clone() {
            let says = (0..EXPENSES).map(|number| expense(year, number));
            let months = (0..12).map(|number| forecast(year, number));
            self.add(
                founder,
                DocHead::activity(member, year),
                device,
                says.chain(months),
            );
        }
        let sessions = years
            .clone()
            .flat_map(|year| (0..SESSIONS).map(move |at| session(number, member, year, at)));
        self.add(founder, DocHead::coaching_log(member), device, sessions);
        if number.is_multiple_of(2) {
            let head = DocHead::post(member, ulid(number));
            self.add(founder, head, device, [post(number)]);
        }
        let statements = years.flat_map(|year| {
            (1..=12).map(move |month| statement(member, year, month, i64::from(month) * 1_000))
        });
        let ledger = self.add(founder, DocHead::ledger(member), accountant, statements);
        self.ledgers.push(ledger);
    }

    fn add(
        &mut self,
        founder: &mut Founder,
        head: DocHead,
        device: &Device,
        says: impl IntoIterator<Item = Say>,
    ) -> Pen {
        let mut pen = Pen::new(founder.coop.id(), head, device);
        let commits = pen.write_all(device, says, founder.now);
        founder.admit(&pen.head, &commits);
        self.commits += commits.len();
        pen
    }
}

/// A month's statement.
pub(crate) fn statement(member: MemberId, year: u16, month: u8, cents: i64) -> Say {
    let one = Some(100_000 + cents);
    Say::Ledger(LedgerCommand::SetStatement {
        member,
        month: format!("{year:04}-{month:02}"),
        statement: StatementChanges {
            as_of: Some(format!("{year:04}-{month:02}-28")),
            cash_cents: one,
            charges_cents: one,
            suppliers_cents: one,
            salaries_cents: one,
            customers_cents: one,
            notes_cents: one,
            turnover_cents: one,
            purchases_cents: one,
            expenses_cents: one,
            contribution_cents: one,
            payroll_cents: one,
        },
    })
}

/// Another turnover in a month's statement.
pub(crate) fn turnover(member: MemberId, year: u16, month: u8, cents: i64) -> Say {
    Say::Ledger(LedgerCommand::SetStatement {
        member,
        month: format!("{year:04}-{month:02}"),
        statement: StatementChanges {
            turnover_cents: Some(200_000 + cents),
            ..StatementChanges::default()
        },
    })
}

fn session(number: u64, member: MemberId, year: u16, at: u64) -> Say {
    Say::CoachingLog(CoachingCommand::LogSession {
        member,
        id: ulid((number * 1_000 + u64::from(year)) * SESSIONS + at),
        session: SessionFields {
            starts_at: format!("{year:04}-{:02}-12T09:00:00Z", at * 3 + 1),
            minutes: 60,
            mode: SessionMode::Office,
            place: String::new(),
            session_type: SessionType::FollowUp,
            statutory: false,
            topics: Vec::new(),
            status: SessionStatus::Done,
            coaches: Vec::new(),
            objectives: format!("Revoir les prix de l’atelier {number}."),
            points: "Deux devis acceptés sur cinq, la marge tient, les délais moins.".into(),
            plan: "Relancer la mairie avant la fin du mois.".into(),
            member_present: Some(true),
            amends: None,
            eight_points: Default::default(),
        },
    })
}

fn post(number: u64) -> Say {
    Say::Post(PostCommand::AddPost {
        id: ulid(number),
        post: PostFields {
            topic: PostTopic::Need,
            title: format!("Cherche un local pour l’atelier {number}"),
            body: "Vingt mètres carrés suffisent, de préférence au sec.".into(),
            tags: vec!["local".into()],
            expires: String::new(),
            status: PostStatus::Open,
            event: None,
        },
    })
}
