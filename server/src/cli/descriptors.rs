//! How many files and sockets the process may have open.

use besace_server::limits::{DESCRIPTORS_PER_COOP, DESCRIPTORS_SPARE};

/// What a system gives that says nothing.
const USUAL: u64 = 1_024;

/// Raises the limit as far as the system lets it; how many cooperatives may be open beside as many sockets.
pub(crate) fn room() -> usize {
    let limit = rlimit::increase_nofile_limit(u64::MAX).unwrap_or_else(|error| {
        tracing::warn!(%error, "the limit of open files is not known");
        USUAL
    });
    let shared = limit.saturating_sub(DESCRIPTORS_SPARE) / 2;
    usize::try_from(shared / DESCRIPTORS_PER_COOP).map_or(usize::MAX, |room| room.max(1))
}

/// Says so when there is no room for all cooperatives at once.
pub(crate) fn warn(room: usize, coops: usize) {
    if coops > room {
        tracing::warn!(
            coops,
            room,
            "the limit of open files is low: so many cooperatives can be in use at once, and phones of others may be asked \
             to wait; raise it (ulimit -n, or LimitNOFILE= of a service)"
        );
    }
}
