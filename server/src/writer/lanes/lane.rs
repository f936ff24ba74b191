//! One lane of one cooperative: takes its tasks in order, one at a time, and tells the writer what came of them.

mod held;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::Task;
use super::pool::Pool;
use crate::coop::{CoopReader, Readers};
use crate::store::docs::DocRow;
use crate::writer::{Job, Shared};

pub(in crate::writer) struct Lane {
    pool: &'static Pool,
    opens: Readers,
    shared: Weak<Shared>,
    jobs: Weak<SyncSender<Job>>,
    /// Operations of the longest document that this lane tries.
    ops_max: usize,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Task>,
    /// Whether the lane waits for its turn or has it.
    is_busy: bool,
    is_closed: bool,
    /// The connection, while no task needs it.
    reader: Option<CoopReader>,
    was_used: bool,
}

impl Lane {
    pub(super) fn new(
        pool: &'static Pool,
        opens: Readers,
        shared: Weak<Shared>,
        jobs: Weak<SyncSender<Job>>,
        ops_max: usize,
    ) -> Self {
        Self {
            pool,
            opens,
            shared,
            jobs,
            ops_max,
            queue: Mutex::default(),
        }
    }

    /// Has a task done. False once the cooperative is closed.
    #[must_use]
    pub(in crate::writer) fn ask(self: &Arc<Self>, task: Task) -> bool {
        let mut queue = self.queue();
        if queue.is_closed {
            return false;
        }
        queue.tasks.push_back(task);
        if !std::mem::replace(&mut queue.is_busy, true) {
            self.pool.queue(Arc::clone(self));
        }
        true
    }

    pub(super) fn is_idle(&self) -> bool {
        !self.queue().is_busy
    }

    pub(super) fn close(&self) {
        let mut queue = self.queue();
        queue.is_closed = true;
        queue.tasks.clear();
        queue.reader = None;
    }

    pub(super) fn clear_unused(&self) {
        let mut queue = self.queue();
        if !std::mem::take(&mut queue.was_used) {
            queue.reader = None;
        }
    }

    /// Does one task, and waits for another turn when there are more.
    pub(super) fn turn(self: Arc<Self>) {
        let (task, reader) = {
            let mut queue = self.queue();
            queue.was_used = true;
            (queue.next(), queue.reader.take())
        };
        let reader = match (task, self.shared.upgrade()) {
            (Some(task), Some(shared)) => self.perform(&shared, task, reader),
            _ => reader,
        };
        let mut queue = self.queue();
        queue.reader = reader.filter(|_| !queue.is_closed);
        queue.is_busy = !queue.tasks.is_empty();
        if queue.is_busy {
            self.pool.queue(Arc::clone(&self));
        }
    }

    /// Does a task, on a connection that is opened now when there is none; gives it back.
    fn perform(
        &self,
        shared: &Shared,
        task: Task,
        reader: Option<CoopReader>,
    ) -> Option<CoopReader> {
        let reader = match reader.map_or_else(|| self.opens.open(), Ok) {
            Ok(reader) => reader,
            Err(error) => {
                tracing::error!(%error, "the file could not be opened to try documents");
                self.leave(shared, task);
                return None;
            }
        };
        let done = catch_unwind(AssertUnwindSafe(|| self.work(shared, &reader, task)));
        if done.is_err() {
            // Nobody will say how its trials went: whoever waits for one reads on, and asks again.
            tracing::error!("a thread that tries documents panicked, and goes on");
            shared.wake(|hub| hub.abandon_all());
            self.tell(Job::Tidied(Ok(Vec::new())));
            self.tell(Job::Taken(Vec::new()));
        }
        shared.tried.notify_waiters();
        done.is_ok().then_some(reader)
    }

    fn work(&self, shared: &Shared, reader: &CoopReader, task: Task) {
        match task {
            Task::Held(held) => self.held(shared, reader, held),
            Task::Wanted(doc) => self.attempt(reader, doc),
            Task::Tidy(docs) => {
                docs.into_iter().for_each(|doc| self.attempt(reader, doc));
                self.tell(Job::Tidied(Ok(Vec::new())));
            }
            Task::Snapshots(due) => self.tell(Job::Tidied(reader.build_snapshots(&due))),
            Task::Pack(due) => self.tell(Job::Packed(reader.pack(&due))),
            Task::Take(sources) => {
                let taken = reader.take_from(&sources).unwrap_or_else(|error| {
                    tracing::error!(%error, "documents could not be read for what is derived from them");
                    Vec::new()
                });
                self.tell(Job::Taken(taken));
            }
        }
        let built = reader.glance().take_built();
        if !built.is_empty() {
            self.tell(Job::Failed(built));
        }
    }

    /// Leaves a task undone: whoever waits for it reads on and asks again, and so does the writer.
    fn leave(&self, shared: &Shared, task: Task) {
        match task {
            Task::Held(held) => held
                .iter()
                .for_each(|held| shared.wake(|hub| hub.abandon(held.run))),
            Task::Wanted(_) => {}
            Task::Tidy(_) | Task::Snapshots(_) | Task::Pack(_) => self.tell(Job::Unable),
            Task::Take(_) => self.tell(Job::Taken(Vec::new())),
        }
    }

    fn attempt(&self, reader: &CoopReader, doc: DocRow) {
        if let Err(error) = reader.attempt(doc, self.ops_max, &[]) {
            tracing::error!(%error, "a document could not be tried");
            reader.glance().leave_untried(doc);
        }
    }

    /// Nobody is there to hear it only when the cooperative closes.
    fn tell(&self, job: Job) {
        if let Some(jobs) = self.jobs.upgrade() {
            let _ = jobs.send(job);
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    /// The next task; what links wait to hear of is tried at once as far as nothing else stands between.
    fn next(&mut self) -> Option<Task> {
        let mut first = self.tasks.pop_front()?;
        while let (Task::Held(held), Some(Task::Held(more))) = (&mut first, self.tasks.front_mut())
        {
            held.append(more);
            self.tasks.pop_front();
        }
        Some(first)
    }
}
