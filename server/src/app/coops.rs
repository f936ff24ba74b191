//! The cooperatives: which are open, which are closed, which know a device.

use std::path::Path;
use std::sync::Arc;

use besace_model::error::ErrorCode;
use besace_model::ids::DeviceId;

use super::App;
use crate::coop::People;
use crate::home::Tenant;
use crate::home::tenants::Closed;
use crate::metrics::ByCoop;

impl App {
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
}
