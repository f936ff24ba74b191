//! The replica a phone runs: documents, outbox, views and sync as one pure machine that returns effects.

pub mod api;
#[cfg(target_arch = "wasm32")]
mod binding;
pub mod digest;
pub mod docs;
pub mod entry;
pub mod outbox;
pub mod replica;
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
pub mod typescript;
pub mod view;
pub mod views;
