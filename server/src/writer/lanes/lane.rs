//! One lane: takes its tasks in order and tells the writer what came of them.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Weak;
use std::sync::mpsc::{Receiver, SyncSender};

use super::Task;
use crate::coop::{Attempt, CoopError, CoopReader, PublishedEntry};
use crate::hub::Held;
use crate::store::docs::DocRow;
use crate::writer::{Job, Shared};

pub(super) struct Lane {
    pub(super) reader: CoopReader,
    pub(super) shared: Weak<Shared>,
    pub(super) jobs: Weak<SyncSender<Job>>,
    /// Operations of the longest document that this lane tries.
    pub(super) ops_max: usize,
}

impl Lane {
    pub(super) fn run(&self, tasks: &Receiver<Task>) {
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
                Task::Pack(due) => self.tell(Job::Packed(self.reader.pack(&due))),
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
