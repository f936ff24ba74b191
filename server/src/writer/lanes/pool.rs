//! A few threads of the process that take turns at the lanes of all cooperatives.

use std::collections::VecDeque;
use std::io;
use std::num::NonZero;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::lane::Lane;
use crate::limits::LANE_THREADS_MAX;

/// Threads of one sort. They never end: a relay that has no cooperative open has them wait.
pub(super) struct Pool {
    name: &'static str,
    state: Mutex<State>,
    more: Condvar,
}

struct State {
    /// Lanes that have something to do, each once.
    waiting: VecDeque<Arc<Lane>>,
    threads: usize,
}

impl Pool {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            state: Mutex::new(State {
                waiting: VecDeque::new(),
                threads: 0,
            }),
            more: Condvar::new(),
        }
    }

    /// Starts a thread for each core, up to a limit, unless they run. One is enough to go on.
    pub(super) fn start(&'static self) -> io::Result<()> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let mut state = self.state();
        while state.threads < cores.min(LANE_THREADS_MAX) {
            let thread = thread::Builder::new().name(self.name.into());
            match thread.spawn(|| self.run()) {
                Ok(_) => state.threads += 1,
                Err(error) if state.threads == 0 => return Err(error),
                Err(_) => break,
            }
        }
        Ok(())
    }

    /// Has a lane take its turn once those before it did.
    pub(super) fn queue(&self, lane: Arc<Lane>) {
        self.state().waiting.push_back(lane);
        self.more.notify_one();
    }

    fn run(&self) {
        loop {
            let next = self.state().waiting.pop_front();
            match next {
                Some(lane) => lane.turn(),
                None => self.wait(),
            }
        }
    }

    fn wait(&self) {
        let waited = self
            .more
            .wait_while(self.state(), |state| state.waiting.is_empty());
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
