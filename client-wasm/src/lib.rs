//! Besace client.

#[cfg(target_arch = "wasm32")]
mod binding;
