//! Live links and fan-out, as a pure state machine: who is connected, what waits to be sent to them. A commit is
//! encoded once and its bytes are shared by every link that gets it. A link that does not keep up, or whose readers
//! changed, is told to read on from its cursor instead; nobody else waits for it. What members wrote stands in the queues
//! but is not handed out before somebody says that its trial went well; what stands before it and verdicts are.

mod frames;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::kind::KindSet;
use besace_model::limits::{SEND_QUEUE_BYTES, SOCKETS_PER_DEVICE};
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, Cursor};

use crate::coop::{Board, People, Published, PublishedEntry};
use crate::store::docs::DocRow;
use frames::{accepted, commits_frame, runs, verdicts_frame};

/// A connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(u64);

/// Bytes ready to be sent, shared between links.
pub type Frame = Arc<[u8]>;

/// What a link does next, once the frames it took are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Wait to be woken.
    Wait,
    /// Read on from this cursor, without the entries the phone itself pushed.
    Read(Cursor, Vec<u64>),
    /// Say goodbye.
    Dismiss(ErrorCode),
}

/// A position in the log, with what a cursor remembers of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    seq: u64,
    mark: u32,
}

#[derive(Debug)]
enum Item {
    Shared(Frame, Spot),
    Verdicts(Vec<CommitVerdict>, Spot),
    /// Verdicts up to here were handed out while something before them waited for its trial.
    Reached(Spot),
}

/// Commits that stand in queues and wait for their trial.
#[derive(Debug, Clone)]
pub struct Held {
    /// Names them: the place of the last one.
    pub run: u64,
    /// The commits, neighbours in the log.
    pub entries: Vec<Arc<PublishedEntry>>,
}

/// What publishing came to.
#[derive(Debug, Default)]
pub struct Fanout {
    /// Links to wake: not those that only have verdicts, whose answer says so.
    pub woken: BTreeSet<LinkId>,
    /// What is to be tried, then [`Hub::release`]d.
    pub held: Vec<Held>,
}

#[derive(Debug)]
struct Waiting {
    docs: BTreeSet<DocRow>,
    links: Vec<LinkId>,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Reading pages; hears of nothing.
    Reading,
    /// Hears of everything its member reads.
    Live,
    /// Must read on from where it is.
    Behind,
    /// Must go.
    Dismissed(ErrorCode),
}

#[derive(Debug)]
struct LiveLink {
    member: MemberId,
    device: DeviceId,
    state: State,
    /// The kinds of document that both ends know.
    kinds: KindSet,
    /// The last place handed out.
    at: Spot,
    queue: VecDeque<Item>,
    queued_bytes: usize,
}

/// The link a submission came by, with the verdicts to tell.
pub type Origin<'a> = (Option<LinkId>, &'a mut Option<Vec<CommitVerdict>>);

/// Every live link of one cooperative.
#[derive(Debug, Default)]
pub struct Hub {
    links: BTreeMap<LinkId, LiveLink>,
    by_member: BTreeMap<MemberId, Vec<LinkId>>,
    waiting: BTreeMap<u64, Waiting>,
    next: u64,
}

impl Hub {
    /// Adds a link. A device with too many loses its oldest, which is likely a connection that broke unseen: that
    /// link is returned, to be woken.
    pub fn join(&mut self, member: MemberId, device: DeviceId) -> (LinkId, Option<LinkId>) {
        let id = LinkId(self.next);
        self.next += 1;
        let links = self.by_member.entry(member).or_default();
        let own: Vec<LinkId> = links
            .iter()
            .filter(|id| {
                self.links.get(id).is_some_and(|link| {
                    link.device == device && !matches!(link.state, State::Dismissed(_))
                })
            })
            .copied()
            .collect();
        links.push(id);
        let oldest = own
            .first()
            .filter(|_| own.len() >= SOCKETS_PER_DEVICE)
            .copied();
        if let Some(link) = oldest.and_then(|oldest| self.links.get_mut(&oldest)) {
            link.dismiss(ErrorCode::Quota);
        }
        self.links.insert(
            id,
            LiveLink {
                member,
                device,
                state: State::Reading,
                kinds: KindSet::SPINE,
                at: Spot { seq: 0, mark: 0 },
                queue: VecDeque::new(),
                queued_bytes: 0,
            },
        );
        (id, oldest)
    }

