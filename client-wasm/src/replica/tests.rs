//! The machine driven by hand-made frames: a disk in memory, no network, no mocks of our own code.

mod access;
mod aside;
mod bye;
mod clock;
mod device;
mod disk;
mod documents;
mod events;
mod files;
mod kept;
mod long;
mod pulse;
mod pushed;
mod rebuilt;
mod records;
mod reread;
mod rescue;
mod restart;
mod search;
mod sessions;
mod stale;
mod today;
mod versions;
