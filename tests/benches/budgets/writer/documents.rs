//! Long documents, and a long entry.

use besace_model::access::Role;
use besace_model::command::Command as Say;
use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::kinds::journal::JournalCommand;
use besace_model::wire::Verdict;

use super::{Bench, LONG_TEXT, held, one};
use crate::Setting;
use crate::coop::{Founder, Pen, fresh_folder, ulid};
use crate::report::{Budget, Report, ms};

/// Documents that are not at hand: of many changes, of many operations, one's own and somebody else's.
pub(super) fn long_documents(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-long");
    let mut founder = Founder::new(&data);
    let (anne, eve) = (
        founder.member(&[Role::Entrepreneur]),
        founder.member(&[Role::Entrepreneur]),
    );
    let (anne, eve) = (founder.device(anne), founder.device(eve));
    let coop = founder.coop.id();
    let mut pens = Vec::new();
    for (year, changes) in [(2025, 1), (2026, 2)] {
        let changes = changes * setting.pick(10_000, 500);
        let mut pen = Pen::new(coop, DocHead::journal(anne.member, year), &anne);
        let entry = Say::Journal(JournalCommand::AddJournalEntry {
            id: ulid(1),
            date: format!("{year}-01-02"),
            text: "x".into(),
        });
        let mut commits = vec![pen.write(&anne, &entry, founder.now)];
        for number in 1..changes {
            commits.push(pen.type_one(&anne, ulid(1), number / 2, false));
        }
        founder.admit(&pen.head, &commits);
        pens.push((format!("of {changes} changes"), pen));
    }
    let texts = setting.pick(30, 3);
    let mut pen = Pen::new(coop, DocHead::activity(anne.member, 2027), &anne);
    for number in 0..texts {
        let commit = pen.write(&anne, &long_entry(2027, number), founder.now);
        founder.admit(&pen.head, &[commit]);
    }
    let ops = texts as usize * LONG_TEXT;
    pens.push((format!("of {ops} operations"), pen));

    let mut bench = Bench::new(founder);
    for (what, mut pen) in pens {
        bench = bench.restarted(&data);
        let commit = pen.type_one(&anne, ulid(1), 0, false);
        let foreign = one(
            &pen.head,
            eve.commit(pen.id, commit.change.clone(), hash(&commit)),
        );
        let cost = bench.push(foreign);
        assert!(matches!(cost.verdicts[..], [Verdict::Refused(..)]));
        held(
            report,
            &format!("a document {what}, by who may not read"),
            &cost,
        );
        let cost = bench.accepted(one(&pen.head, commit));
        held(report, &format!("a document {what} not at hand"), &cost);
        report.line(
            "  made ready beside the writer",
            ms(cost.beside),
            "ms",
            Budget::None,
        );
    }
}

pub(super) fn hash(commit: &Commit) -> [u8; 32] {
    besace_model::admission::commit_hash(&commit.change).0
}

pub(super) fn long_entry(year: u16, number: u64) -> Say {
    Say::Journal(JournalCommand::AddJournalEntry {
        id: ulid(number + 1),
        date: format!("{year}-01-02"),
        text: "e".repeat(LONG_TEXT),
    })
}
