//! Fan-out: what a transaction published goes into the queues of the links that may read it.

use std::collections::BTreeSet;
use std::sync::Arc;

use besace_model::kind::KindSet;
use besace_model::wire::CommitVerdict;

use super::frames::{commits_frame, runs};
use super::queue::{Item, LiveLink, Spot, State};
use super::trials::{Held, Waiting};
use super::{Frame, Hub, LinkId};
use crate::coop::{Board, People, Published, PublishedEntry};

/// What publishing came to.
#[derive(Debug, Default)]
pub struct Fanout {
    /// Links to wake: not those that only have verdicts, whose answer says so.
    pub woken: BTreeSet<LinkId>,
    /// What is to be tried, then [`Hub::release`]d.
    pub held: Vec<Held>,
}

/// The link a submission came by, with the verdicts to tell.
pub type Origin<'a> = (Option<LinkId>, &'a mut Option<Vec<CommitVerdict>>);

impl Hub {
    /// Queues what a transaction published. Verdicts that could not be queued, because the link of their origin is not
    /// live, are left in place. What is held is not handed out before its trial.
    pub fn publish(
        &mut self,
        published: &Published,
        board: &Board,
        people: &People,
        origins: &mut [Origin<'_>],
    ) -> Fanout {
        let mut woken = BTreeSet::new();
        let mut held = Vec::new();
        for doc in &published.frozen {
            woken.extend(self.drop_document(*doc));
        }
        if published.people_changed {
            woken.extend(self.dismiss_strangers(people));
        }
        for change in &published.readers {
            for id in self.links_of(change.member) {
                if let Some(link) = self.links.get_mut(&id)
                    && link.state == State::Live
                {
                    link.state = State::Behind;
                    woken.insert(id);
                }
            }
        }
        for run in runs(&published.entries) {
            let Some(last) = run.last() else {
                continue;
            };
            let spot = Spot {
                seq: last.seq,
                mark: last.mark,
            };
            let origin = last
                .submission
                .and_then(|number| origins.get(number))
                .and_then(|(link, _)| *link);
            let is_held = run.iter().any(|entry| !entry.is_relays());
            let mut waiting = Vec::new();
            // What was rebuilt is read whole, as one piece.
            let is_rebuilt = |entry: &PublishedEntry| {
                entry.made.as_ref().is_some_and(|head| head.generation > 0)
            };
            let rebuilt = run.iter().any(|entry| is_rebuilt(entry));
            let mut frames: Vec<(KindSet, Frame)> = Vec::new();
            for id in self.audience_links(last.audience, board) {
                if Some(id) == origin {
                    continue;
                }
                // A link that read on after COMMIT and before now has this already.
                let hears =
                    |link: &&mut LiveLink| link.state == State::Live && link.at.seq < spot.seq;
                let Some(link) = self.links.get_mut(&id).filter(hears) else {
                    continue;
                };
                let known = run
                    .iter()
                    .filter(|entry| link.reads.kinds.contains(entry.kind));
                let known = known.count();
                if known == 0 {
                    continue;
                }
                if rebuilt || known < run.len() {
                    link.state = State::Behind;
                    woken.insert(id);
                    continue;
                }
                let kinds = link.reads.kinds;
                let found = frames.iter().find(|(of, _)| *of == kinds);
                let frame = found
                    .map(|(_, frame)| Arc::clone(frame))
                    .unwrap_or_else(|| {
                        let cursor = board.cursor_of(spot.seq, spot.mark, kinds);
                        let frame = commits_frame(published.at, run, cursor);
                        frames.push((kinds, Arc::clone(&frame)));
                        frame
                    });
                let bytes = frame.len();
                link.queue(Item::Shared(frame, spot), bytes);
                if is_held && link.state == State::Live {
                    waiting.push(id);
                } else {
                    woken.insert(id);
                }
            }
            if !waiting.is_empty() {
                let docs = run.iter().map(|entry| entry.row).collect();
                let links = waiting;
                self.waiting.insert(spot.seq, Waiting { docs, links });
                held.push(Held {
                    run: spot.seq,
                    entries: run.to_vec(),
                });
            }
        }
        for (id, verdicts) in origins.iter_mut() {
            let link = id.and_then(|id| self.links.get_mut(&id));
            if let Some(link) = link
                && matches!(link.state, State::Live | State::Behind)
                && let Some(verdicts) = verdicts.take()
            {
                let bytes = verdicts.len() * 80;
                let spot = Spot {
                    seq: board.head(),
                    mark: board.mark_at_head(),
                };
                link.queue(Item::Verdicts(verdicts, spot), bytes);
            }
        }
        Fanout { woken, held }
    }
}