    /// Removes a link.
    pub fn leave(&mut self, id: LinkId) {
        let Some(link) = self.links.remove(&id) else {
            return;
        };
        if let Some(links) = self.by_member.get_mut(&link.member) {
            links.retain(|other| *other != id);
            if links.is_empty() {
                self.by_member.remove(&link.member);
            }
        }
    }

    /// How many links there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.links.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// Whether a link hears of everything.
    #[must_use]
    pub fn is_live(&self, id: LinkId) -> bool {
        self.links
            .get(&id)
            .is_some_and(|link| link.state == State::Live)
    }

    /// Lets a link that has everything up to `at` hear of what comes next, of these kinds. When something came
    /// meanwhile, the link reads on from the cursor.
    pub fn listen(
        &mut self,
        id: LinkId,
        at: u64,
        kinds: KindSet,
        board: &Board,
    ) -> Result<(), Cursor> {
        let Some(link) = self.links.get_mut(&id) else {
            return Ok(());
        };
        if matches!(link.state, State::Dismissed(_)) {
            return Ok(());
        }
        link.kinds = kinds;
        if board.head_of(link.member) > at {
            return Err(board.cursor_at(at, kinds));
        }
        // Nothing that this member reads came between, so the head is as good a place and its mark is at hand.
        link.at = Spot {
            seq: board.head(),
            mark: board.mark_at_head(),
        };
        link.state = State::Live;
        Ok(())
    }

    /// What to send on a link now, in order, and what to do then.
    pub fn take(&mut self, id: LinkId, now: Timestamp, board: &Board) -> (Vec<Frame>, Next) {
        let Some(link) = self.links.get_mut(&id) else {
            return (Vec::new(), Next::Wait);
        };
        if let State::Dismissed(code) = link.state {
            return (Vec::new(), Next::Dismiss(code));
        }
        let is_behind = link.state == State::Behind;
        let mut frames = Vec::with_capacity(link.queue.len());
        let mut own = Vec::new();
        let mut kept = VecDeque::new();
        let mut kept_bytes = 0;
        for item in std::mem::take(&mut link.queue) {
            match item {
                Item::Shared(frame, spot) => {
                    if kept.is_empty() && !self.waiting.contains_key(&spot.seq) {
                        link.at = spot;
                        frames.push(frame);
                    } else {
                        kept_bytes += frame.len();
                        kept.push_back(Item::Shared(frame, spot));
                    }
                }
                Item::Verdicts(verdicts, spot) => {
                    let mut cursor = None;
                    if is_behind {
                        own.extend(accepted(&verdicts));
                    } else if kept.is_empty() {
                        link.at = spot;
                        cursor = Some(board.cursor_of(spot.seq, spot.mark, link.kinds));
                    } else {
                        note_reached(&mut kept, spot);
                    }
                    frames.push(verdicts_frame(now, verdicts, cursor));
                }
                Item::Reached(spot) if kept.is_empty() && !is_behind => {
                    link.at = spot;
                    let cursor = Some(board.cursor_of(spot.seq, spot.mark, link.kinds));
                    frames.push(verdicts_frame(now, Vec::new(), cursor));
                }
                Item::Reached(spot) => note_reached(&mut kept, spot),
            }
        }
        if is_behind {
            // It is all in the log.
            (kept, kept_bytes) = (VecDeque::new(), 0);
        }
        (link.queue, link.queued_bytes) = (kept, kept_bytes);
        let next = if is_behind {
            link.state = State::Reading;
            Next::Read(board.cursor_of(link.at.seq, link.at.mark, link.kinds), own)
        } else {
            Next::Wait
        };
        (frames, next)
    }

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
                let known = run.iter().filter(|entry| link.kinds.contains(entry.kind));
                let known = known.count();
                if known == 0 {
                    continue;
                }
                if rebuilt || known < run.len() {
                    link.state = State::Behind;
                    woken.insert(id);
                    continue;
                }
                let kinds = link.kinds;
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

