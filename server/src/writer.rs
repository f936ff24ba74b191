//! The threads around one open cooperative: one that writes, and readers beside it. Whatever queued while the disk was
//! busy goes into the next group commit. Handles are cheap to clone and safe to drop at any await.

mod lanes;
mod lent;
mod links;
mod thread;

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use besace_model::admission::declared_ops;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId, DocId, MemberId};
use besace_model::kind::KindSet;
use besace_model::time::Timestamp;
use besace_model::wire::{CommitVerdict, Cursor, DocPush, Witness};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

use crate::coop::{
    self, Built, Coop, CoopError, CoopReader, Decision, Done, Exported, Glance, Page, People,
    Prepared, Submission, Taken,
};
use crate::hub::{Hub, LinkId};
use crate::limits::{OPS_READ_MAX, READERS, READY_MAX, RETRY_MS, TRIAL_WAIT_MS, WRITER_QUEUE};
use crate::metrics::Outcome;
use crate::store::docs::DocRow;
use crate::store::invitations::SecretHash;
use lanes::{Lanes, Task};
use lent::{Lent, OwnedAsk};
use thread::Writer;

/// Signatures verified on the caller's own thread; more go to a blocking one.
const VERIFIED_INLINE: usize = 4;

type Answer<T> = oneshot::Sender<T>;

/// What a submission came to.
#[derive(Debug)]
pub struct Admitted {
    /// The verdicts, for the caller to tell. `None`: they stand in the link's queue, for [`Handle::take`], and its waker
    /// is not notified of them.
    pub verdicts: Option<Vec<CommitVerdict>>,
    /// Of each commit, what became of it.
    pub outcomes: Vec<Outcome>,
}

impl Admitted {
    fn new(verdicts: Vec<CommitVerdict>) -> Self {
        Self {
            outcomes: verdicts.iter().map(|it| Outcome::of(&it.verdict)).collect(),
            verdicts: Some(verdicts),
        }
    }
}

/// What was handed in and is not answered yet.
#[derive(Debug)]
pub struct Submitted {
    answered: oneshot::Receiver<Admitted>,
    retry: Vec<Vec<CommitVerdict>>,
    work: usize,
}

impl Submitted {
    /// The weight of the indexes that had to be made for it, in bytes: for its device's pace.
    #[must_use]
    pub fn work(&self) -> usize {
        self.work
    }

    /// The answer, once what it accepts is durable.
    pub async fn admitted(self) -> Admitted {
        let retry = || Admitted::new(self.retry.into_iter().flatten().collect());
        self.answered.await.unwrap_or_else(|_| retry())
    }
}

/// Room taken in memory by what was read of pushes and is not judged yet.
struct Room {
    ops: OwnedSemaphorePermit,
    _index: Option<OwnedSemaphorePermit>,
}

enum Job {
    Admit(Option<LinkId>, Submission, Answer<Admitted>, Room),
    Decide(MemberId, Box<Decision>, Answer<Result<Done, CoopError>>),
    /// Something could not be read: the whole file is checked.
    Doubt,
    /// Something waits that is done when nothing else is to be.
    Tidy,
    Read(OwnedAsk, Answer<Result<Page, CoopError>>),
    Export(DocId, Answer<Result<Exported, CoopError>>),
    Invited(SecretHash, Timestamp, Answer<Result<MemberId, CoopError>>),
    /// Documents that failed their trial, to be frozen.
    Failed(Vec<Built>),
    /// The long lane did what the writer asked: snapshots to put in place.
    Tidied(Result<Vec<Built>, CoopError>),
    /// It read what documents give to those that are derived.
    Taken(Vec<Taken>),
    #[cfg(test)]
    LetThrough(besace_model::head::DocHead, Vec<u8>),
    Close(Answer<()>),
}

#[derive(Debug, Default)]
struct Live {
    hub: Hub,
    wakers: BTreeMap<LinkId, Arc<Notify>>,
}

