//! Verdicts there and back, and verdicts on other commits.

use super::*;

fn verdict(doc: u8, hash: u8, verdict: Verdict) -> CommitVerdict {
    CommitVerdict {
        doc: DocId([doc; 16]),
        hash: CommitHash([hash; 32]),
        verdict,
    }
}

fn accepted(doc: u8, hash: u8, seq: u64) -> CommitVerdict {
    let at = Timestamp(9);
    verdict(doc, hash, Verdict::Accepted(Receipt { seq, at }))
}

fn hashes(verdicts: &[CommitVerdict]) -> impl Iterator<Item = CommitHash> {
    let hashes: Vec<_> = verdicts.iter().map(|it| it.hash).collect();
    hashes.into_iter()
}

#[test]
fn verdicts_in_a_row_take_one_line_and_come_out_one_by_one() {
    let verdicts = vec![
        accepted(1, 1, 10),
        accepted(1, 2, 11),
        accepted(1, 3, 13),
        accepted(2, 4, 14),
        verdict(2, 5, Verdict::Retry(7)),
        accepted(2, 6, 15),
    ];
    let lines = in_lines(verdicts.clone());
    assert_eq!(lines.len(), 5);
    assert_eq!(one_by_one(lines, hashes(&verdicts)), Ok(verdicts));
}

#[test]
fn verdicts_on_other_commits_are_no_message() {
    let verdicts = vec![accepted(1, 1, 10), accepted(1, 2, 11)];
    let lines = in_lines(verdicts.clone());
    let other = [accepted(1, 1, 0), accepted(1, 9, 0)];
    for pushed in [&other[..], &verdicts[..1], &[]] {
        let read = one_by_one(lines.clone(), hashes(pushed));
        assert_eq!(read, Err(WireError::Malformed));
    }
    let endless = vec![Told::Accepted(Run {
        doc: DocId([1; 16]),
        count: u32::MAX,
        seq: 1,
        at: Timestamp(0),
        mark: 0,
    })];
    let read = one_by_one(endless, hashes(&verdicts));
    assert_eq!(read, Err(WireError::Malformed));
}

#[test]
fn what_came_twice_is_answered_twice_and_disturbs_nothing() {
    let at = Timestamp(9);
    let again = verdict(1, 1, Verdict::Duplicate(Receipt { seq: 10, at }));
    let next = accepted(1, 2, 11);
    let lines = in_lines(vec![again.clone(), next.clone()]);
    let pushed = std::iter::once(CommitHash([2; 32]));
    assert_eq!(one_by_one(lines, pushed), Ok(vec![again, next]));
}
