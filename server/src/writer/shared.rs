//! What the threads around one cooperative share: the live links, the lanes, the readers.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use besace_model::admission::declared_ops;
use besace_model::ids::CoopId;
use besace_model::wire::DocPush;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::lanes::{Lanes, Task};
use super::lent::{Lent, Shelf};
use crate::coop::{Glance, Prepared};
use crate::hub::{Hub, LinkId};
use crate::limits::{OPS_READ_MAX, TRIAL_WAIT_MS};
use crate::store::docs::DocRow;

#[derive(Debug, Default)]
pub(super) struct Live {
    pub(super) hub: Hub,
    pub(super) wakers: BTreeMap<LinkId, Arc<Notify>>,
}

impl Live {
    pub(super) fn wake(&self, links: impl IntoIterator<Item = LinkId>) {
        for link in links {
            if let Some(waker) = self.wakers.get(&link) {
                waker.notify_one();
            }
        }
    }
}

pub(super) struct Shared {
    pub(super) coop: CoopId,
    pub(super) glance: Glance,
    pub(super) live: Mutex<Live>,
    pub(super) shelf: Shelf,
    /// The ways to the threads that try documents; none in memory.
    pub(super) lanes: Option<Lanes>,
    /// Milliseconds that were spent on what is derived since the cooperative was opened.
    pub(super) derived_ms: AtomicU64,
    /// Notified when documents were tried.
    pub(super) tried: Notify,
    /// Operations that may be in memory between being read and being judged.
    pub(super) ops_room: Arc<Semaphore>,
    /// Pushes that may bring along indexes made beside the writer.
    pub(super) ready_room: Arc<Semaphore>,
}

impl Shared {
    pub(super) fn live(&self) -> MutexGuard<'_, Live> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the hub do something, and wakes the links it says.
    pub(super) fn wake(&self, work: impl FnOnce(&mut Hub) -> Vec<LinkId>) {
        let mut live = self.live();
        let woken = work(&mut live.hub);
        live.wake(woken);
    }

    /// Asks for trials beside the writer. A lane that is gone, in a relay that ends, tries nothing more.
    pub(super) fn ask_long(&self, task: Task) {
        if let Some(lanes) = &self.lanes {
            let _ = lanes.long.ask(task);
        }
    }

    /// Whether nothing is being read or tried.
    pub(super) fn is_idle(&self) -> bool {
        self.shelf.is_idle() && self.lanes.as_ref().is_none_or(Lanes::are_idle)
    }

    /// Lets go of the file: reads no more, and tries no more. What is being read or tried ends first.
    pub(super) fn close_readers(&self) {
        self.shelf.close();
        self.lanes.iter().for_each(Lanes::close);
    }

    /// Waits until a page's document is tried or frozen, for a bounded time.
    pub(super) async fn wait_for_trial(&self, doc: DocRow, upto: u64) {
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
    pub(super) async fn room_for(&self, pushes: &[DocPush]) -> Option<OwnedSemaphorePermit> {
        let commits = pushes.iter().flat_map(|push| &push.commits);
        let ops: usize = commits.map(|commit| declared_ops(&commit.change)).sum();
        let ops = u32::try_from(ops.min(OPS_READ_MAX)).unwrap_or(u32::MAX);
        let room = Arc::clone(&self.ops_room).acquire_many_owned(ops);
        room.await.ok()
    }

    /// Has made beside the writer what it lacks to judge these; the work that was, and the room what was made takes.
    /// Whatever fails, the writer asks to come again.
    pub(super) async fn make_ready(
        self: &Arc<Self>,
        mut pushes: Vec<Prepared>,
    ) -> (Vec<Prepared>, usize, Option<OwnedSemaphorePermit>) {
        if self.shelf.is_writers() || !self.glance.is_any_cold(&pushes) {
            return (pushes, 0, None);
        }
        let room = Arc::clone(&self.ready_room).acquire_owned().await.ok();
        let Ok(mut lent) = Lent::take(self).await else {
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
}
