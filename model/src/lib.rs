//! The domain of Besace: documents of a coopérative d'activités et d'emploi, who may write what, the wire format, and
//! the admission of changes.
//!
//! Pure: no clock, no randomness, no IO, no async. Time and random bytes come in as arguments; decisions go out as
//! values. Compiles natively and to wasm.

// The derives of `plain` name this crate from the outside.
extern crate self as besace_model;

pub mod access;
pub mod admission;
pub mod certificate;
pub mod clean;
pub mod command;
pub mod commit;
pub mod doc;
pub mod error;
pub mod files;
pub mod head;
pub mod history;
mod hunks;
pub mod ids;
pub mod kind;
pub mod kinds;
pub mod limits;
pub mod moving;
pub mod parcel;
pub mod plain;
pub mod projection;
pub mod record;
pub mod reread;
pub mod segment;
pub mod session;
pub mod sorted;
pub mod time;
pub mod wire;
pub mod words;
