//! What the relay derives from what members wrote and decided, and writes itself: in the transaction of what caused it, or
//! soon after it.

mod answers;
pub(super) mod covers;
mod derived;
mod directory;
mod moving;
mod seats;

pub use derived::Taken;
pub(super) use derived::{Deriving, begin};
