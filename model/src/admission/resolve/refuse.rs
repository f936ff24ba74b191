//! A refusal at its place in the document, fit to be shown.

use super::super::index::ROOT;
use super::Resolver;
use crate::doc::rules::is_clean;
use crate::error::{ErrorCode, Refusal};
use crate::limits::{DEPTH_MAX, KEY_BYTES_MAX};

impl<'a> Resolver<'a> {
    /// A refusal at a key of an object, or at the object itself.
    pub(in crate::admission) fn refuse(
        &self,
        code: ErrorCode,
        object: u32,
        key: Option<&str>,
    ) -> Refusal {
        let mut keys: Vec<String> = key.map(fit_to_show).into_iter().collect();
        let mut number = object;
        while number != ROOT && keys.len() <= DEPTH_MAX {
            let Some(object) = self.object(number) else {
                break;
            };
            keys.push(fit_to_show(object.key));
            number = object.parent;
        }
        keys.reverse();
        Refusal::at(code, keys.join("/"))
    }
}

/// A key as a refusal may carry it to a screen or a log: bounded, and nothing that plays tricks on the reader.
fn fit_to_show(key: &str) -> String {
    if key.len() <= KEY_BYTES_MAX && is_clean(key, false) {
        return key.to_owned();
    }
    let shown = key.chars().map(|c| match c {
        c if is_clean(c.encode_utf8(&mut [0; 4]), false) => c,
        _ => char::REPLACEMENT_CHARACTER,
    });
    shown.take(KEY_BYTES_MAX / 4).collect()
}
