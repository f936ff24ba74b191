//! The WebSocket handshake (RFC 6455, 4.2).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::SUBPROTOCOL;

/// The proof that the handshake was understood, and whether the protocol was asked for by name.
pub(super) fn handshake(headers: &HeaderMap) -> Option<(HeaderValue, bool)> {
    let lists = |name: HeaderName, wanted: &str| {
        let lines = headers
            .get_all(name)
            .iter()
            .filter_map(|line| line.to_str().ok());
        lines
            .flat_map(|line| line.split(','))
            .any(|word| word.trim().eq_ignore_ascii_case(wanted))
    };
    let is_handshake = lists(header::CONNECTION, "upgrade")
        && lists(header::UPGRADE, "websocket")
        && lists(header::SEC_WEBSOCKET_VERSION, "13");
    let key = headers
        .get(header::SEC_WEBSOCKET_KEY)
        .filter(|_| is_handshake)?;
    let accept = HeaderValue::from_str(&derive_accept_key(key.as_bytes())).ok()?;
    Some((accept, lists(header::SEC_WEBSOCKET_PROTOCOL, SUBPROTOCOL)))
}
