//! The threads that try documents and build snapshots beside the writer. Two, so that nobody waits for somebody else's long
//! document: a short lane for what links wait to hear of, and a long one for documents that take time and for whatever
//! nobody waits for.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::sync::{Arc, Weak};

use super::{Job, Shared};
use crate::coop::{Attempt, Coop, CoopError, CoopReader, PublishedEntry};
use crate::hub::Held;
use crate::limits::TRIAL_OPS_INLINE;
use crate::store::docs::DocRow;

/// What a lane is asked to do.
pub(super) enum Task {
    /// Try what links wait to hear of.
    Held(Vec<Held>),
    /// Try a document that somebody waits to read.
    Wanted(DocRow),
    /// Try documents that nobody asked for, then say so.
    Tidy(Vec<DocRow>),
    /// Build snapshots, for the writer to put in place.
    Snapshots(Vec<DocRow>),
    /// Read documents for what is derived from them.
    Take(Vec<DocRow>),
}

/// The ways to both lanes.
pub(super) struct Lanes {
    pub(super) short: Sender<Task>,
    pub(super) long: Sender<Task>,
}

/// Lanes that were not started yet.
pub(super) struct Starting {
    short: (CoopReader, Receiver<Task>),
    long: (CoopReader, Receiver<Task>),
}

struct Lane {
    reader: CoopReader,
    shared: Weak<Shared>,
    jobs: Weak<SyncSender<Job>>,
    /// Operations of the longest document that this lane tries.
    ops_max: usize,
}

impl Lanes {
    /// Both lanes of a cooperative; none in memory, where the writer tries everything itself.
    pub(super) fn of(coop: &Coop) -> Result<Option<(Self, Starting)>, CoopError> {
        let (Some(first), Some(second)) = (coop.reader()?, coop.reader()?) else {
            return Ok(None);
        };
        let (short, short_tasks) = channel();
        let (long, long_tasks) = channel();
        let starting = Starting {
            short: (first, short_tasks),
            long: (second, long_tasks),
        };
        Ok(Some((Self { short, long }, starting)))
    }
}

impl Starting {
    /// Starts the threads. They end when nobody can ask them any more.
    pub(super) fn start(
        self,
        shared: &Arc<Shared>,
        jobs: &Arc<SyncSender<Job>>,
    ) -> Result<(), CoopError> {
        let lanes = [
            ("besace-trials", self.short, TRIAL_OPS_INLINE),
            ("besace-long", self.long, usize::MAX),
        ];
        for (name, (reader, tasks), ops_max) in lanes {
            let lane = Lane {
                reader,
                shared: Arc::downgrade(shared),
                jobs: Arc::downgrade(jobs),
                ops_max,
            };
            std::thread::Builder::new()
                .name(name.into())
                .spawn(move || lane.run(&tasks))
                .map_err(crate::store::StoreError::from)?;
        }
        Ok(())
    }
}

impl Lane {
    fn run(&self, tasks: &Receiver<Task>) {
        while let Ok(first) = tasks.recv() {
            let Some(shared) = self.shared.upgrade() else {
                return;
            };
            let done = catch_unwind(AssertUnwindSafe(|| self.work(&shared, first, tasks)));
            if done.is_err() {
                // Nobody will say how its trials went: whoever waits for one reads on, and asks again.
                tracing::error!("a thread that tries documents panicked, and goes on");
                shared.wake(|hub| hub.abandon_all());
                self.tell(Job::Tidied(Ok(Vec::new())));
                self.tell(Job::Taken(Vec::new()));
            }
            shared.tried.notify_waiters();
        }
    }

    /// Does a task, with whatever else of its kind waits.
    fn work(&self, shared: &Shared, first: Task, tasks: &Receiver<Task>) {
        let mut held = Vec::new();
        let mut next = Some(first);
        while let Some(task) = next.take() {
            match task {
                Task::Held(more) => {
                    held.extend(more);
                    next = tasks.try_recv().ok();
                    if !matches!(next, Some(Task::Held(_))) {
                        self.held(shared, std::mem::take(&mut held));
                    }
                }
                Task::Wanted(doc) => self.attempt(doc),
                Task::Tidy(docs) => {
                    docs.into_iter().for_each(|doc| self.attempt(doc));
                    self.tell(Job::Tidied(Ok(Vec::new())));
                }
                Task::Snapshots(due) => {
                    self.tell(Job::Tidied(self.reader.build_snapshots(&due)));
                }
                Task::Take(sources) => {
                    let taken = self.reader.take_from(&sources).unwrap_or_else(|error| {
                        tracing::error!(%error, "documents could not be read for what is derived from them");
                        Vec::new()
                    });
                    self.tell(Job::Taken(taken));
                }
            }
        }
        let built = self.reader.glance().take_built();
        if !built.is_empty() {
            self.tell(Job::Failed(built));
        }
    }

    /// Tries what links wait for and lets it go, each as soon as it can.
    fn held(&self, shared: &Shared, held: Vec<Held>) {
        let mut entries: BTreeMap<DocRow, Vec<&PublishedEntry>> = BTreeMap::new();
        for entry in held.iter().flat_map(|held| &held.entries) {
            if !entry.is_relays() {
                entries.entry(entry.row).or_default().push(entry);
            }
        }
        let mut attempts: BTreeMap<DocRow, Attempt> = BTreeMap::new();
        let mut longer = Vec::new();
        for held in &held {
            let docs: BTreeSet<DocRow> = held.entries.iter().map(|entry| entry.row).collect();
            let outcome = docs.into_iter().try_fold(Attempt::Tried, |all, doc| {
                let Some(given) = entries.get(&doc) else {
                    return Ok(all);
                };
                let attempt = match attempts.get(&doc) {
                    Some(attempt) => *attempt,
                    None => self.reader.attempt(doc, self.ops_max, given)?,
                };
                attempts.insert(doc, attempt);
                Ok::<_, CoopError>(if attempt == Attempt::Tried {
                    all
                } else {
                    attempt
                })
            });
            match outcome {
                Ok(Attempt::Tried) => shared.wake(|hub| hub.release(held.run)),
                Ok(Attempt::TooLong) => longer.push(held.clone()),
                // Dropped when the document is frozen.
                Ok(Attempt::Failed) => {}
                Err(error) => {
                    tracing::error!(%error, "a document could not be tried");
                    shared.wake(|hub| hub.abandon(held.run));
                }
            }
        }
        if !longer.is_empty() {
            shared.ask_long(Task::Held(longer));
        }
    }

    fn attempt(&self, doc: DocRow) {
        if let Err(error) = self.reader.attempt(doc, self.ops_max, &[]) {
            tracing::error!(%error, "a document could not be tried");
            self.reader.glance().leave_untried(doc);
        }
    }

    /// Nobody is there to hear it only when the cooperative closes.
    fn tell(&self, job: Job) {
        if let Some(jobs) = self.jobs.upgrade() {
            let _ = jobs.send(job);
        }
    }
}
