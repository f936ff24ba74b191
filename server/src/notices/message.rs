//! What a device is told: a declarative Web Push message, which names a concern and nothing else, sealed for the browser alone.

use besace_model::kind::Concern;
use serde_json::json;
use web_push_native::{Auth, encrypt};

use super::words;
use crate::limits::PUSH_PLAIN_BYTES;
use crate::store::channels::{Lang, PushChannel};

/// What the message says it is (the W3C's declarative Web Push).
const DECLARATIVE: u32 = 8030;

/// The message, as long as any other: blanks after it say nothing.
fn plain(concern: Concern, lang: Lang, home: &str) -> Vec<u8> {
    let message = json!({
        "web_push": DECLARATIVE,
        "notification": {
            "title": "Besace",
            "lang": lang.as_str(),
            "dir": "ltr",
            "tag": concern.as_str(),
            "navigate": home,
            "body": words::body(concern, lang),
        },
    });
    let mut bytes = message.to_string().into_bytes();
    let filled = bytes.len().max(PUSH_PLAIN_BYTES);
    bytes.resize(filled, b' ');
    bytes
}

/// The message, readable by the browser alone (RFC 8291). Nothing when its keys are none.
pub(super) fn sealed(channel: &PushChannel, concern: Concern, home: &str) -> Option<Vec<u8>> {
    let public = p256::PublicKey::from_sec1_bytes(&channel.p256dh).ok()?;
    let auth = Auth::clone_from_slice(&channel.auth);
    encrypt(plain(concern, channel.lang, home), &public, &auth).ok()
}
