//! The replica a phone runs: documents, outbox, views and sync as one pure machine.
//!
//! [`replica::Replica`] is told what happened and answers with what must be done, in order:
//!
//! ```text
//! rows ────load────┐                                       ┌── Persist, Saved, SaveFailed    (disk)
//! Intent ─dispatch─┼──▶ Replica ──▶ Vec<Effect>, in order ─┼── Connect, Send, Post, NeedToken (relay)
//! Event ──handle───┘       │                               ├── Sign                           (device key)
//!                          └──view──▶ plain data           ├── WakeIn                         (clock)
//!                                                          └── Changed, Wipe, Log             (screens)
//! ```
//!
//! Whoever runs it performs the effects and brings back what came of them. It knows no clock, no storage, no network,
//! no key and no randomness but its seed, so a history replays the same, natively and in a browser.
//!
//! - **What a person does** is a command of the model. It is applied to what is shown, written to the outbox in one
//!   strict transaction, signed, and pushed. `Saved` is said once the disk has it, never before.
//! - **What the relay accepted** is kept as bytes per document, apart from the pending commands on top. Refusing one
//!   command never blocks the others: see [`replica`].
//! - **What screens show** comes from records kept as plain data, so the app starts without loading a document.
//! - **What stands on the disk** is laid out in [`store`].
//!
//! The TypeScript types of all that crosses are written by `typescript` (native builds) into
//! `pwa/src/client/generated/types.ts`.

pub mod api;
pub mod aside;
pub mod base;
#[cfg(target_arch = "wasm32")]
mod binding;
mod chance;
mod clock;
pub mod digest;
pub mod docs;
pub mod entry;
pub mod kinds;
pub mod outbox;
pub mod replica;
pub mod requests;
pub mod rescue;
pub mod search;
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
pub mod typescript;
pub mod view;
pub mod views;
