//! Turns the client's `.wasm` into the module that the app imports.
//!
//! The stock command line does the same, but has to be installed in exactly the version of the
//! `wasm-bindgen` crate. As a member of the workspace this one cannot drift from it, and it is
//! built once with everything else.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let input = args
        .next()
        .context("usage: besace-bindgen IN.wasm OUT_DIR")?;
    let out = args
        .next()
        .context("usage: besace-bindgen IN.wasm OUT_DIR")?;
    Bindgen::new()
        .input_path(input)
        .web(true)?
        .typescript(true)
        // `new URL(…, import.meta.url)` in the module is what bundlers follow to the file.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&out)
}
