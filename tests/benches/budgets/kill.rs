//! `kill -9` while commits are in flight, and what became of the acknowledged ones. Benches count it, tests insist.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use besace_model::access::Role;
use besace_model::commit::Commit;
use besace_model::head::DocHead;
use besace_model::limits::PUSH_COMMITS_MAX;
use besace_model::wire::{DocName, DocPush, Receipt, Verdict};

use crate::coop::{Device, Founder, Pen, forecast, fresh_folder};
use crate::line::{self, Line};
use crate::process::{PACE_LIFTED, Relay};

/// Who write at once.
pub(crate) const CLIENTS: usize = 8;

/// What the kills cost.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Toll {
    /// Commits acknowledged before a kill.
    pub(crate) acknowledged: usize,
    /// Of these, gone.
    pub(crate) lost: usize,
    /// Of these, at another place of the log.
    pub(crate) moved: usize,
}

/// One who writes through the crashes.
struct Client {
    device: Device,
    head: DocHead,
    commits: Arc<Vec<Commit>>,
    next: usize,
}

/// Kills the relay so many times while every client pushes one of its `ready` commits after the other.
pub(crate) async fn rounds(binary: &Path, rounds: u64, ready: u64) -> Toll {
    let data = fresh_folder("crash");
    let mut founder = Founder::new(&data);
    let coop = founder.coop.id();
    let mut clients: Vec<Client> = (0..CLIENTS)
        .map(|_| {
            let member = founder.member(&[Role::Entrepreneur]);
            let device = founder.device(member);
            let mut pen = Pen::new(coop, DocHead::activity(member, 2026), &device);
            let says = (0..ready).map(|number| forecast(2026, number));
            let commits = pen.write_all(&device, says, founder.now);
            Client {
                device,
                head: pen.head,
                commits: Arc::new(commits),
                next: 0,
            }
        })
        .collect();
    founder.close();
    let mut relay = Relay::start(binary, &data, coop, PACE_LIFTED);
    let mut toll = Toll::default();
    for round in 0..rounds {
        let mut tasks = Vec::new();
        for client in &clients {
            let (line, _) = Line::synced(&relay, &client.device).await.expect("a link");
            let (head, commits) = (client.head.clone(), Arc::clone(&client.commits));
            tasks.push(tokio::spawn(write(line, head, commits, client.next)));
        }
        tokio::time::sleep(Duration::from_millis(60 + round * 37 % 120)).await;
        relay.process.kill();
        let mut told = Vec::new();
        for task in tasks {
            told.push(task.await.expect("a client ends well"));
        }
        relay.again();
        for (client, told) in clients.iter_mut().zip(told) {
            toll.acknowledged += told.len();
            let again = ask_again(&relay, client, told.len()).await;
            for (before, now) in told.iter().zip(&again) {
                match now {
                    Verdict::Duplicate(receipt) => {
                        toll.moved += usize::from(receipt.seq != before.seq);
                    }
                    _ => toll.lost += 1,
                }
            }
            client.next += told.len();
        }
    }
    toll
}

/// Pushes one after the other until the link breaks; what was acknowledged.
async fn write(
    mut line: Line,
    head: DocHead,
    commits: Arc<Vec<Commit>>,
    from: usize,
) -> Vec<Receipt> {
    let mut told = Vec::new();
    for commit in commits.iter().skip(from) {
        let push = DocPush {
            doc: DocName::Head(head.clone()),
            commits: vec![commit.clone()],
        };
        if line.send(line::push(vec![push])).await.is_err() {
            break;
        }
        match line.update().await.map(|update| update.verdicts) {
            Ok(verdicts) => match verdicts.first().map(|verdict| &verdict.verdict) {
                // A duplicate: durable before the kill, but the answer never came.
                Some(Verdict::Accepted(receipt) | Verdict::Duplicate(receipt)) => {
                    told.push(*receipt)
                }
                other => panic!("not accepted: {other:?}"),
            },
            Err(_) => break,
        }
    }
    told
}

/// The relay's word on what it acknowledged before.
async fn ask_again(relay: &Relay, client: &Client, count: usize) -> Vec<Verdict> {
    let (mut line, _) = Line::synced(relay, &client.device).await.expect("a link");
    let mut verdicts = Vec::new();
    for commits in client.commits[client.next..client.next + count].chunks(PUSH_COMMITS_MAX) {
        let doc = DocName::Head(client.head.clone());
        let push = DocPush {
            doc,
            commits: commits.to_vec(),
        };
        line.send(line::push(vec![push])).await.expect("sent");
        let update = line.update().await.expect("verdicts");
        verdicts.extend(update.verdicts.into_iter().map(|verdict| verdict.verdict));
    }
    verdicts
}
