//! Who reads and who writes: audiences, roles, what a member may do, and the words of the rule tables for it.

pub mod about;
mod audience;
mod grants;
mod readers;
mod role;
mod who;

pub use audience::Audience;
pub use grants::Grants;
pub use readers::{Readers, Scope};
pub use role::Role;
pub use who::{Belongs, Who};
