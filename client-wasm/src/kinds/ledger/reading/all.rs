//! What of all members those see who follow them: months and deadlines.

use besace_model::access::Role;
use besace_model::head::DocHead;
use besace_model::ids::MemberId;
use besace_model::kinds::ledger::{Alert, alert, deadlines};
use besace_model::sorted::SortedMap;
use besace_model::words;

use crate::kinds::ledger::{DeadlineRow, MonthCell, MonthsRow};
use crate::view::{Page, Window};
use crate::views::{ViewReader, live, page};

impl ViewReader<'_> {
    pub(crate) fn months_page(&self, year: u16, search: &str, window: Window) -> Page<MonthsRow> {
        let listed = self.directory().into_iter().flat_map(|it| &it.members);
        let followed = listed.filter(|(member, listed)| {
            let reads = || self.replica.grants.reads(DocHead::ledger(**member).audience());
            listed.active && listed.roles.contains(&Role::Entrepreneur) && reads()
        });
        let found: Vec<MemberId> = followed
            .map(|(member, _)| *member)
            .filter(|member| {
                let words = || format!("{} {}", self.name(*member), self.trade_name(*member));
                search.is_empty() || words::finds(search, &words())
            })
            .collect();
        let people = self.people(&found);
        page(&people, window, |person| MonthsRow {
            member: person.member,
            name: person.name.clone(),
            trade_name: self.trade_name(person.member),
            stage: self
                .ledger(person.member)
                .and_then(|it| it.stage(&self.today))
                .map(|one| one.stage),
            months: self.months_of(person.member, year),
        })
    }

    fn months_of(&self, member: MemberId, year: u16) -> Vec<MonthCell> {
        let ledger = self.ledger(member);
        let doc = self.doc_id(&DocHead::ledger(member));
        let mut counts: SortedMap<String, (u32, u32)> = SortedMap::new();
        let key = format!("{year:04}");
        for line in self.all_lines().filter(|it| it.head.owner == member && it.head.key == key) {
            let of_month = counts.get_or_insert_with(line.month().to_owned(), Default::default);
            of_month.0 += 1;
            of_month.1 += u32::from(line.is_to_decide());
        }
        (1..=12)
            .map(|month| {
                let month = format!("{year:04}-{month:02}");
                let (lines, to_decide) = counts.get(&month).copied().unwrap_or_default();
                let closed = ledger.and_then(|it| it.closed.get(&month));
                let statement = ledger.and_then(|it| it.statements.get(&month));
                MonthCell {
                    lines,
                    to_decide,
                    turnover_cents: statement.map(|one| one.turnover_cents),
                    closed_at: closed.cloned().unwrap_or_default(),
                    state: closed.map(|_| self.state(doc, &month)),
                    month,
                }
            })
            .collect()
    }

    pub(crate) fn deadlines_page(&self, search: &str, window: Window) -> Page<DeadlineRow> {
        let mut all: Vec<DeadlineRow> = self
            .ledgers()
            .flat_map(|(member, ledger)| {
                let name = self.name(member);
                let row = |what, obligation, label: &str, day: &str| DeadlineRow {
                    member,
                    name: name.clone(),
                    what,
                    obligation,
                    label: label.to_owned(),
                    day: day.to_owned(),
                    alert: alert(day, &self.today),
                };
                let due = deadlines(ledger, &self.today).into_iter();
                let mut rows: Vec<DeadlineRow> = due
                    .map(|one| row(Some(one.what), None, "", &one.day))
                    .collect();
                rows.extend(
                    live(&ledger.obligations, |one| &one.entry)
                        .into_iter()
                        .filter(|(id, one)| ledger.done_at(*id, one).is_empty())
                        .map(|(id, one)| row(None, Some(id), &one.label, &one.due)),
                );
                rows
            })
            .filter(|row| row.alert != Alert::Later)
            .filter(|row| {
                search.is_empty()
                    || words::finds(search, &format!("{} {}", row.name, row.label))
            })
            .collect();
        all.sort_by(|a, b| (&a.day, &a.name, a.member).cmp(&(&b.day, &b.name, b.member)));
        page(&all, window, DeadlineRow::clone)
    }
}
