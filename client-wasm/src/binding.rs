//! The browser boundary: five coarse calls. No logic lives here. `wall` is `Date.now()`; `moment` is `performance.now()`,
//! which nobody can set.

mod convert;

use besace_model::time::{Moment, Now, Timestamp};
use wasm_bindgen::prelude::*;

use crate::replica::Replica;

#[wasm_bindgen]
extern "C" {
    /// Takes in what is about to be read (see [`crate::aside`]): a panic ends everything here but the page.
    #[wasm_bindgen(js_name = besaceApplying)]
    fn applying(mark: &[u8]);
}

fn tell(mark: &[u8]) {
    applying(mark);
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
    /// An `Error` with code `invalid_command` when the configuration is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Self, JsValue> {
        Ok(Self {
            replica: Replica::watched(&convert::config(config)?, tell),
        })
    }

    /// Takes in the rows the phone kept. `rows`: `Row[]`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the argument is not rows.
    pub fn load(&mut self, rows: &JsValue, wall: f64, moment: f64) -> Result<JsValue, JsValue> {
        let rows = convert::rows(rows)?;
        convert::effects(self.replica.load(rows, both(wall, moment)))
    }

    /// Does what a person asks. `intent`: `Intent`; answers `Dispatched`.
    ///
    /// # Errors
    /// An `Error` with code `invalid_command` when the argument is not an intent.
    pub fn dispatch(
        &mut self,
        intent: &JsValue,
        wall: f64,
        moment: f64,
    ) -> Result<JsValue, JsValue> {
        let intent = convert::from_json(intent)?;
        let dispatched = self.replica.dispatch(intent, both(wall, moment));
        let answer = js_sys::Object::new();
        convert::set(&answer, "result", &convert::to_json(&dispatched.result)?)?;
        convert::set(&answer, "effects", &convert::effects(dispatched.effects)?)?;
        Ok(answer.into())
    }

    /// Takes in what happened. `event`: `Event`; answers `Effect[]`.
    ///
    /// # Errors
    /// An `Error` when the argument is not an event.
    pub fn handle(&mut self, event: &JsValue, wall: f64, moment: f64) -> Result<JsValue, JsValue> {
        let event = convert::event(event)?;
        convert::effects(self.replica.handle(both(wall, moment), event))
    }

    /// Answers a screen. `request`: `ViewRequest`; answers the view it names.
    ///
    /// # Errors
    /// An `Error` when the argument is not a request.
    pub fn view(&self, request: &JsValue, wall: f64) -> Result<JsValue, JsValue> {
        let request = convert::from_json(request)?;
        convert::to_json(&self.replica.view(&request, Timestamp(wall as i64)))
    }
}

/// What a person did that the cooperative does not have, as text to keep. `rows`: `Row[]`. Needs no replica.
///
/// # Errors
/// An `Error` when the argument is not rows.
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
#[wasm_bindgen]
pub fn unsent(rows: &JsValue) -> Result<String, JsValue> {
    Ok(crate::rescue::unsent(&convert::rows(rows)?))
}

fn both(wall: f64, moment: f64) -> Now {
    Now {
        wall: Timestamp(wall as i64),
        moment: Moment(moment as i64),
    }
}
