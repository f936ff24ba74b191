//! As many things as a push holds.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Author, ROOT};
use besace_model::access::Role;
use besace_model::doc::genesis::Genesis;
use besace_model::head::DocHead;
use besace_model::kind::Kind;
use besace_model::wire::{DocName, DocPush, Verdict};

use super::documents::long_entry;
use super::events::{an_event, answer_all, signed};
use super::{Bench, Cost, LONG_TEXT, held, one};
use crate::Setting;
use crate::coop::{Founder, Pen, fresh_folder, ulid};
use crate::report::Report;

/// As much as a push holds: of operations, documents, answers and refusals.
pub(super) fn many_things(setting: &Setting, report: &mut Report) {
    let data = fresh_folder("writer-many");
    let mut founder = Founder::new(&data);
    let team = founder.member(&[Role::Comms]);
    let team = founder.device(team);
    let coop = founder.coop.id();
    let mut bench = Bench::new(founder);

    let mut pen = Pen::new(coop, DocHead::activity(team.member, 2026), &team);
    let says = [long_entry(2026, 0), long_entry(2026, 1)];
    let commits = pen.write_all(&team, says, bench.founder.now);
    let cost = bench.accepted(vec![pen.push(commits)]);
    held(report, &format!("{} operations", 2 * LONG_TEXT), &cost);

    let events = setting.pick(800, 200);
    let mut longest: Option<Cost> = None;
    for start in (0..events).step_by(100) {
        let pushes = (start..start + 100).map(|number| {
            let mut pen = Pen::new(coop, DocHead::event(ulid(number)), &team);
            let commit = pen.write(&team, &an_event(number), bench.founder.now);
            pen.push(vec![commit])
        });
        let pushes = pushes.collect();
        let cost = bench.accepted(pushes);
        if longest
            .as_ref()
            .is_none_or(|before| before.held < cost.held)
        {
            longest = Some(cost);
        }
    }
    let cost = longest.expect("some were measured");
    held(report, &format!("100 new events, {events} in all"), &cost);

    let mut doc = Genesis::document(Kind::Rsvp);
    let head = DocHead::rsvp(team.member);
    let change = answer_all(&mut doc, team.member, 1, 0..events, "accepted");
    let name = format!("answers to {events} events in {} KiB", change.len() / 1024);
    let commit = signed(&bench.founder, &head, &team, change);
    let cost = bench.accepted(one(&head, commit));
    held(report, &name, &cost);

    let head = DocHead::profile(team.member);
    let refused = |bench: &mut Bench, round: u64| {
        let commits = (0..100).map(|number| {
            let mut doc = Genesis::document(Kind::Profile);
            doc.set_author(Some(Author::from(team.member.as_bytes().to_vec())));
            let actor = ulid(round * 100 + number).0;
            doc.set_actor(ActorId::from(actor));
            let mut tx = doc.transaction();
            tx.put(ROOT, "nothing", 1_i64).expect("a number");
            tx.commit_with(CommitOptions::default().with_time(1));
            let change = doc.get_last_local_change().expect("just made");
            signed(&bench.founder, &head, &team, change.raw_bytes().to_vec())
        });
        let commits = commits.collect();
        let doc = DocName::Head(head.clone());
        let cost = bench.push(vec![DocPush { doc, commits }]);
        let is_refused = |verdict: &Verdict| matches!(verdict, Verdict::Refused(..));
        assert!(cost.verdicts.iter().all(is_refused), "{:?}", cost.verdicts);
        cost
    };
    let rounds = setting.pick(21, 3);
    for round in 1..rounds {
        refused(&mut bench, round);
    }
    let cost = refused(&mut bench, rounds);
    held(report, "100 refusals of a device with 2,000", &cost);
}
