//! Derives `ToPlain` and `FromPlain` of `besace_model::plain`, whose module says what they are for.
//!
//! The form follows the same attributes as the TypeScript type (`#[ts(...)]`) or, for words that the relay's JSON also
//! holds, serde's (`#[serde(...)]`): `rename_all`, `rename_all_fields`, `rename`, `tag`, `untagged`, and
//! `optional_fields` for a struct of which only what is set is written.

mod form;
mod read;
mod write;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Writes a value as plain data.
#[proc_macro_derive(ToPlain, attributes(ts, serde))]
pub fn to_plain(input: TokenStream) -> TokenStream {
    expand(parse_macro_input!(input as DeriveInput), write::to_plain)
}

/// Reads a value from plain data.
#[proc_macro_derive(FromPlain, attributes(ts, serde))]
pub fn from_plain(input: TokenStream) -> TokenStream {
    expand(parse_macro_input!(input as DeriveInput), read::from_plain)
}

fn expand(input: DeriveInput, derive: fn(&form::Type) -> proc_macro2::TokenStream) -> TokenStream {
    match form::Type::of(input) {
        Ok(form) => derive(&form).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
