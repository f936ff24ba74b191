//! Pushing as phones do: in the short form, each push filled to its brim, with as many on their way as a phone sends
//! ahead.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use besace_model::admission::commit_hash;
use besace_model::ids::CommitHash;
use besace_model::limits::{PUSH_COMMITS_MAX, PUSHES_IN_FLIGHT};
use besace_model::wire::short::ShortPush;
use besace_model::wire::{DocPush, Hello, ToRelay, Verdict, decode, encode, squeeze};

use super::{Line, SYNC, hello};
use crate::coop::Device;
use crate::process::Relay;

/// A push as it is sent, and the commits in it.
pub(crate) type Ready = (Vec<u8>, Vec<CommitHash>);

/// Pushes as a phone sends them.
pub(crate) fn ready(pushes: Vec<DocPush>) -> Vec<Ready> {
    let frame = |pushes: &Vec<DocPush>| {
        let commits = pushes.iter().flat_map(|push| &push.commits);
        let hashes = commits.map(|commit| commit_hash(&commit.change)).collect();
        (short_push(pushes), hashes)
    };
    frames(pushes).iter().map(frame).collect()
}

impl Line {
    /// A live link of a client that reads the short form, as phones do, and has read all there is.
    pub(crate) async fn short(relay: &Relay, device: &Device) -> io::Result<Self> {
        let mut line = Self::open(relay.process.port, SYNC).await?;
        line.send(short_hello(relay.token(device))).await?;
        while line.update().await?.remaining > 0 {}
        Ok(line)
    }

    /// Pushes with the window a phone uses: at most so many pushes' commits without a verdict. How many were accepted.
    pub(crate) async fn push_all(&mut self, frames: Vec<Ready>) -> usize {
        let mut in_flight = VecDeque::new();
        let mut accepted = 0;
        for (frame, hashes) in frames {
            while in_flight.len() + hashes.len() > PUSHES_IN_FLIGHT * PUSH_COMMITS_MAX {
                accepted += verdicts(self, &mut in_flight).await;
            }
            self.send(frame).await.expect("sent");
            in_flight.extend(hashes);
        }
        while !in_flight.is_empty() {
            accepted += verdicts(self, &mut in_flight).await;
        }
        accepted
    }
}

/// Fills each push to its brim, as a phone does.
fn frames(pushes: Vec<DocPush>) -> Vec<Vec<DocPush>> {
    let mut frames: Vec<Vec<DocPush>> = vec![Vec::new()];
    let mut room = PUSH_COMMITS_MAX;
    for mut push in pushes {
        while !push.commits.is_empty() {
            if room == 0 {
                frames.push(Vec::new());
                room = PUSH_COMMITS_MAX;
            }
            let rest = push.commits.split_off(room.min(push.commits.len()));
            room -= push.commits.len();
            let doc = push.doc.clone();
            let commits = std::mem::replace(&mut push.commits, rest);
            if let Some(frame) = frames.last_mut() {
                frame.push(DocPush { doc, commits });
            }
        }
    }
    frames
}

async fn verdicts(line: &mut Line, in_flight: &mut VecDeque<CommitHash>) -> usize {
    let wait = Duration::from_secs(60);
    let update = line.update_on(in_flight.iter().copied());
    let update = tokio::time::timeout(wait, update)
        .await
        .expect("in time")
        .expect("verdicts");
    for verdict in &update.verdicts {
        assert!(
            matches!(verdict.verdict, Verdict::Accepted(_)),
            "{:?}",
            verdict.verdict
        );
    }
    in_flight.drain(..update.verdicts.len());
    update.verdicts.len()
}

/// The first frame of a client that reads the short form, as phones do.
fn short_hello(token: String) -> Vec<u8> {
    let ToRelay::Hello(hello) = decode(&hello(token, None)).expect("our own") else {
        unreachable!("it is a hello")
    };
    let reads_short = Some(true);
    encode(&ToRelay::Hello(Hello {
        reads_short,
        ..hello
    }))
}

/// A frame of commits in short, as phones send it.
fn short_push(pushes: &[DocPush]) -> Vec<u8> {
    squeeze(encode(&ToRelay::Short(
        pushes.iter().flat_map(ShortPush::of).collect(),
    )))
}
