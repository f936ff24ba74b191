//! The browser boundary: six coarse calls. No logic lives here.

mod convert;

use besace_model::time::Timestamp;
use wasm_bindgen::prelude::*;

use crate::replica::Replica;

/// The replica of one member on one device.
#[wasm_bindgen(js_name = Replica)]
#[derive(Debug)]
pub struct WasmReplica {
    replica: Replica,
}

#[wasm_bindgen(js_class = Replica)]
impl WasmReplica {
    /// A replica with nothing in it. `config`: `ReplicaConfig`.
    ///
    /// # Errors
    /// An `Error` with code `invalid_command` when the configuration is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Self, JsValue> {
        Ok(Self {
            replica: Replica::new(&convert::config(config)?),
        })
    }

    /// Takes in the rows the phone kept. `rows`: `Row[]`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the argument is not rows.
    pub fn load(&mut self, rows: &JsValue, now: f64) -> Result<JsValue, JsValue> {
        let rows = convert::rows(rows)?;
        convert::effects(self.replica.load(rows, instant(now)))
    }

    /// Does what a person asks. `intent`: `Intent`; answers `Dispatched`.
    ///
    /// # Errors
    /// An `Error` with code `invalid_command` when the argument is not an intent.
    pub fn dispatch(&mut self, intent: &JsValue, now: f64) -> Result<JsValue, JsValue> {
        let intent = convert::from_json(intent)?;
        let dispatched = self.replica.dispatch(intent, instant(now));
        let answer = js_sys::Object::new();
        convert::set(&answer, "result", &convert::to_json(&dispatched.result)?)?;
        convert::set(&answer, "effects", &convert::effects(dispatched.effects)?)?;
        Ok(answer.into())
    }

    /// Takes in what happened. `input`: `Input`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the argument is not an input.
    pub fn input(&mut self, input: &JsValue, now: f64) -> Result<JsValue, JsValue> {
        let input = convert::input(input)?;
        convert::effects(self.replica.input(input, instant(now)))
    }

    /// The instant asked for has come; answers `Effect[]`.
    ///
    /// # Errors
    /// Never in practice.
    pub fn tick(&mut self, now: f64) -> Result<JsValue, JsValue> {
        convert::effects(self.replica.tick(instant(now)))
    }

    /// Answers a screen. `request`: `ViewRequest`; answers the view it names.
    ///
    /// # Errors
    /// An `Error` when the argument is not a request.
    pub fn view(&self, request: &JsValue, now: f64) -> Result<JsValue, JsValue> {
        let request = convert::from_json(request)?;
        convert::to_json(&self.replica.view(&request, instant(now)))
    }
}

/// What a person did that the cooperative does not have, as text to keep. `rows`: `Row[]`. Needs no replica.
///
/// # Errors
/// An `Error` when the argument is not rows.
#[wasm_bindgen]
pub fn unsent(rows: &JsValue) -> Result<String, JsValue> {
    Ok(crate::rescue::unsent(&convert::rows(rows)?))
}

fn instant(now: f64) -> Timestamp {
    Timestamp(now as i64)
}