impl Live {
    fn wake(&self, links: impl IntoIterator<Item = LinkId>) {
        for link in links {
            if let Some(waker) = self.wakers.get(&link) {
                waker.notify_one();
            }
        }
    }
}

struct Shared {
    coop: CoopId,
    glance: Glance,
    live: Mutex<Live>,
    readers: Mutex<Vec<CoopReader>>,
    reader_permits: Arc<Semaphore>,
    reads_in_writer: bool,
    /// The threads that try documents; none in memory.
    lanes: Option<Lanes>,
    /// Notified when documents were tried.
    tried: Notify,
    /// Operations that may be in memory between being read and being judged.
    ops_room: Arc<Semaphore>,
    /// Pushes that may bring along indexes made beside the writer.
    ready_room: Arc<Semaphore>,
}

impl Shared {
    fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the hub do something, and wakes the links it says.
    fn wake(&self, work: impl FnOnce(&mut Hub) -> Vec<LinkId>) {
        let mut live = self.live();
        let woken = work(&mut live.hub);
        live.wake(woken);
    }

    /// Asks for trials beside the writer. A lane that is gone, in a relay that ends, tries nothing more.
    fn ask_long(&self, task: Task) {
        if let Some(lanes) = &self.lanes {
            let _ = lanes.long.send(task);
        }
    }

    /// Waits until a page's document is tried or frozen, for a bounded time.
    async fn wait_for_trial(&self, doc: DocRow, upto: u64) {
        self.ask_long(Task::Wanted(doc));
        let tried = async {
            loop {
                let mut progress = pin!(self.tried.notified());
                progress.as_mut().enable();
                if !self.glance.is_untried(doc, upto) {
                    return;
                }
                progress.await;
            }
        };
        // Whoever waits in vain is told so, and waits on.
        let _ = timeout(Duration::from_millis(TRIAL_WAIT_MS), tried).await;
    }

    /// Waits until there is room for the operations that pushes declare; `None` never in practice.
    async fn room_for(&self, pushes: &[DocPush]) -> Option<OwnedSemaphorePermit> {
        let commits = pushes.iter().flat_map(|push| &push.commits);
        let ops: usize = commits.map(|commit| declared_ops(&commit.change)).sum();
        let ops = u32::try_from(ops.min(OPS_READ_MAX)).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.ops_room).acquire_many_owned(ops);
        room.await.ok()
    }

    /// Has made beside the writer what it lacks to judge these; the work that was, and the room what was made takes.
    /// Whatever fails, the writer asks to come again.
    async fn make_ready(
        self: &Arc<Self>,
        mut pushes: Vec<Prepared>,
    ) -> (Vec<Prepared>, usize, Option<OwnedSemaphorePermit>) {
        if self.reads_in_writer || !self.glance.is_any_cold(&pushes) {
            return (pushes, 0, None);
        }
        let room = Arc::clone(&self.ready_room).acquire_owned().await.ok();
        let Ok(lent) = Lent::take(self).await else {
            return (pushes, 0, None);
        };
        let made = tokio::task::spawn_blocking(move || {
            let work = lent.reader().and_then(|it| it.make_ready(&mut pushes));
            let work = work.unwrap_or_else(|error| {
                tracing::error!(%error, "a push could not be made ready");
                0
            });
            (pushes, work)
        });
        let (pushes, work) = made.await.unwrap_or_default();
        (pushes, work, room.filter(|_| work > 0))
    }

    fn readers(&self) -> MutexGuard<'_, Vec<CoopReader>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A cooperative in use. Cheap to clone.
#[derive(Clone)]
pub struct Handle {
    jobs: Arc<SyncSender<Job>>,
    shared: Arc<Shared>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle")
            .field("coop", &self.shared.coop)
            .finish_non_exhaustive()
    }
}

