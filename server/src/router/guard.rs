//! What is let in: requests from our own pages or from none, and not too many.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use besace_model::error::ErrorCode;

use crate::app::App;
use crate::config::Origin;
use crate::error::ApiError;
use crate::http::Peer;

/// Lets in what comes from a page of ours, or from no page at all, and not too often.
pub(super) async fn guard(
    State(app): State<App>,
    Peer(peer): Peer,
    request: Request,
    next: Next,
) -> Response {
    if !app.may_ask(peer) {
        app.metrics().rate_limited.inc();
        return ApiError::from(ErrorCode::RateLimited).into_response();
    }
    if !is_at_home(&app.config().origins(), request.method(), request.headers()) {
        return ApiError::from(ErrorCode::BadOrigin).into_response();
    }
    next.run(request).await
}

/// Whether a request names one of our origins where it names one. Browsers do not keep other pages from opening a
/// WebSocket, so there a missing origin is refused too.
fn is_at_home(origins: &[Origin], method: &Method, headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .map(|value: &HeaderValue| value.to_str().unwrap_or_default())
    };
    let is_upgrade = *method == Method::GET && headers.contains_key(header::UPGRADE);
    let host_fits = |given: &str| {
        origins
            .iter()
            .any(|origin| origin.authority().eq_ignore_ascii_case(given))
    };
    let origin_fits = |given: &str| origins.iter().any(|origin| origin.as_str() == given);
    text(header::HOST).is_some_and(host_fits)
        && text(header::ORIGIN).map_or(!is_upgrade, origin_fits)
}
