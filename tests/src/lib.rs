//! A whole cooperative in one process: real replicas and the real relay core on a virtual network and clock. One seed
//! decides everything that could happen by chance, so a failing run happens again.
#![expect(clippy::panic, reason = "a broken invariant ends the run")]

pub mod drafts;
pub mod people;
pub mod phone;
pub mod relay;
pub mod watch;
pub mod world;
