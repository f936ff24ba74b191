//! The cooperatives: which there are, which know a device or an invitation, and how one comes to be used.

mod moving;

use std::path::Path;
use std::pin::pin;
use std::sync::Arc;

use besace_model::commit::PublicKey;
use besace_model::error::ErrorCode;
use besace_model::ids::{CoopId, DeviceId};

use super::App;
use crate::home::Tenant;
use crate::home::tenants::{Asked, Closed, Place};
use crate::metrics::ByCoop;
use crate::store::invitations::SecretHash;

impl App {
    /// Every cooperative that is open.
    #[must_use]
    pub fn coops(&self) -> Vec<Arc<Tenant>> {
        self.0.coops.open()
    }

    /// Every cooperative whose file cannot be used now.
    #[must_use]
    pub fn closed(&self) -> Vec<Closed> {
        self.0.coops.closed()
    }

    /// The ids and names of those that can be used.
    #[must_use]
    pub fn named(&self) -> Vec<(CoopId, String)> {
        let named = |place: Place<'_>| Some((place.id(), place.name().to_owned()));
        self.0.coops.collect(named)
    }

    /// A cooperative, opened now when it rests; whoever else asks for it meanwhile waits for the same opening. `None` when
    /// there is none of that id.
    ///
    /// # Errors
    /// [`ErrorCode::Retry`] when its file cannot be used.
    pub async fn coop(&self, id: CoopId) -> Result<Option<Arc<Tenant>>, ErrorCode> {
        loop {
            let mut changed = pin!(self.0.coops.changed.notified());
            changed.as_mut().enable();
            match self.0.coops.ask(id) {
                Asked::Here(tenant) => return Ok(Some(tenant)),
                Asked::Unknown => return Ok(None),
                Asked::Closed => return Err(ErrorCode::Retry),
                Asked::Open(path) => self.open(path),
                Asked::Wait => {}
            }
            changed.await;
        }
    }

    /// Takes a cooperative out of use; the one that was open.
    pub fn close_coop(&self, path: &Path, why: String) -> Option<Arc<Tenant>> {
        self.0.coops.close(path, why)
    }

    /// Puts a cooperative to use that was closed.
    pub fn reopen_coop(&self, tenant: Tenant) {
        let path = tenant.path.clone();
        self.0.coops.settle(&path, Ok(Arc::new(tenant)));
    }

    /// The cooperatives that know a device of that id, each with its key. Ids are chosen by phones: only a signature says
    /// which of them it is.
    #[must_use]
    pub fn homes_of(&self, device: DeviceId) -> Vec<(CoopId, PublicKey)> {
        self.0.coops.collect(|place| {
            let key = match place {
                Place::Open(tenant) => tenant.handle.people().device(device)?.public_key,
                Place::Resting(known) => PublicKey::from_bytes(&known.key(device)?)?,
            };
            Some((place.id(), key))
        })
    }

    /// The cooperatives that may have made an invitation.
    #[must_use]
    pub fn inviting(&self, secret: &SecretHash) -> Vec<CoopId> {
        self.0.coops.collect(|place| {
            let may = match place {
                Place::Open(_) => true,
                Place::Resting(known) => known.invites(secret),
            };
            may.then(|| place.id())
        })
    }

    /// What somebody is told whom no cooperative knows: who may be at home in a closed one is to come again, for their
    /// phone must not take it for the end. A file that was replaced while its cooperative rested is opened now, and says
    /// anew whom it knows.
    pub async fn unknown_here(&self, otherwise: ErrorCode) -> ErrorCode {
        let replaced = self.0.coops.replaced();
        let is_new = !replaced.is_empty();
        for id in replaced {
            // One that cannot be opened is closed now.
            let _ = self.coop(id).await;
        }
        if is_new || !self.closed().is_empty() {
            ErrorCode::Retry
        } else {
            otherwise
        }
    }

    /// Notes where each log stands, and how many cooperatives are closed.
    pub fn measure_logs(&self) {
        let metrics = &self.0.metrics;
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        metrics.coops_closed.set(count(self.closed().len()));
        metrics.coops_open.set(count(self.0.coops.count_open()));
        let standing = self.0.coops.collect(|place| {
            let (head, frozen, derived_s) = match place {
                Place::Open(tenant) => {
                    let glance = tenant.handle.glance();
                    let derived_s = tenant.handle.derived_s();
                    glance.with_board(|board| (board.head(), board.frozen(), derived_s))
                }
                Place::Resting(known) => (known.head, known.frozen, 0.0),
            };
            Some((place.id(), head, frozen, derived_s))
        });
        for (coop, head, frozen, derived_s) in standing {
            let coop = coop.to_string();
            let label = ByCoop { coop };
            let head = i64::try_from(head).unwrap_or(i64::MAX);
            metrics.log_seq.get_or_create(&label).set(head);
            metrics.frozen.get_or_create(&label).set(count(frozen));
            metrics.derived_seconds.get_or_create(&label).set(derived_s);
        }
    }
}