/// Starts the writer of a cooperative. The thread ends with [`Handle::close`], or with an error when the file failed:
/// the process must then end and start again from the file. `clock` is read once per group.
///
/// # Errors
/// Whatever opening the readers or starting the thread says.
pub fn spawn(
    mut coop: Coop,
    clock: impl Fn() -> Timestamp + Send + 'static,
) -> Result<(Handle, JoinHandle<Result<(), CoopError>>), CoopError> {
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.extend(coop.reader()?);
    }
    let (jobs, queue) = sync_channel(WRITER_QUEUE);
    let jobs = Arc::new(jobs);
    let (lanes, starting) = Lanes::of(&coop)?.unzip();
    if !readers.is_empty() {
        coop.rely_on_readers();
    }
    let shared = Arc::new(Shared {
        coop: coop.id(),
        glance: coop.glance(),
        live: Mutex::default(),
        reader_permits: Arc::new(Semaphore::new(readers.len())),
        reads_in_writer: readers.is_empty(),
        lanes,
        tried: Notify::new(),
        ops_room: Arc::new(Semaphore::new(OPS_READ_MAX)),
        ready_room: Arc::new(Semaphore::new(READY_MAX)),
        readers: Mutex::new(readers),
    });
    if let Some(starting) = starting {
        starting.start(&shared, &jobs)?;
    }
    let writer = Writer {
        coop,
        clock,
        shared: Arc::clone(&shared),
        since_checkpoint: 0,
        quiet: 0,
        is_asked: false,
        may_tidy: true,
        may_compact: true,
        was_checked: false,
    };
    let thread = std::thread::Builder::new()
        .name("besace-writer".into())
        .spawn(move || writer.run(&queue))
        .map_err(crate::store::StoreError::from)?;
    Ok((Handle { jobs, shared }, thread))
}

impl Handle {
    /// The cooperative's id.
    #[must_use]
    pub fn coop(&self) -> CoopId {
        self.shared.coop
    }

    /// Who is who now.
    #[must_use]
    pub fn people(&self) -> Arc<People> {
        self.shared.glance.people()
    }

    /// What memory answers without the file.
    #[must_use]
    pub fn glance(&self) -> &Glance {
        &self.shared.glance
    }

    /// Hands in what a phone pushed, to be judged and stored after all that was handed in before. `link` is the live
    /// link it came by.
    pub async fn submit(&self, link: Option<LinkId>, pushes: Vec<DocPush>) -> Submitted {
        let commits: usize = pushes.iter().map(|push| push.commits.len()).sum();
        let ops = self.shared.room_for(&pushes).await;
        let people = self.people();
        let coop = self.coop();
        let prepare = move || -> Vec<Prepared> {
            let pushes = pushes.into_iter();
            pushes
                .map(|push| Prepared::new(coop, &people, push))
                .collect()
        };
        let pushes = if commits <= VERIFIED_INLINE {
            prepare()
        } else {
            tokio::task::spawn_blocking(prepare)
                .await
                .unwrap_or_default()
        };
        let (pushes, work, index) = self.shared.make_ready(pushes).await;
        let submission = Submission { pushes };
        let retry = coop::Outcome::retry(std::slice::from_ref(&submission), RETRY_MS).verdicts;
        let (answer, answered) = oneshot::channel();
        if let Some(ops) = ops {
            let room = Room { ops, _index: index };
            // A queue that is full drops the answer, which says the same.
            let _ = self
                .jobs
                .try_send(Job::Admit(link, submission, answer, room));
        }
        Submitted {
            answered,
            retry,
            work,
        }
    }

