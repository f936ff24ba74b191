//! The replica a phone runs: documents, outbox, views and sync as one pure machine that returns effects.

pub mod api;
#[cfg(target_arch = "wasm32")]
mod binding;
#[cfg(not(target_arch = "wasm32"))]
pub mod typescript;
pub mod view;
