//! What every request needs: a handle, cheap to clone.

use std::net::IpAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use besace_model::error::ErrorCode;
use besace_model::ids::DeviceId;
use besace_model::limits::{PUSH_BURST, PUSH_PER_SECOND};
use besace_model::session::relay::Access;
use tokio::sync::watch;

use crate::auth::{Bearer, Keys};
use crate::buckets::Buckets;
use crate::challenge::{Challenges, NONCE_BYTES};
use crate::clock::Clock;
use crate::config::Config;
use crate::coop::People;
use crate::home::Tenant;
use crate::home::tenants::{Closed, Tenants};
use crate::metrics::{ByCoop, Metrics};
use crate::peer::{self, subscriber};

/// The relay, as its edge sees it.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    config: Config,
    clock: Clock,
    keys: Keys,
    metrics: Metrics,
    coops: Tenants,
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

    /// Every cooperative that is open.
    #[must_use]
    pub fn coops(&self) -> Vec<Tenant> {
        self.0.coops.open()
    }

    /// Every cooperative whose file cannot be used now.
    #[must_use]
    pub fn closed(&self) -> Vec<Closed> {
        self.0.coops.closed()
    }

    /// Takes a cooperative out of use.
    pub fn close_coop(&self, path: &Path, why: String) {
        self.0.coops.close(path, why);
    }

    /// Puts a cooperative to use that was closed.
    pub fn reopen_coop(&self, tenant: Tenant) {
        self.0.coops.reopen(tenant);
    }

    /// The cooperatives that know a device of that id, each with its people. Ids are chosen by phones: only a signature
    /// says which of them it is.
    pub fn homes_of(&self, device: DeviceId) -> impl Iterator<Item = (Tenant, Arc<People>)> {
        self.coops().into_iter().filter_map(move |coop| {
            let people = coop.handle.people();
            people.device(device).is_some().then_some((coop, people))
        })
    }

    /// What somebody is told whom no open cooperative knows: who may be at home in a closed one is to come again, for
    /// their phone must not take it for the end.
    #[must_use]
    pub fn unknown_here(&self, otherwise: ErrorCode) -> ErrorCode {
        if self.closed().is_empty() {
            otherwise
        } else {
            ErrorCode::Retry
        }
    }

    /// Who bears a token, if they may do anything right now.
    ///
    /// # Errors
    /// [`ErrorCode::Unauthorized`], [`ErrorCode::DeviceRevoked`], or [`ErrorCode::Retry`] while their cooperative is
    /// closed.
    pub fn caller(&self, token: &str) -> Result<(Bearer, Tenant), ErrorCode> {
        let bearer = self.0.keys.verify(self.0.clock.now(), token);
        let bearer = bearer.map_err(|_| ErrorCode::Unauthorized)?;
        let coop = self.0.coops.find(bearer.coop);
        let coop = coop.ok_or_else(|| self.unknown_here(ErrorCode::Unauthorized))?;
        let people = coop.handle.people();
        people.admit(bearer.member, bearer.device)?;
        Ok((bearer, coop))
    }

    /// Gives a device a challenge.
    #[must_use]
    pub fn open_challenge(&self, device: DeviceId) -> [u8; NONCE_BYTES] {
        let nonce = self.0.clock.random();
        lock(&self.0.challenges).open(self.0.clock.moment(), device, nonce);
        nonce
    }

    /// Whether the device was given the challenge; it is used up now.
    #[must_use]
    pub fn take_challenge(&self, device: DeviceId, nonce: &[u8; NONCE_BYTES]) -> bool {
        lock(&self.0.challenges).take(self.0.clock.moment(), device, nonce)
    }

    /// Whether an address may make one more request.
    #[must_use]
    pub fn may_ask(&self, peer: IpAddr) -> bool {
        let is_limited = self.0.config.peer_requests_per_second > 0;
        !is_limited
            || lock(&self.0.requests)
                .take(self.0.clock.moment(), subscriber(peer))
                .is_ok()
    }

    /// Whether an address may try an invitation.
    #[must_use]
    pub fn may_guess(&self, peer: IpAddr) -> bool {
        lock(&self.0.guesses)
            .look(self.0.clock.moment(), &subscriber(peer))
            .is_ok()
    }

    /// Notes that an address tried an invitation that is none.
    pub fn guessed_wrong(&self, peer: IpAddr) {
        // The answer to this one is given; what is taken counts for the next.
        let _ = lock(&self.0.guesses).take(self.0.clock.moment(), subscriber(peer));
    }

    /// Notes where each log stands, and how many cooperatives are closed.
    pub fn measure_logs(&self) {
        let closed = i64::try_from(self.closed().len()).unwrap_or(i64::MAX);
        self.0.metrics.coops_closed.set(closed);
        for coop in self.coops() {
            let (head, frozen) = coop
                .handle
                .glance()
                .with_board(|board| (board.head(), board.frozen()));
            let label = ByCoop {
                coop: coop.handle.coop().to_string(),
            };
            self.0
                .metrics
                .log_seq
                .get_or_create(&label)
                .set(i64::try_from(head).unwrap_or(i64::MAX));
            self.0
                .metrics
                .frozen
                .get_or_create(&label)
                .set(i64::try_from(frozen).unwrap_or(i64::MAX));
        }
    }

    /// Judges an access token for a live link or an exchange.
    ///
    /// # Errors
    /// As [`App::caller`].
    pub fn access(&self, token: &str) -> Result<(Access, Tenant), ErrorCode> {
        let (bearer, tenant) = self.caller(token)?;
        let now = self.0.clock.both();
        let left_ms = bearer.expires.0.saturating_sub(now.wall.0);
        let access = Access {
            coop: bearer.coop,
            member: bearer.member,
            device: bearer.device,
            expires_at: now.moment.plus_ms(left_ms),
        };
        Ok((access, tenant))
    }

    /// Counts a push of a device, whatever road it came by.
    ///
    /// # Errors
    /// The milliseconds after which it may push again.
    pub fn may_push(&self, device: DeviceId) -> Result<(), u32> {
        lock(&self.0.pushes).take(self.0.clock.moment(), device)
    }

    /// Counts work that a device's push made, as so many pushes more: it waits for them before its next one.
    pub fn charge(&self, device: DeviceId, pushes: u32) {
        if pushes > 0 {
            lock(&self.0.pushes).charge(self.0.clock.moment(), device, pushes);
        }
    }

    /// Tells every link and the accept loop to end.
    pub fn stop(&self) {
        self.0.stop.send_replace(true);
    }

    /// Whether the relay was told to end.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        *self.0.stop.borrow()
    }

    /// Becomes true when the relay is told to end.
    #[must_use]
    pub fn stop_signal(&self) -> watch::Receiver<bool> {
        self.0.stop.subscribe()
    }

    /// Ends when the relay is told to.
    pub async fn stopped(&self) {
        let mut stop = self.0.stop.subscribe();
        // The sender lives as long as the app itself.
        let _ = stop.wait_for(|stop| *stop).await;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