    /// One page of what is new to a phone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn read_after(
        &self,
        member: MemberId,
        cursor: Option<Cursor>,
        witness: Option<Witness>,
        skip: BTreeSet<u64>,
        kinds: KindSet,
        now: Timestamp,
    ) -> Result<Page, CoopError> {
        let ask = OwnedAsk {
            member,
            cursor,
            witness,
            skip,
            kinds,
            now,
        };
        if let Some(page) = self.shared.glance.nothing_new(&ask.ask()) {
            return Ok(page);
        }
        if self.shared.reads_in_writer {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Read(ask, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let (page, ask) = self.read_page(ask).await?;
        let Some((doc, upto)) = page.waits.filter(|_| page.is_waiting()) else {
            return Ok(page);
        };
        // Nobody else waits for the reader meanwhile.
        self.shared.wait_for_trial(doc, upto).await;
        Ok(self.read_page(ask).await?.0)
    }

    async fn read_page(&self, ask: OwnedAsk) -> Result<(Page, OwnedAsk), CoopError> {
        let lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || {
            let page = lent.reader()?.read_after(&ask.ask())?;
            Ok::<_, CoopError>((page, ask))
        });
        let read = read.await.map_err(|_| CoopError::Poisoned)?;
        if let Err(CoopError::Store(error)) = &read
            && error.is_damage()
        {
            // A full queue has others read the same, and doubt again.
            let _ = self.jobs.try_send(Job::Doubt);
        }
        let (page, ask) = read?;
        let built = self.shared.glance.take_built();
        if !built.is_empty() {
            // A full queue leaves the document untried, so it is tried, and told, again.
            self.send(Job::Failed(built))?;
        }
        Ok((page, ask))
    }

    /// Carries out a decision about people.
    ///
    /// # Errors
    /// [`CoopError`] says why not.
    pub async fn decide(&self, actor: MemberId, decision: Decision) -> Result<Done, CoopError> {
        let (answer, answered) = oneshot::channel();
        self.send(Job::Decide(actor, Box::new(decision), answer))?;
        answered.await.map_err(|_| CoopError::Poisoned)?
    }

    /// A document as an Automerge file.
    ///
    /// # Errors
    /// [`CoopError::NotFound`], or whatever the store says.
    pub async fn export(&self, doc: DocId) -> Result<Exported, CoopError> {
        if self.shared.reads_in_writer {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Export(doc, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || lent.reader()?.export(doc));
        read.await.map_err(|_| CoopError::Poisoned)?
    }

    /// Whom an invitation invites; nothing is spent.
    ///
    /// # Errors
    /// [`CoopError`] says why it invites nobody.
    pub async fn invited(&self, secret: SecretHash, now: Timestamp) -> Result<MemberId, CoopError> {
        if self.shared.reads_in_writer {
            let (answer, answered) = oneshot::channel();
            self.send(Job::Invited(secret, now, answer))?;
            return answered.await.map_err(|_| CoopError::Poisoned)?;
        }
        let lent = Lent::take(&self.shared).await?;
        let read = tokio::task::spawn_blocking(move || lent.reader()?.invited(&secret, now));
        read.await.map_err(|_| CoopError::Poisoned)?
    }

    /// Notes that a device was seen; nobody waits for it.
    pub fn seen(&self, now: Timestamp, device: DeviceId) {
        if self.shared.glance.see(now, device) {
            // A writer whose queue is full looks for itself before it rests.
            let _ = self.jobs.try_send(Job::Tidy);
        }
    }

    /// Lets go of a cooperative whose writer has ended: links are sent away, and no connection to its file stays.
    pub fn abandon(&self) {
        self.shared.wake(|hub| hub.dismiss_all(ErrorCode::Retry));
        self.shared.reader_permits.close();
        self.shared.readers().clear();
    }

    /// Sends every link away, finishes what is queued, and closes the file.
    pub async fn close(&self) {
        {
            let mut live = self.shared.live();
            let links = live.hub.dismiss_all(ErrorCode::Retry);
            live.wake(links);
        }
        let (answer, answered) = oneshot::channel();
        if self.send_blocking(Job::Close(answer)).await {
            drop(answered.await);
        }
    }

    fn send(&self, job: Job) -> Result<(), CoopError> {
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => CoopError::Quota,
            TrySendError::Disconnected(_) => CoopError::Poisoned,
        })
    }

    async fn send_blocking(&self, job: Job) -> bool {
        let jobs = Arc::clone(&self.jobs);
        let sent = tokio::task::spawn_blocking(move || jobs.send(job).is_ok());
        sent.await.unwrap_or(false)
    }
}

#[cfg(test)]
mod tests;
