//! Besace server.

pub mod assets;
pub mod auth;
pub mod challenge;
pub mod clock;
pub mod config;
pub mod coop;
pub mod demo;
pub mod error;
pub mod hub;
pub mod keyring;
pub mod limits;
pub mod metrics;
pub mod peer;
pub mod secret;
pub mod store;
pub mod writer;
