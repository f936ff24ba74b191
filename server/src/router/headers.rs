//! The headers every answer carries.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::REQUEST_ID;
use crate::config::Origin;

/// The headers every answer carries.
#[derive(Clone)]
pub(super) struct Headers(Vec<(HeaderName, HeaderValue)>);

impl Headers {
    pub(super) fn new(origin: &Origin) -> Self {
        let socket = if origin.is_https() { "wss" } else { "ws" };
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
             font-src 'self'; connect-src 'self' {socket}://{}; worker-src 'self'; manifest-src 'self'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
             trusted-types svelte-trusted-html besace",
            origin.authority()
        );
        let fixed = [
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            (
                "permissions-policy",
                "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
            ),
        ];
        let mut headers: Vec<_> = fixed
            .into_iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect();
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            headers.push((header::CONTENT_SECURITY_POLICY, policy));
        }
        if origin.is_https() {
            let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
            headers.push((header::STRICT_TRANSPORT_SECURITY, year));
        }
        Self(headers)
    }
}

pub(super) async fn secure(
    State(headers): State<Headers>,
    request: Request,
    next: Next,
) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    // A handshake carries no document, and every byte of a reconnect counts.
    if response.status() == StatusCode::SWITCHING_PROTOCOLS {
        response.headers_mut().remove(REQUEST_ID);
        return response;
    }
    let out = response.headers_mut();
    for (name, value) in &headers.0 {
        out.insert(name.clone(), value.clone());
    }
    if is_api {
        out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
