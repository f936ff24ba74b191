//! What the relay derives from what members wrote and decided, and writes itself: in the transaction of what caused it, or
//! soon after it.

mod answers;
mod derived;
mod directory;
mod moving;
mod seats;

pub(super) use derived::Deriving;
pub use derived::Taken;
