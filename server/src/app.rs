//! What every request needs: a handle, cheap to clone.

mod callers;
mod coops;
mod files;
mod notices;
mod pace;
mod stop;

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use besace_model::ids::DeviceId;
use besace_model::limits::{PUSH_BURST, PUSH_PER_SECOND};
use tokio::sync::watch;

use crate::auth::Keys;
use crate::buckets::Buckets;
use crate::challenge::Challenges;
use crate::clock::Clock;
use crate::config::Config;
use crate::files::Files;
use crate::home::tenants::Tenants;
use crate::metrics::Metrics;
use crate::notices::Notices;
use crate::peer;

/// The relay, as its edge sees it.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    config: Config,
    clock: Clock,
    keys: Keys,
    metrics: Metrics,
    coops: Tenants,
    files: Files,
    notices: Notices,
    challenges: Mutex<Challenges>,
    requests: Mutex<Buckets<IpAddr>>,
    guesses: Mutex<Buckets<IpAddr>>,
    pushes: Mutex<Buckets<DeviceId>>,
    stop: watch::Sender<bool>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("coops", &self.0.coops)
            .finish_non_exhaustive()
    }
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(config: Config, clock: Clock, keys: Keys, coops: Tenants) -> Self {
        let per_second = config.peer_requests_per_second;
        let pushes = config.device_pushes_per_second;
        Self(Arc::new(Parts {
            challenges: Mutex::default(),
            requests: Mutex::new(Buckets::new(
                per_second * peer::BURST_SECONDS,
                1_000.0 / f64::from(per_second.max(1)),
            )),
            guesses: Mutex::new(Buckets::new(peer::GUESS_BURST, peer::GUESS_EVERY_MS)),
            pushes: Mutex::new(Buckets::new(
                pushes.saturating_mul(PUSH_BURST / PUSH_PER_SECOND),
                1_000.0 / f64::from(pushes.max(1)),
            )),
            stop: watch::Sender::new(false),
            files: Files::new(&config, clock.clone()),
            notices: Notices::new(&config),
            config,
            clock,
            keys,
            metrics: Metrics::default(),
            coops,
        }))
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Time and randomness.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The token keys.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The figures.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
