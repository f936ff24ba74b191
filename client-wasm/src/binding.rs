//! The browser boundary: six coarse calls. No logic lives here.

use besace_model::time::Timestamp;
use js_sys::{Error, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::api::ReplicaConfig;
use crate::replica::Replica;

/// Runs once when the module is loaded: panics then reach the console with their message.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    console_error_panic_hook::set_once();
}

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
    /// An `Error` with code `bad_id` when the configuration is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue) -> Result<Self, JsValue> {
        let config: ReplicaConfig = read(config)?;
        Ok(Self {
            replica: Replica::new(&config),
        })
    }

    /// Takes in the rows the phone kept. `rows`: `Row[]`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the arguments are not what they should be.
    pub fn load(&mut self, rows: JsValue, now: f64) -> Result<JsValue, JsValue> {
        let rows = read(rows)?;
        write(&self.replica.load(rows, instant(now)))
    }

    /// Does what a person asks. `intent`: `Intent`; answers `Dispatched`.
    ///
    /// # Errors
    /// An `Error` with code `invalid_command` when the argument is not an intent.
    pub fn dispatch(&mut self, intent: JsValue, now: f64) -> Result<JsValue, JsValue> {
        let intent = read(intent)?;
        write(&self.replica.dispatch(intent, instant(now)))
    }

    /// Takes in what happened. `input`: `Input`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the argument is not an input.
    pub fn input(&mut self, input: JsValue, now: f64) -> Result<JsValue, JsValue> {
        let input = read(input)?;
        write(&self.replica.input(input, instant(now)))
    }

    /// The instant asked for has come; answers `Effect[]`.
    ///
    /// # Errors
    /// Never in practice.
    pub fn tick(&mut self, now: f64) -> Result<JsValue, JsValue> {
        write(&self.replica.tick(instant(now)))
    }

    /// Answers a screen. `request`: `ViewRequest`; answers the view it names.
    ///
    /// # Errors
    /// An `Error` when the argument is not a request.
    pub fn view(&self, request: JsValue, now: f64) -> Result<JsValue, JsValue> {
        let request = read(request)?;
        write(&self.replica.view(&request, instant(now)))
    }
}

fn instant(now: f64) -> Timestamp {
    Timestamp(now as i64)
}

fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| failure(&error.to_string()))
}

fn write<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new()
        .serialize_maps_as_objects(true)
        .serialize_missing_as_null(true);
    value
        .serialize(&serializer)
        .map_err(|error| failure(&error.to_string()))
}

/// A JavaScript `Error` with a `code`.
fn failure(message: &str) -> JsValue {
    let error = Error::new(message);
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &"invalid_command".into());
    error.into()
}