    /// Lets what was tried be handed out. Returns the links to wake.
    pub fn release(&mut self, run: u64) -> Vec<LinkId> {
        let waiting = self.waiting.remove(&run);
        waiting.map(|it| it.links).unwrap_or_default()
    }

    /// Takes what could not be tried out of the queues: their links read on. Returns them, to be woken.
    pub fn abandon(&mut self, run: u64) -> Vec<LinkId> {
        let links = self.release(run);
        for id in &links {
            if let Some(link) = self.links.get_mut(id)
                && link.state == State::Live
            {
                link.fall_behind();
            }
        }
        links
    }

    /// [`Hub::abandon`] for all that waits, when nobody will say how its trial went.
    pub fn abandon_all(&mut self) -> Vec<LinkId> {
        let runs: Vec<u64> = self.waiting.keys().copied().collect();
        let links = runs.into_iter().flat_map(|run| self.abandon(run));
        links.collect()
    }

    /// A document was frozen: what waits of it is never handed out.
    fn drop_document(&mut self, doc: DocRow) -> Vec<LinkId> {
        let waiting = self.waiting.iter();
        let runs = waiting.filter(|(_, it)| it.docs.contains(&doc));
        let runs: Vec<u64> = runs.map(|(run, _)| *run).collect();
        let links = runs.into_iter().flat_map(|run| self.abandon(run));
        links.collect()
    }

    /// Sends every link away, when the relay stops.
    pub fn dismiss_all(&mut self, code: ErrorCode) -> Vec<LinkId> {
        for link in self.links.values_mut() {
            link.dismiss(code);
        }
        self.links.keys().copied().collect()
    }

    fn dismiss_strangers(&mut self, people: &People) -> Vec<LinkId> {
        let mut woken = Vec::new();
        for (id, link) in &mut self.links {
            if let Err(code) = people.admit(link.member, link.device) {
                link.dismiss(code);
                woken.push(*id);
            }
        }
        woken
    }

    fn links_of(&self, member: MemberId) -> Vec<LinkId> {
        self.by_member.get(&member).cloned().unwrap_or_default()
    }

    /// Links whose member reads an audience: over the fewer of the two.
    fn audience_links(&self, audience: u32, board: &Board) -> Vec<LinkId> {
        let readers = board.readers_of(audience);
        if readers.len() > self.by_member.len() {
            let connected = self.by_member.iter();
            return connected
                .filter(|(member, _)| readers.contains(member))
                .flat_map(|(_, links)| links.iter().copied())
                .collect();
        }
        let connected = readers
            .iter()
            .filter_map(|member| self.by_member.get(member));
        connected.flatten().copied().collect()
    }
}

impl LiveLink {
    fn queue(&mut self, item: Item, bytes: usize) {
        self.queue.push_back(item);
        self.queued_bytes += bytes;
        if self.queued_bytes > SEND_QUEUE_BYTES {
            self.fall_behind();
        }
    }

    /// Drops what is queued and in the log; only verdicts stand nowhere else.
    fn fall_behind(&mut self) {
        self.queue.retain(|item| matches!(item, Item::Verdicts(..)));
        self.state = State::Behind;
    }

    fn dismiss(&mut self, code: ErrorCode) {
        self.queue.clear();
        self.queued_bytes = 0;
        self.state = State::Dismissed(code);
    }
}

fn note_reached(queue: &mut VecDeque<Item>, spot: Spot) {
    match queue.back_mut() {
        Some(Item::Reached(last)) => *last = spot,
        _ => queue.push_back(Item::Reached(spot)),
    }
}
