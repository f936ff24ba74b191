//! The browser boundary: what the worker calls. No logic lives here.

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT};
use wasm_bindgen::prelude::*;

/// Runs once when the module is loaded: panics then reach the console with their message.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    console_error_panic_hook::set_once();
}

/// A stand-in that proves documents work in a browser, until the replica takes its place.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Probe {
    doc: AutoCommit,
}

#[wasm_bindgen]
impl Probe {
    /// An empty document.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes one field.
    ///
    /// # Errors
    /// When the document refuses the write.
    pub fn put(&mut self, key: &str, value: &str) -> Result<(), JsError> {
        Ok(self.doc.put(ROOT, key, value)?)
    }

    /// The document's bytes.
    pub fn save(&mut self) -> Vec<u8> {
        self.doc.save()
    }
}
