//! Live links and fan-out, as a pure state machine: who is connected, what waits to be sent to them. A commit is
//! encoded once and its bytes are shared by every link that gets it. A link that does not keep up, or whose readers
//! changed, is told to read on from its cursor instead; nobody else waits for it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::ids::{DeviceId, MemberId};
use besace_model::limits::{FRAME_FILL_BYTES, SEND_QUEUE_BYTES, SOCKETS_PER_DEVICE};
use besace_model::time::Timestamp;
use besace_model::wire::{
    CommitVerdict, Cursor, DocName, DocUpdate, Logged, ToPhone, Update, Verdict, encode,
};

use crate::coop::{Board, People, Published, PublishedEntry};

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
struct Link {
    member: MemberId,
    device: DeviceId,
    state: State,
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
    links: BTreeMap<LinkId, Link>,
    by_member: BTreeMap<MemberId, Vec<LinkId>>,
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
            Link {
                member,
                device,
                state: State::Reading,
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

    /// Lets a link that has everything up to `at` hear of what comes next. False when something came meanwhile: the
    /// link reads on.
    pub fn listen(&mut self, id: LinkId, at: u64, board: &Board) -> Result<(), Cursor> {
        let Some(link) = self.links.get_mut(&id) else {
            return Ok(());
        };
        if matches!(link.state, State::Dismissed(_)) {
            return Ok(());
        }
        if board.head_of(link.member) > at {
            return Err(board.cursor_at(at));
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
        for item in link.queue.drain(..) {
            match item {
                Item::Shared(frame, spot) => {
                    link.at = spot;
                    frames.push(frame);
                }
                Item::Verdicts(verdicts, spot) => {
                    let mut cursor = None;
                    if is_behind {
                        own.extend(accepted(&verdicts));
                    } else {
                        link.at = spot;
                        cursor = Some(board.cursor_of(spot.seq, spot.mark));
                    }
                    frames.push(verdicts_frame(now, verdicts, cursor));
                }
            }
        }
        link.queued_bytes = 0;
        let next = if is_behind {
            link.state = State::Reading;
            Next::Read(board.cursor_of(link.at.seq, link.at.mark), own)
        } else {
            Next::Wait
        };
        (frames, next)
    }

    /// Queues what a transaction published. Verdicts that could not be queued, because the link of their origin is not
    /// live, are left in place. Returns the links to wake: not those that only have verdicts, whose answer says so.
    pub fn publish(
        &mut self,
        published: &Published,
        board: &Board,
        people: &People,
        origins: &mut [Origin<'_>],
    ) -> BTreeSet<LinkId> {
        let mut woken = BTreeSet::new();
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
            let mut frame: Option<Frame> = None;
            for id in self.audience_links(last.audience, board) {
                if Some(id) == origin {
                    continue;
                }
                // A link that read on after COMMIT and before now has this already.
                let hears = |link: &&mut Link| link.state == State::Live && link.at.seq < spot.seq;
                let Some(link) = self.links.get_mut(&id).filter(hears) else {
                    continue;
                };
                let frame = frame.get_or_insert_with(|| {
                    commits_frame(published.at, run, board.cursor_of(spot.seq, spot.mark))
                });
                link.queue(Item::Shared(Arc::clone(frame), spot), frame.len());
                woken.insert(id);
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
        woken
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

impl Link {
    fn queue(&mut self, item: Item, bytes: usize) {
        self.queue.push_back(item);
        self.queued_bytes += bytes;
        if self.queued_bytes > SEND_QUEUE_BYTES {
            // What was queued is in the log; only verdicts stand nowhere else.
            self.queue.retain(|item| matches!(item, Item::Verdicts(..)));
            self.state = State::Behind;
        }
    }

    fn dismiss(&mut self, code: ErrorCode) {
        self.queue.clear();
        self.queued_bytes = 0;
        self.state = State::Dismissed(code);
    }
}

fn accepted(verdicts: &[CommitVerdict]) -> impl Iterator<Item = u64> + '_ {
    verdicts
        .iter()
        .filter_map(|verdict| match &verdict.verdict {
            Verdict::Accepted(receipt) | Verdict::Duplicate(receipt) => Some(receipt.seq),
            _ => None,
        })
}

/// Cuts entries into what one frame may hold: neighbours in the log, of one audience and one origin.
fn runs(entries: &[Arc<PublishedEntry>]) -> Vec<&[Arc<PublishedEntry>]> {
    let mut runs = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (end, entry) in entries.iter().enumerate() {
        let Some(first) = entries.get(start) else {
            break;
        };
        let fits = first.audience == entry.audience
            && first.submission == entry.submission
            && bytes + entry.change.len() <= FRAME_FILL_BYTES;
        if !fits {
            runs.push(&entries[start..end]);
            (start, bytes) = (end, 0);
        }
        bytes += entry.change.len();
    }
    if start < entries.len() {
        runs.push(&entries[start..]);
    }
    runs
}

fn commits_frame(now: Timestamp, run: &[Arc<PublishedEntry>], cursor: Cursor) -> Frame {
    let mut docs: Vec<(besace_model::ids::DocId, DocUpdate)> = Vec::new();
    for entry in run {
        let logged = Logged {
            age_ms: 0,
            change: entry.change.clone(),
        };
        if let Some((_, update)) = docs.iter_mut().find(|(id, _)| *id == entry.doc) {
            update.changes.push(logged);
            continue;
        }
        let doc = match &entry.made {
            Some(head) => DocName::Head(head.clone()),
            None => DocName::Known(entry.doc),
        };
        let update = DocUpdate {
            doc,
            piece: None,
            changes: vec![logged],
        };
        docs.push((entry.doc, update));
    }
    let update = Update {
        now,
        docs: docs.into_iter().map(|(_, update)| update).collect(),
        cursor: Some(cursor),
        ..Update::default()
    };
    encode(&ToPhone::Update(update)).into()
}

fn verdicts_frame(now: Timestamp, verdicts: Vec<CommitVerdict>, cursor: Option<Cursor>) -> Frame {
    let update = Update {
        now,
        verdicts,
        cursor,
        ..Update::default()
    };
    encode(&ToPhone::Update(update)).into()
}
